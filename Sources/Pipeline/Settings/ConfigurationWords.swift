// What the keys of the configuration files mean.

/// What the keys of the configuration files mean: by key, or by table and key; a file's own under "".
enum ConfigurationWords {
  private static let usual = Settings(file: "")

  /// `hallway.toml`.
  static let settings: [String: String] = [
    "":
      "The configuration. Paths in it are relative to the file. A key that is not known, a value of the wrong kind, a name that is not one of those expected, and a list, topics file or editor's file that is not there are errors with their lines. A feed, transcript or registry that is not there is a warning.",
    "title": "The publication's name. Default: \"\(usual.title)\".",
    "base_url":
      "Where the site will be: an http or https address. Publishing needs it; everything else works without.",
    "language":
      "The language of the issue's frame, as a tag: en, pt-BR. Default: \"\(usual.language)\".",
    "timezone":
      "In which days and weeks are counted, as \"Europe/Paris\". Default: \"\(usual.timezone)\".",
    "week_starts": "Default: monday.",
    "database": "The file for everything that was read. Default: \"\(usual.database)\".",
    "output": "The site's folder. Default: \"\(usual.output)\".",
    "keep":
      "How long what was read is kept; at least 4 weeks, for issues look back. What is older goes at the end of a fetch: posts, articles and episodes, but never what a published issue quotes, nor what has no date. Default: everything is kept.",
    "publish":
      "How a new site takes the place of the old. swap (the default) makes a copy of the folder beside it and exchanges the two in one step; in_place replaces file by file, for a folder that something holds on to, such as a container's mount.",
    "lists": "OPML lists of feeds.",
    "topics": "Files of known topics.",
    "templates": "A folder; files in it replace the built-in templates of the same name.",
    "editor":
      "The editor's file; it must be there when it is named. Default: editor.toml, if it is there.",
    "feed": "A source.", "episode": "A transcript at hand, without a feed.",
    "registry": "An index of numbered proposals.", "issue": "How long an issue is.",
    "fetch": "How far requests go.", "mail": "Where the issue is sent.",

    "[[feed]]": "A feed of a forum, a blog or a podcast, beside the lists.",
    "[[feed]] url":
      "An http or https address, or a path to a file, which 'hallway add' writes as seen from this file's folder where it lies in there.",
    "[[feed]] kind": "Default: told from the content.",
    "[[feed]] title": "A name for readers. Default: the feed's own.",
    "[[feed]] follow_threads":
      "Whether the feeds of the threads that it names are read too. Default: false; true for forums in a list.",
    "[[feed]] folder": "The folders that it is in when the list is exported.",
    "[[feed]] transcript":
      "Where a podcast's transcripts are when its feed does not say. {slug} is the last part of the episode's page, {audio} the name of its audio file, both without ending; {number} its number, {number:03} with zeros in front.",
    "[[feed]] chapters": "The same for files of chapters.",
    "[[feed]] moment":
      "How a second of an episode is linked: the same fields and {seconds}. Default: #t= on the audio, t= on YouTube.",
    "[[feed]] republish":
      "Whether an episode's page may show the whole transcript. Default: false.",
    "[[feed]] sponsors":
      "Names and phrases of a podcast's sponsor reads, beside those that are found.",
    "[[feed]] private":
      "Whether the address is its subscribers' own: it stands in no issue and no list of the site. Default: true where a user, or a parameter named like a secret (token, key), stands in it; else false.",

    "[[episode]]": "A transcript at hand, without a feed.",
    "[[episode]] transcript": "An address or a path.",
    "[[episode]] title": "Its title.",
    "[[episode]] published": "A date, as \"2026-11-20\".",
    "[[episode]] show": "The show that it belongs to.",
    "[[episode]] url": "Its page.",
    "[[episode]] audio": "Its audio file.",
    "[[episode]] sponsors": "As for feeds.",

    "[[registry]]":
      "An index of numbered proposals: what is called PEP 751 in a text becomes a title, a status and a link.",
    "[[registry]] prefix": "What stands before the number, as \"PEP\".",
    "[[registry]] index": "The registry's index as JSON: an address or a path.",
    "[[registry]] page":
      "A proposal's page, as \"https://peps.python.org/pep-{number:04}/\".",

    "[issue]": "How long an issue is.",
    "[issue] threads":
      "How many threads an issue shows at most. Default: \(usual.threadsShown).",
    "[issue] articles":
      "How many articles an issue quotes; others are named by their titles. Default: \(usual.articlesShown).",
    "[issue] words_per_thread":
      "How many words one thread's summary has at most. Default: \(usual.wordsPerThread).",

    "[fetch]": "How far requests go.",
    "[fetch] concurrency":
      "Requests at the same time. Default: \(usual.fetching.concurrency).",
    "[fetch] per_host": "Of these to one host. Default: \(usual.fetching.perHost).",
    "[fetch] timeout": "For one request. Default: \"\(usual.fetching.timeoutSeconds)s\".",
    "[fetch] max_bytes":
      "The largest answer that is taken. Default: \"\(usual.fetching.maximumBytes >> 20)MB\".",
    "[fetch] allow_private_addresses":
      "Whether sources may be inside your own network. Default: false.",
    "[fetch] pace":
      "The pause between two requests to one host; \"0s\" for none. Default: \"\(usual.fetching.paceMilliseconds)ms\".",
    "[fetch] deadline":
      "For all requests of a run; what is left is asked at the next run. Default: \"\(usual.fetching.deadlineSeconds / 60)m\".",

    "[mail]":
      "From whom the issue is sent, to whom and which way. Without smtp and sendmail it is only printed, by 'hallway digest --format eml'.",
    "[mail] from": "The sender, as \"Digest <digest@example.org>\".",
    "[mail] to": "Who gets it: mostly the address of one list.",
    "[mail] smtp":
      "A mail server: smtps://mail.example.org, or smtp://mail.example.org:587. What is said to it is encrypted, or nothing is sent, except on a loopback address.",
    "[mail] user": "The name to log in with, where the address does not have it.",
    "[mail] password_env":
      "The variable of the environment that holds the password, as \"HALLWAY_SMTP_PASSWORD\".",
    "[mail] sendmail":
      "A program instead of a server, as \"/usr/sbin/sendmail\"; called with -i -f SENDER -- RECIPIENT.",
    "[mail] unsubscribe":
      "How a reader leaves the list, the preferred way first. An https address promises that one POST is enough (RFC 8058).",
  ]

  static let settingsExample = """
    title    = "Tern, this week"
    base_url = "https://digest.example.org/"
    timezone = "Europe/Paris"
    lists    = ["list.opml"]

    [[feed]]
    url = "https://forum.example.org/latest.rss"
    kind = "forum"
    follow_threads = true

    [[feed]]
    url = "https://podcast.example.org/feed.xml"
    transcript = "https://podcast.example.org/transcripts/{slug}.vtt"

    """

  /// A file of known topics.
  static let topics: [String: String] = [
    "":
      "A file of known topics; the configuration names it under topics. What else two texts share is found without it.",
    "topic": "A known topic.", "[[topic]]": "A known topic.",
    "[[topic]] label": "Its name for readers.",
    "[[topic]] slug": "Its name in addresses. Default: made from the label.",
    "[[topic]] refs": "Its proposals, as \"PEP 703\".",
    "[[topic]] aliases": "Words and phrases that it is known by.",
    "[[topic]] description": "A sentence for newcomers.",
    "[[topic]] mute": "Whether it is left out. Default: false.",
    "[[topic]] watch":
      "Whether it is shown whatever its rank, and with a single text. Default: false.",
  ]

  static let topicsExample = """
    [[topic]]
    label   = "Free threading"
    refs    = ["PEP 703", "PEP 779"]
    aliases = ["free-threaded", "no-GIL", "nogil"]
    watch   = true

    """

  /// The editor's file.
  static let editor: [String: String] = [
    "":
      "What a person says about the issues. Sentences can be dropped and chosen, never changed: what is printed as a quote is in its source. A name that is not in the issue is a warning.",
    "mute":
      "Threads, articles, episodes and topics that no issue prints: addresses, or a topic's name. Those that are not in an issue are one warning.",
    "issue": "What is said about one issue.",
    "[[issue]]": "What is said about one issue: week, or from and until, say about which.",
    "[[issue]] week": "An ISO week, as \"2026-W47\".",
    "[[issue]] from": "The first day, where the window is no week.",
    "[[issue]] until": "The day after the last.",
    "[[issue]] note": "Your words at the top; an empty line begins a new paragraph.",
    "[[issue]] corrections": "Corrections of earlier issues.",
    "[[issue]] pin": "Lead stories, whatever their rank: addresses, or a topic's name.",
    "[[issue]] order": "The order of lead stories; what is not named comes behind.",
    "[[issue]] mute": "What this issue does not print.",
    "[[issue]] drop":
      "Quotes that are not printed: the id of the blockquote in the page, or how the quote begins (12 letters or more).",
    "[[issue]] choose": "A sentence to print that was not chosen.",
    "[[issue]] remark": "Your words under one story.",
    "[[issue.choose]]": "A sentence to print that was not chosen.",
    "[[issue.choose]] in": "The address of the thread, post, article or episode that it stands in.",
    "[[issue.choose]] text": "One or more whole sentences, word by word.",
    "[[issue.remark]]": "Your words under one story, marked as yours.",
    "[[issue.remark]] on": "What they are about: an address, or a topic's name.",
    "[[issue.remark]] text": "Your words.",
  ]

  static let editorExample = """
    mute = ["https://forum.example.org/t/weekly-off-topic/7"]

    [[issue]]
    week = "2026-W47"
    note = "A short week: half of the forum was at the conference."
    pin  = ["https://forum.example.org/t/lock-files/12"]
    drop = ["Thanks for the quick reply"]
    corrections = ["Last week's issue gave the vote as 12 to 3; it was 13 to 2."]

    [[issue.choose]]
    in   = "https://forum.example.org/t/lock-files/12"
    text = "A lock file that is old should stop the build."

    [[issue.remark]]
    on   = "https://forum.example.org/t/lock-files/12"
    text = "The vote ends on Friday."

    """
}
