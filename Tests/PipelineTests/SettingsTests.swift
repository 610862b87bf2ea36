import Feeds
import Foundation
import Model
import Support
import Testing

@testable import Pipeline

struct SettingsTests {
  static func faults(_ text: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let file = try folder.write("hallway.toml", text)
    let failure = #expect(throws: RunFailure.self) { try SettingsReader.read(file) }
    #expect(failure?.status == 2)
    return failure?.messages.map { String($0.dropFirst(folder.url.path.count + 1)) } ?? []
  }

  @Test(arguments: [
    ("titel = 'x'", "hallway.toml:1: unknown key 'titel'; did you mean 'title'?"),
    (
      "[[feed]]\nurl = 'x'\ntitel = 'y'",
      "hallway.toml:3: unknown key 'titel' in [[feed]]; did you mean 'title'?"
    ),
    ("title = 3", "hallway.toml:1:9: 'title' is a whole number; expected a string"),
    (
      "[[feed]]\ntitle = 'x'",
      "hallway.toml:1: [[feed]] has no 'url'; every feed needs an address or a path"
    ),
    (
      "[[feed]]\nurl = 'x'\nkind = 'blogg'",
      "hallway.toml:3:8: 'kind' is 'blogg'; expected forum, blog, podcast; did you mean 'blog'?"
    ),
    (
      "timezone = 'Mars/Base'",
      "hallway.toml:1:12: 'timezone' is 'Mars/Base', which this machine does not know; expected a name like \"Europe/Paris\""
    ),
    (
      "timezone = 'Europe/Pari'",
      "hallway.toml:1:12: 'timezone' is 'Europe/Pari', which this machine does not know; expected a name like \"Europe/Paris\"; did you mean 'Europe/Paris'?"
    ),
    (
      "[fetch]\ntimeout = 'soon'",
      "hallway.toml:2:11: 'timeout' is 'soon'; expected a number and a unit, as \"30s\""
    ),
    ("[issue]\nthreads = 0", "hallway.toml:2:11: 'threads' is 0; it must be at least 1"),
    (
      "base_url = 'ftp://x'",
      "hallway.toml:1:12: 'base_url' is 'ftp://x'; expected an http or https address"
    ),
    (
      "keep = '2 years'",
      "hallway.toml:1:8: 'keep' is '2 years'; expected days, weeks, months or years, as \"90d\", \"2y\""
    ),
    (
      "keep = '3w'",
      "hallway.toml:1:8: 'keep' is '3w'; issues look back 4 weeks, so keep \"4w\" or more"
    ),
    (
      "feed = 1",
      "hallway.toml:1:8: 'feed' is a whole number; expected tables, each written as [[feed]]"
    ),
    (
      "[feed]\nurl = 'x'",
      "hallway.toml:1:1: 'feed' is a table; expected tables, each written as [[feed]]"
    ),
    (
      "issue = 12",
      "hallway.toml:1:9: 'issue' is a whole number; expected a table, written as [issue]"
    ),
    ("[isue]\nthreads = 3", "hallway.toml:1: unknown table 'isue'; did you mean 'issue'?"),
    ("[[fed]]\nurl = 'x'", "hallway.toml:1: unknown table 'fed'; did you mean 'feed'?"),
    (
      "[fetch]\ntimeout = 30",
      "hallway.toml:2:11: 'timeout' is a whole number; expected a string, as \"30s\""
    ),
    (
      "[fetch]\npace = 1.5",
      "hallway.toml:2:8: 'pace' is a number; expected a string, as \"250ms\""
    ),
    (
      "[fetch]\nmax_bytes = 1000",
      "hallway.toml:2:13: 'max_bytes' is a whole number; expected a string, as \"16MB\""
    ),
    (
      "[mail]\nfrom = 'a@x.example'\nto = 'b@x.example'\nsmtp = 'smtp://u:secret@m.example'",
      "hallway.toml:4:8: 'smtp': the address of 'smtp://m.example' has a password in it, where others can read it; take it out, and name the environment variable that holds it with 'password_env'"
    ),
    (
      "[mail]\nfrom = 'a@x.example'\nto = 'b@x.example'\nsmtp = 'smtp://u@m.example'",
      "hallway.toml:4:8: 'smtp': the mail server's user 'u' has no password; name the environment variable that holds it with 'password_env'"
    ),
    ("keep = 2", "hallway.toml:1:8: 'keep' is a whole number; expected a string, as \"2y\""),
    (
      "[[episode]]\ntranscript = 'x'\ntitle = 'y'\npublished = 2026-11-20",
      "hallway.toml:4:13: 'published' is a date; expected a string, as \"2025-10-20\""
    ),
    (
      "publish = true",
      "hallway.toml:1:11: 'publish' is true or false; expected a string, as \"swap\""
    ),
    (
      "lists = 'a.opml'",
      "hallway.toml:1:9: 'lists' is a string; expected a list of strings, as [\"a.opml\"]"
    ),
    (
      "title = 'x'\nlists = ['no.opml']",
      "hallway.toml:2:10: 'lists' names no.opml, which is not there"
    ),
    ("topics = ['no.toml']", "hallway.toml:1:11: 'topics' names no.toml, which is not there"),
    (
      "editor = 'hallway.tom'",
      "hallway.toml:1:10: 'editor' names hallway.tom, which is not there; did you mean 'hallway.toml'?"
    ),
    (
      "language = 'english'",
      "hallway.toml:1:12: 'language' is 'english'; expected a language tag, as \"en\""
    ),
    (
      "[[feed]]\nurl = 'http//a.example/f'",
      "hallway.toml:2:7: 'url' is 'http//a.example/f', which is no address; did you mean 'http://a.example/f'?"
    ),
    (
      "[[feed]]\nurl = 'https://'",
      "hallway.toml:2:7: 'url' is 'https://', which names no host; expected one, as https://example.org/"
    ),
    (
      "base_url = 'https:/x.example/'",
      "hallway.toml:1:12: 'base_url' is 'https:/x.example/', which is no address; did you mean 'https://x.example/'?"
    ),
  ])
  func faultsNameLineAndRemedy(text: String, fault: String) throws {
    #expect(try Self.faults(text) == [fault])
  }

  @Test func findsEveryFaultAtOnce() throws {
    #expect(
      try Self.faults(
        "titel = 'x'\nlists = ['a.opml', 'b.opml']\n[[feed]]\nurl = 'x'\nkint = 'y'\n[fetch]\nper_host = 'two'\n[isue]"
      ) == [
        "hallway.toml:1: unknown key 'titel'; did you mean 'title'?",
        "hallway.toml:2:10: 'lists' names a.opml, which is not there",
        "hallway.toml:2:20: 'lists' names b.opml, which is not there",
        "hallway.toml:5: unknown key 'kint' in [[feed]]; did you mean 'kind'?",
        "hallway.toml:7:12: 'per_host' is a string; expected a whole number",
        "hallway.toml:8: unknown table 'isue'; did you mean 'issue'?",
      ])
  }

  @Test func aFeedsFileThatIsNotThereIsAWarningWithItsLine() throws {
    let folder = try TemporaryFolder()
    try folder.write("feed.xml", "")
    let file = try folder.write("hallway.toml", "[[feed]]\nurl = 'fed.xml'\n")
    #expect(
      try SettingsReader.read(file).warnings.map(\.spelled) == [
        "\(file):2: 'url' names fed.xml, which is not there; did you mean 'feed.xml'?"
      ])
  }

  @Test(arguments: ["en", "pt-BR", "zh-Hant-TW", "deu"])
  func takesLanguageTags(tag: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("hallway.toml", "language = '\(tag)'")
    #expect(try SettingsReader.read(file).language == tag)
  }

  @Test(arguments: ["2026-11-16", "16 Nov 2026", "Mon, 16 Nov 2026"])
  func aDayWithoutATimeIsADay(text: String) {
    #expect(GivenDate(text) == .day(CalendarDay(year: 2026, month: 11, day: 16)))
    #expect(
      GivenDate("2026-11-16T00:00:00Z")
        == .moment(
          Timestamp(
            seconds: Int64(CalendarDay(year: 2026, month: 11, day: 16).daysSinceEpoch) * 86_400)))
  }

  @Test func deepKeysBehindAQuotedPartAreRefused() throws {
    let deep = "\"a\\\"\"" + String(repeating: ".b", count: 20_000) + " = 1"
    #expect(try Self.faults(deep) == ["hallway.toml:1: a key has more than 32 parts"])
  }

  @Test func deepKeysAreRefused() throws {
    let deep = "[" + String(repeating: "a.", count: 20_000) + "b]"
    #expect(try Self.faults(deep) == ["hallway.toml:1: a key has more than 32 parts"])
  }

  @Test func proseAndListsAreNoKeys() throws {
    let folder = try TemporaryFolder()
    let prose = String(repeating: "One more is done. ", count: 40)
    let list = (0..<40).map { "\"https://a.b.example/\($0)\"" }.joined(separator: ", ")
    let file = try folder.write(
      "hallway.toml",
      "title = \"\"\"\n\(prose)\"\"\"\n[mail]\nfrom = \"a@d.example\"\nto = [\n\(list)]\n")
    #expect(throws: RunFailure.self) { try SettingsReader.read(file) }
    #expect(try !Self.faults(try folder.read("hallway.toml")).contains { $0.contains("32 parts") })
  }

  @Test func whatIsSaidToBePublicIs() throws {
    let folder = try TemporaryFolder()
    let feed = "[[feed]]\nurl = \"https://f.example/feed?key=python\"\n"
    for (line, isPrivate) in [("", true), ("private = false\n", false), ("private = true\n", true)]
    {
      let file = try folder.write("hallway.toml", feed + line)
      #expect(try SettingsReader.read(file).sources.map(\.isPrivate) == [isPrivate])
    }
  }

  @Test func aSyntaxErrorNamesItsPlace() throws {
    let faults = try Self.faults("title = \n")
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("hallway.toml:1:") == true)
  }

  @Test func aMissingFileSaysWhatToDo() {
    let failure = #expect(throws: RunFailure.self) {
      try SettingsReader.read("/nowhere/hallway.toml")
    }
    #expect(failure?.messages.last == "'hallway init' writes a configuration to start from")
    #expect(failure?.status == 2)
    let other = #expect(throws: RunFailure.self) {
      try SettingsReader.read("/nowhere/hallway.toml", not: ["/etc/none.toml"])
    }
    #expect(
      other?.messages.dropFirst().first
        == "/etc/none.toml: is not there either; --config names a file elsewhere")
    // What is there is not to be made anew.
    let folder = #expect(throws: RunFailure.self) { try SettingsReader.read("/usr") }
    #expect(folder?.messages == ["/usr: is a folder; name a file"])
  }

  @Test func readsEverything() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "list.opml",
      "<opml><body><outline text='A' xmlUrl='https://a.example/f' kind='blog'/></body></opml>")
    try folder.write(
      "topics.toml",
      "[[topic]]\nlabel = 'Lock files'\nrefs = ['PEP 751']\naliases = ['lockfile']\nwatch = true")
    let file = try folder.write(
      "hallway.toml",
      """
      title = "T"
      base_url = "https://d.example"
      week_starts = "sunday"
      timezone = "Europe/Paris"
      lists = ["list.opml"]
      topics = ["topics.toml"]
      [[feed]]
      url = "local.rss"
      kind = "forum"
      follow_threads = true
      [fetch]
      timeout = "2m"
      max_bytes = "1MB"
      allow_private_addresses = true
      [issue]
      threads = 3
      """)
    let settings = try SettingsReader.read(file)
    #expect(settings.baseURL == "https://d.example/")
    #expect(settings.weekStart == 7)
    #expect(settings.sources.map(\.address) == [folder.path("local.rss"), "https://a.example/f"])
    #expect(settings.sources.first?.followThreads == true)
    #expect(settings.topics.map(\.slug) == ["lock-files"])
    #expect(settings.topics.first?.watch == true)
    #expect(settings.fetching.timeoutSeconds == 120)
    #expect(settings.fetching.maximumBytes == 1 << 20)
    #expect(settings.threadsShown == 3)
    #expect(settings.database == folder.path("hallway.sqlite"))
  }

  @Test func aTopicsAddressIsItsOwn() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.toml", "[[topic]]\nlabel = 'Lock files'\n[[topic]]\nlabel = 'Lock Files'")
    let file = try folder.write("hallway.toml", "title = 'T'\ntopics = ['a.toml']")
    let failure = #expect(throws: RunFailure.self) { try SettingsReader.read(file) }
    #expect(
      failure?.messages == [
        "\(file): two topics have the slug 'lock-files'; give one of them another 'slug' in its topics file"
      ])
  }

  @Test(arguments: Presets.names)
  func everyPresetRunsAsItIs(name: String) throws {
    let folder = try TemporaryFolder()
    let paths = try InitStage.run(preset: name, folder: folder.url.path)
    #expect(paths.count == 3)
    let settings = try SettingsReader.read(folder.path("hallway.toml"))
    #expect(!settings.sources.isEmpty)
    #expect(!settings.topics.isEmpty)
    let failure = #expect(throws: RunFailure.self) {
      try InitStage.run(preset: name, folder: folder.url.path)
    }
    #expect(failure?.status == 2)
  }
}

struct NearestTests {
  @Test(arguments: [
    ("titel", "title"), ("fetsh", "fetch"), ("wekly", "weekly"), ("zzz", nil),
    ("pubilsh", "publish"),
  ])
  func findsWhatWasMeant(written: String, meant: String?) {
    #expect(Nearest.name(to: written, in: ["title", "fetch", "weekly", "publish"]) == meant)
  }
}

@Suite(.serialized) struct CivilTimeTests {
  static func moment(_ text: String) throws -> Timestamp {
    try Now.moment(option: text, sourceDateEpoch: nil)
  }

  @Test func theLastWeekIsTheLastThatHasEnded() throws {
    CivilTime.use(zone: "UTC")
    let window = CivilTime.lastWeek(before: try Self.moment("2026-11-21T09:30:00Z"), weekStart: 1)
    #expect(window.slug == "2026-W46")
    let monday = CivilTime.lastWeek(before: try Self.moment("2026-11-23"), weekStart: 1)
    #expect(monday.slug == "2026-W47")
    let sunday = CivilTime.lastWeek(before: try Self.moment("2026-11-21"), weekStart: 7)
    #expect(sunday.firstDay.iso8601 == "2026-11-08")
  }

  @Test func aWeekWithAClockChangeHasAnHourMore() throws {
    CivilTime.use(zone: "Europe/Paris")
    defer { CivilTime.use(zone: "UTC") }
    let window = try WindowRequest(week: "2026-W43").window(
      now: Timestamp(seconds: 0), weekStart: 1)
    #expect(window.until.seconds - window.from.seconds == 7 * 86_400 + 3600)
    #expect(window.from.rfc3339 == "2026-10-18T22:00:00Z")
  }

  @Test(arguments: [
    (WindowRequest(week: "2026-W60"), "--week is '2026-W60'; 2026 has 53 weeks"),
    (WindowRequest(week: "2025-W53"), "--week is '2025-W53'; 2025 has 52 weeks"),
    (WindowRequest(week: "2026-W0"), "--week is '2026-W0'; weeks are counted from 1"),
    (WindowRequest(week: "2026-47"), "--week is '2026-47'; expected an ISO week, as 2026-W47"),
    (WindowRequest(week: "26-W47"), "--week is '26-W47'; expected an ISO week, as 2026-W47"),
    (
      WindowRequest(from: "2026-11-01"),
      "--from and --until belong together; give both, as --from 2026-11-01 --until 2026-11-15"
    ),
    (
      WindowRequest(from: "2026-11-15", until: "2026-11-15"),
      "--until 2026-11-15 is not after --from 2026-11-15; the last day itself is not included"
    ),
    (
      WindowRequest(from: "11/15", until: "2026-11-15"),
      "--from is '11/15'; expected a date, as 2026-11-01"
    ),
  ])
  func refusesWhatIsNoWindow(request: WindowRequest, message: String) {
    let failure = #expect(throws: RunFailure.self) {
      try request.window(now: Timestamp(seconds: 0), weekStart: 1)
    }
    #expect(failure == .usage([message]))
  }

  @Test func nowComesFromTheEnvironmentToo() throws {
    #expect(try Now.moment(option: nil, sourceDateEpoch: "86400").seconds == 86_400)
    #expect(throws: RunFailure.self) { try Now.moment(option: nil, sourceDateEpoch: "soon") }
  }
}

struct RunLockTests {
  @Test func keepsASecondRunOut() throws {
    let folder = try TemporaryFolder()
    let first = try RunLock(database: folder.path("a"))
    let failure = #expect(throws: RunFailure.self) { try RunLock(database: folder.path("a")) }
    #expect(failure?.status == 5)
    withExtendedLifetime(first) {}
  }
}
