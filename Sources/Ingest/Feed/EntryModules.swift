// What the modules add to an entry, whichever form carries them.

import Text

/// The modules that RSS and Atom share.
///
/// Sources: itunes (Apple Podcasters), podcast (Podcasting 2.0 namespace), psc (Podlove Simple
/// Chapters 1.2), media (Media RSS 1.5.1), thr (RFC 4685), slash, wfw.
enum EntryModules {
  /// Adds what an entry's modules say; what its own form said goes before.
  static func read(_ element: XMLElement, _ entry: inout FeedEntry) {
    var media: [XMLElement] = []
    element.forEachElement { child in
      switch child.name {
      case .enclosure: enclosure(child, &entry)
      case .thrInReplyTo: entry.inReplyTo = entry.inReplyTo ?? child["ref"] ?? child["href"]
      case .thrTotal, .slashComments:
        entry.commentCount = entry.commentCount ?? child.text.flatMap(XMLElement.count)
      case .wfwCommentRSS: entry.commentsFeed = entry.commentsFeed ?? FeedText.address(child)
      case .pscChapters: entry.chapterMarks = chapterMarks(child)
      case .mediaCategory, .mediaContent, .mediaDescription, .mediaGroup, .mediaKeywords,
        .mediaThumbnail, .mediaTitle:
        media.append(child)
      case .itunesCategory, .itunesDuration, .itunesEpisode, .itunesImage, .itunesKeywords,
        .itunesLink, .itunesSeason, .itunesTitle:
        itunes(child, &entry)
      case .podcastAlternateEnclosure, .podcastChapters, .podcastEpisode, .podcastSeason,
        .podcastSoundbite, .podcastTranscript:
        podcast(child, &entry)
      default: break
      }
    }
    if !media.isEmpty { read(media: media, &entry) }
    entry.persons = persons(element)
    if entry.summary != nil { return }
    entry.summary =
      element.first(.itunesSummary)?.html
      ?? element.first(.itunesSubtitle)?.html ?? element.first(.googleDescription)?.html
  }

  /// Hosts and guests of an entry or a feed.
  static func persons(_ element: XMLElement) -> [FeedPerson] {
    element.all(.podcastPerson).compactMap { person in
      person.text.map {
        FeedPerson(
          name: Strings.folded($0), email: nil,
          url: person["href"].map { FeedText.address($0, in: person) },
          role: (person["role"] ?? "host").lowercased())
      }
    }
  }

  /// Seconds that an episode may last.
  static let lengths = 1.0...1_000_000

  /// Seconds of `4161`, `69:21` or `1:09:21`; `nil` for what is no length of an episode.
  static func duration(_ text: String) -> Double? {
    var total = 0.0
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count <= 3 else { return nil }
    for field in fields {
      let field = Strings.trimmed(field)
      let plain = field.utf8.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
      guard plain, field.utf8.count <= 12, let number = Double(field) else { return nil }
      total = total * 60 + number
    }
    return lengths.contains(total) ? total : nil
  }

  private static func enclosure(_ element: XMLElement, _ entry: inout FeedEntry) {
    guard let url = element["url"] ?? element["href"] else { return }
    entry.enclosures.append(
      FeedEnclosure(
        url: FeedText.address(url, in: element), type: element["type"],
        length: element["length"].flatMap(XMLElement.count)))
  }

  private static func itunes(_ child: XMLElement, _ entry: inout FeedEntry) {
    switch child.name {
    case .itunesDuration: entry.duration = child.text.flatMap(duration)
    case .itunesImage:
      entry.image =
        entry.image
        ?? (child["href"] ?? child["url"] ?? child.text)
        .map { FeedText.address($0, in: child) }
    case .itunesLink where child["rel"] == "image":
      entry.image = entry.image ?? child["href"]
    case .itunesSeason: entry.season = entry.season ?? child.text.flatMap(XMLElement.count)
    case .itunesEpisode: entry.episode = entry.episode ?? child.text.flatMap(XMLElement.count)
    case .itunesTitle: entry.title = entry.title ?? FeedText.line(child)
    case .itunesKeywords:
      entry.categories += (child.text ?? "").split(separator: ",").map { Strings.trimmed($0) }
        .filter { !$0.isEmpty }
    case .itunesCategory:
      for category in [child] + child.all(.itunesCategory) {
        if let text = category["text"] { entry.categories.append(text) }
      }
    default: break
    }
  }

  private static func podcast(_ child: XMLElement, _ entry: inout FeedEntry) {
    switch child.name {
    case .podcastTranscript:
      guard let url = child["url"] else { return }
      entry.transcripts.append(
        FeedTranscript(
          url: FeedText.address(url, in: child), type: child["type"], language: child["language"],
          rel: child["rel"]))
    case .podcastChapters:
      entry.chapters = entry.chapters ?? child["url"].map { FeedText.address($0, in: child) }
    case .podcastSeason: entry.season = child.text.flatMap(XMLElement.count) ?? entry.season
    case .podcastEpisode: entry.episode = child.text.flatMap(XMLElement.count) ?? entry.episode
    case .podcastSoundbite:
      guard let start = child["starttime"].flatMap(Double.init),
        let duration = child["duration"].flatMap(Double.init), start >= 0, duration > 0,
        max(start, duration) <= lengths.upperBound
      else { return }
      entry.soundbites.append(
        FeedSoundbite(
          start: start, duration: duration, title: child.text.map { Strings.folded($0) }))
    case .podcastAlternateEnclosure:
      guard let url = child.first(.podcastSource)?["uri"] else { return }
      entry.alternateEnclosures.append(
        FeedEnclosure(
          url: FeedText.address(url, in: child), type: child["type"],
          length: child["length"].flatMap(XMLElement.count)))
    default: break
    }
  }

  private static func chapterMarks(_ chapters: XMLElement) -> [FeedChapter] {
    chapters.all(.pscChapter).compactMap { chapter in
      guard let start = chapter["start"].flatMap(npt), let title = chapter["title"] else {
        return nil
      }
      return FeedChapter(
        start: start, title: Strings.folded(title),
        url: chapter["href"].map { FeedText.address($0, in: chapter) })
    }
  }

  /// Seconds of a normal play time (RFC 2326 §3.6): `00:12:03.5`, `723`; `nil` for anything else.
  static func npt(_ text: String) -> Double? {
    let text = Strings.trimmed(text)
    if text.utf8.allSatisfy({ $0 == 0x30 || $0 == 0x3A || $0 == 0x2E }) {
      return text.isEmpty ? nil : 0
    }
    return duration(text)
      ?? (Double(text).flatMap { (0...1_000_000).contains($0) ? $0 : nil })
  }

  /// Media RSS: what is named in a group counts like what stands alone.
  private static func read(media: [XMLElement], _ entry: inout FeedEntry) {
    let flat = media.flatMap { $0.name == .mediaGroup ? [$0] + $0.elements : [$0] }
    for element in flat {
      switch element.name {
      case .mediaTitle: entry.title = entry.title ?? FeedText.line(element)
      case .mediaDescription:
        entry.summary =
          entry.summary
          ?? (element["type"] == "html" ? element.html : element.text.map(XMLElement.escaped))
      case .mediaCategory:
        entry.categories += [element["label"] ?? element.text].compactMap { $0 }
      case .mediaKeywords:
        entry.categories += (element.text ?? "").split(separator: ",").map { Strings.trimmed($0) }
          .filter { !$0.isEmpty }
      case .mediaThumbnail:
        entry.image = entry.image ?? element["url"].map { FeedText.address($0, in: element) }
      default: break
      }
    }
    let audio = flat.filter { $0.name == .mediaContent && isPlayed($0) }
    guard entry.enclosures.isEmpty else { return }
    entry.enclosures = audio.compactMap { element in
      element["url"].map {
        FeedEnclosure(
          url: FeedText.address($0, in: element), type: element["type"],
          length: element["filesize"].flatMap(XMLElement.count))
      }
    }
  }

  private static func isPlayed(_ element: XMLElement) -> Bool {
    let kind = element["medium"] ?? element["type"] ?? ""
    return kind.hasPrefix("audio") || kind.hasPrefix("video")
  }
}
