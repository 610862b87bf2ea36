// RSS 0.90 to 2.0, RSS 1.0 and CDF elements to a feed.

import Model
import Text

/// RSS elements to a feed.
///
/// Sources: RSS 2.0 (RSS Advisory Board, 2.0.11), RSS 1.0 (2000), RSS 0.90 to 0.94, CDF (W3C note
/// of 1997). Element names are in lower case, as `XMLReader` leaves them.
enum RSSParser {
  /// The feed of an `rss`, `rdf:rdf` or `channel` root whose items have been taken out.
  static func feed(_ root: XMLElement) -> Feed {
    let channel = root.name == .channel ? root : root.first(.channel) ?? root
    var feed = Feed(format: format(root))
    feed.title = (channel.first(.title) ?? channel.first(.dcTitle)).flatMap(FeedText.line)
    feed.link =
      FeedText.address(channel.first(.link)) ?? channel["href"]
      ?? AtomParser.link(channel, "alternate")
    feed.about = FeedText.firstLine(
      channel,
      [
        .description, .abstract, .dcDescription, .atomSubtitle, .itunesSummary,
        .itunesSubtitle, .tagline,
      ])
    feed.language = FeedText.language(
      channel.first(.language)?.text ?? channel.first(.dcLanguage)?.text ?? channel["xml:lang"]
        ?? root["xml:lang"])
    feed.updated =
      FeedText.date(
        channel,
        [
          .lastbuilddate, .pubdate, .dcDate, .dctermsModified, .atomUpdated,
          .atomModified,
        ])
      ?? channel["lastmod"].flatMap(FeedDate.parse)
    feed.authors = people(channel)
    feed.generator =
      channel.first(.generator)?.text ?? channel.first(.adminGenerator)?["rdf:resource"]
    feed.schedule = schedule(channel)
    feed.isDiscourse = channel.elements.contains { $0.qualifiedName.hasPrefix("discourse:") }
    feed.persons = EntryModules.persons(channel)
    return feed
  }

  /// One `item`.
  static func entry(_ item: XMLElement) -> FeedEntry {
    var entry = FeedEntry()
    entry.line = item.line
    let guid = item.first(.guid)
    entry.id = guid?.text ?? item["rdf:about"] ?? item.first(.atomID)?.text
    entry.title = (item.first(.title) ?? item.first(.dcTitle) ?? item.first(.atomTitle))
      .flatMap(FeedText.line)
    entry.link =
      FeedText.address(item.first(.link)) ?? AtomParser.link(item, "alternate") ?? item["href"]
    if entry.link == nil, guid?["ispermalink"] != "false", let id = entry.id,
      id.hasPrefix("http://") || id.hasPrefix("https://") || id.hasPrefix("/")
    {
      entry.link = id
    }
    entry.published = FeedText.date(
      item,
      [.pubdate, .dcDate, .dctermsCreated, .dctermsIssued, .atomPublished, .atomIssued])
    entry.updated =
      FeedText.date(item, [.atomUpdated, .atomModified, .dctermsModified])
      ?? item["lastmod"].flatMap(FeedDate.parse)
    entry.published = entry.published ?? entry.updated
    entry.authors = people(item)
    texts(item, &entry)
    entry.categories = categories(item)
    entry.comments = FeedText.address(item.first(.comments))
    let source = item.first(.source)
    entry.sourceFeed = source?["url"]
    EntryModules.read(item, &entry)
    return entry
  }

  private static let longNames: [XMLName] = [
    .contentEncoded, .xhtmlBody, .body, .fullitem, .atomContent,
  ]

  /// The short and the long form: of `description` and `summary` the first is short.
  private static func texts(_ item: XMLElement, _ entry: inout FeedEntry) {
    var shorts: [String] = []
    item.forEachElement { element in
      switch element.name {
      case .description, .summary, .abstract: element.html.map { shorts.append($0) }
      case .atomSummary: AtomParser.html(element).map { shorts.append($0) }
      default: break
      }
    }
    entry.summary = shorts.first
    for name in longNames {
      guard let element = item.first(name) else { continue }
      entry.content = name == .atomContent ? AtomParser.html(element) : element.html
      if entry.content != nil { break }
    }
    if entry.content == nil, shorts.count > 1, item.first(.summary) != nil {
      entry.content = shorts[1]
    }
    entry.summary = entry.summary ?? item.first(.dcDescription)?.html
  }

  private static func categories(_ item: XMLElement) -> [String] {
    var result: [String] = []
    item.forEachElement { element in
      switch element.name {
      case .category, .dcSubject:
        if let text = element.text ?? element["term"] ?? element["text"] {
          result.append(Strings.folded(text))
        }
      case .atomCategory: result += [element["term"] ?? element["label"]].compactMap { $0 }
      case .tags, .tag:
        result += (element.text ?? "").split(separator: ",").map { Strings.trimmed($0) }
          .filter { !$0.isEmpty }
      default: break
      }
    }
    return result
  }

  private static func format(_ root: XMLElement) -> String {
    switch root.name {
    case .rdfRDF: return "rss10"
    case .channel:
      let isCDF =
        root["href"] != nil || root["lastmod"] != nil || root["base"] != nil
        || root.first(.abstract) != nil || root.first(.schedule) != nil
      return isCDF ? "cdf" : "rss09x"
    default: return root["version"]?.hasPrefix("2") == true ? "rss20" : "rss09x"
    }
  }

  private static let authorNames: [XMLName] = [
    .dcCreator, .author, .dcAuthor, .managingeditor, .itunesAuthor, .atomAuthor, .webmaster,
    .itunesOwner, .mediaCredit, .dcContributor, .googleAuthor,
  ]

  private static func people(_ element: XMLElement) -> [FeedPerson] {
    for name in authorNames {
      guard let first = element.first(name) else { continue }
      var people: [FeedPerson] = []
      first.forEachSibling { person in
        let read =
          person.hasElements ? AtomParser.person(person) : person.text.flatMap(FeedText.person)
        if let read { people.append(read) }
      }
      if !people.isEmpty { return people }
    }
    return []
  }

  private static func schedule(_ channel: XMLElement) -> FeedSchedule {
    var schedule = FeedSchedule()
    if let minutes = channel.first(.ttl)?.text.flatMap(XMLElement.count), minutes > 0 {
      schedule.freshSeconds = min(minutes, 1_000_000) * 60
    } else if let period = channel.first(.syPeriod)?.text?.lowercased(),
      let seconds = [
        "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000,
        "yearly": 31_536_000,
      ][period]
    {
      let times = channel.first(.syFrequency)?.text.flatMap(XMLElement.count) ?? 1
      schedule.freshSeconds = seconds / max(1, min(times, 1000))
    }
    let hours = channel.first(.skiphours)?.all(.hour).compactMap {
      $0.text.flatMap(XMLElement.count)
    }
    // Some feeds count from 1 to 24.
    schedule.skipHours = Set((hours ?? []).filter { $0 <= 24 }.map { $0 % 24 })
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    let days = channel.first(.skipdays)?.all(.day).compactMap { $0.text?.lowercased() }
    schedule.skipDays = Set((days ?? []).compactMap { names.firstIndex(of: $0).map { $0 + 1 } })
    return schedule
  }
}

extension XMLElement {
  /// A number of bytes, a season or an episode: decimal digits; `nil` for anything else.
  static func count(_ text: String) -> Int? {
    text.utf8.allSatisfy(ASCII.isDigit) ? Int(text) : nil
  }
}
