// What few entries have: files, transcripts, chapters, people, pictures, counts of comments.

extension FeedEntry {
  /// What few entries have.
  struct Extras: Equatable, Sendable {
    var enclosures: [FeedEnclosure] = []
    var alternateEnclosures: [FeedEnclosure] = []
    var comments: String?
    var commentsFeed: String?
    var commentCount: Int?
    var transcripts: [FeedTranscript] = []
    var chapters: String?
    var chapterMarks: [FeedChapter] = []
    var soundbites: [FeedSoundbite] = []
    var persons: [FeedPerson] = []
    var duration: Double?
    var image: String?
    var season: Int?
    var episode: Int?
    var sourceFeed: String?
  }

  /// Whether it has any of what follows.
  package var hasExtras: Bool { !extras.isEmpty }

  /// Audio and other files.
  package var enclosures: [FeedEnclosure] {
    get { extras.isEmpty ? [] : extras[0].enclosures }
    set { if hasExtras(orNeeds: !newValue.isEmpty) { extras[0].enclosures = newValue } }
  }
  /// The same audio in other forms (`<podcast:alternateEnclosure>`), first source of each.
  package var alternateEnclosures: [FeedEnclosure] {
    get { extras.isEmpty ? [] : extras[0].alternateEnclosures }
    set { if hasExtras(orNeeds: !newValue.isEmpty) { extras[0].alternateEnclosures = newValue } }
  }
  /// The page of its comments.
  package var comments: String? {
    get { extras.isEmpty ? nil : extras[0].comments }
    set { if hasExtras(orNeeds: newValue != nil) { extras[0].comments = newValue } }
  }
  /// The feed of its comments (`<wfw:commentRss>`, Atom `replies`).
  package var commentsFeed: String? {
    get { extras.isEmpty ? nil : extras[0].commentsFeed }
    set { if hasExtras(orNeeds: newValue != nil) { extras[0].commentsFeed = newValue } }
  }
  /// How many comments it has (`<slash:comments>`, `thr:count`).
  package var commentCount: Int? {
    get { extras.isEmpty ? nil : extras[0].commentCount }
    set { if hasExtras(orNeeds: newValue != nil) { extras[0].commentCount = newValue } }
  }
  /// Transcripts.
  package var transcripts: [FeedTranscript] {
    get { extras.isEmpty ? [] : extras[0].transcripts }
    set { if hasExtras(orNeeds: !newValue.isEmpty) { extras[0].transcripts = newValue } }
  }
  /// A chapters file.
  package var chapters: String? {
    get { extras.isEmpty ? nil : extras[0].chapters }
    set { if hasExtras(orNeeds: newValue != nil) { extras[0].chapters = newValue } }
  }
  /// Chapters in the feed itself.
  package var chapterMarks: [FeedChapter] {
    get { extras.isEmpty ? [] : extras[0].chapterMarks }
    set { if hasExtras(orNeeds: !newValue.isEmpty) { extras[0].chapterMarks = newValue } }
  }
  /// Stretches that the publisher recommends.
  package var soundbites: [FeedSoundbite] {
    get { extras.isEmpty ? [] : extras[0].soundbites }
    set { if hasExtras(orNeeds: !newValue.isEmpty) { extras[0].soundbites = newValue } }
  }
  /// Hosts and guests.
  package var persons: [FeedPerson] {
    get { extras.isEmpty ? [] : extras[0].persons }
    set { if hasExtras(orNeeds: !newValue.isEmpty) { extras[0].persons = newValue } }
  }
  /// Length of its audio in seconds.
  package var duration: Double? {
    get { extras.isEmpty ? nil : extras[0].duration }
    set { if hasExtras(orNeeds: newValue != nil) { extras[0].duration = newValue } }
  }
  /// A picture.
  package var image: String? {
    get { extras.isEmpty ? nil : extras[0].image }
    set { if hasExtras(orNeeds: newValue != nil) { extras[0].image = newValue } }
  }
  /// Its season.
  package var season: Int? {
    get { extras.isEmpty ? nil : extras[0].season }
    set { if hasExtras(orNeeds: newValue != nil) { extras[0].season = newValue } }
  }
  /// Its number.
  package var episode: Int? {
    get { extras.isEmpty ? nil : extras[0].episode }
    set { if hasExtras(orNeeds: newValue != nil) { extras[0].episode = newValue } }
  }
  /// The feed that it comes from, where it says so: RSS `<source url>`.
  package var sourceFeed: String? {
    get { extras.isEmpty ? nil : extras[0].sourceFeed }
    set { if hasExtras(orNeeds: newValue != nil) { extras[0].sourceFeed = newValue } }
  }

  /// Whether there is a place for an extra, which is made if need be.
  private mutating func hasExtras(orNeeds place: Bool) -> Bool {
    if extras.isEmpty, place { extras.append(Extras()) }
    return !extras.isEmpty
  }
}
