// What an export holds, one record a line.

import FoundationEssentials
import Model

/// Something stored, as an export has it: a JSON object whose `type` says what it is.
///
/// The fields are the tables' columns: times are RFC 3339 in UTC, seconds of an episode numbers, and
/// what is missing is absent. An export has the records by type in the order of the cases below, so that
/// what a record names comes before it, and inside a type by id. What can be made again is left out: the
/// search index and the counts of terms.
enum ArchiveRecord {
  case source(SourceRecord)
  case thread(ThreadRecord)
  case post(PostRecord)
  case article(ArticleRecord)
  case episode(EpisodeRecord)
  /// What else a post, article or episode is known by.
  case alias(AliasRecord)
  /// An index of proposals as it was fetched.
  case registry(RegistryRecord)
  /// Since when a proposal has had a status.
  case status(StatusRecord)
  case issue(PublicationRecord)
  case mail(SentRecord)
  case withdrawn(WithdrawnRecord)
}

/// A moment as an export spells it.
struct Moment: Codable, Equatable {
  /// Seconds from 1970 that can still be reckoned with: 34,000 years.
  private static let most: UInt64 = 1 << 40

  let seconds: Int64

  init(_ seconds: Int64) { self.seconds = seconds }

  /// Reads RFC 3339 in UTC, to the second, or a number of seconds since 1970.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int64.self) {
      guard number.magnitude < Self.most else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "'\(number)' is no time; it is too many seconds")
      }
      seconds = number
      return
    }
    let text = try container.decode(String.self)
    let fields = text.dropFirst(11).dropLast().split(separator: ":").map { Int($0) ?? -1 }
    guard text.utf8.count == 20, text.hasSuffix("Z"), text.dropFirst(10).first == "T",
      let day = CalendarDay(iso8601: String(text.prefix(10))), fields.count == 3,
      let moment = Timestamp(
        year: day.year, month: day.month, day: day.day, hour: fields[0], minute: fields[1],
        second: fields[2])
    else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no time; expected 2026-11-21T09:30:00Z")
    }
    seconds = moment.seconds
  }

  /// Writes RFC 3339, or the bare number for a year that it cannot spell.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let moment = Timestamp(seconds: seconds)
    if (1...9999).contains(moment.utcDay.year) {
      try container.encode(moment.rfc3339)
    } else {
      try container.encode(seconds)
    }
  }
}

struct SourceRecord: Codable {
  let address: String
  let title, kind: String?
  let lastAttempt, lastSuccess: Moment?
  let failures: Int
  let failingSince: Moment?
  let lastError, etag, lastModified: String?
  let lastFull, nextAttempt: Moment?
  let movedTo: String?
  let movedSightings: Int
  let gone: Bool
  let listedAs, language: String?

  enum CodingKeys: String, CodingKey {
    case address, title, kind, failures, etag, gone, language
    case lastAttempt = "last_attempt"
    case lastSuccess = "last_success"
    case failingSince = "failing_since"
    case lastError = "last_error"
    case lastModified = "last_modified"
    case lastFull = "last_full"
    case nextAttempt = "next_attempt"
    case movedTo = "moved_to"
    case movedSightings = "moved_sightings"
    case listedAs = "listed_as"
  }
}

struct ThreadRecord: Codable {
  let id, title, url, source, site: String
  /// Posts up to this number were removed as too old.
  let removedUpTo: Int

  enum CodingKeys: String, CodingKey {
    case id, title, url, source, site
    case removedUpTo = "removed_up_to"
  }
}

struct PostRecord: Codable {
  struct Quoted: Codable {
    let author: String?
    let number: Int?
    let text: String
  }

  let id, thread: String
  let number: Int?
  let author, authorKey: String
  let date: Moment?
  let url, words: String
  let inReplyTo: String?
  let quotations: [Quoted]
  /// Absent in an export of an older program: the thread's.
  let source: String?

  enum CodingKeys: String, CodingKey {
    case id, thread, number, author, date, url, words, quotations, source
    case authorKey = "author_key"
    case inReplyTo = "in_reply_to"
  }
}

struct ArticleRecord: Codable {
  let id, title, url: String
  let author: String?
  let date: Moment?
  let words, source, site: String
}

struct EpisodeRecord: Codable {
  struct Mark: Codable {
    let start: Double
    let title: String
    let url: String?
  }

  let id, title: String
  let url, audio: String?
  let date: Moment?
  let seconds: Double?
  let transcript: String?
  let notes, source, show: String
  let number: Int?
  let chapters: String?
  let marks: [Mark]
  let people: [EpisodePerson]
  let soundbites: [Soundbite]
  let cues: [Cue]
}

struct AliasRecord: Codable { let key, id: String }

struct RegistryRecord: Codable { let source, text: String }

struct StatusRecord: Codable {
  let proposal: String
  let since: Moment
  let status: String
}

struct PublicationRecord: Codable {
  struct Printed: Codable { let origin, text: String }

  struct PrintedTopic: Codable {
    let slug, label, week: String
    let posts, moments: Int
    let terms, members: [String]
  }

  let slug, title: String
  let firstDay, endDay: String
  let until: Moment
  let summary: [String]
  /// The issue as printed, as `Model.Issue` is coded; absent where no content was kept.
  let content: Issue?
  /// The same as text, where this program cannot read it.
  let contentText: String?
  let quotes: [Printed]
  /// The texts that it quotes and that were replaced since, as they were; absent where there are
  /// none.
  let earlierTexts: [Printed]?
  let topics: [PrintedTopic]
  let threads: [String]

  enum CodingKeys: String, CodingKey {
    case slug, title, until, summary, content, quotes, topics, threads
    case firstDay = "first_day"
    case endDay = "end_day"
    case contentText = "content_text"
    case earlierTexts = "earlier_texts"
  }
}

struct SentRecord: Codable {
  let issue: String
  let messageID: String
  let state: String
  let at: Moment

  enum CodingKeys: String, CodingKey {
    case issue, state, at
    case messageID = "message_id"
  }
}

struct WithdrawnRecord: Codable {
  let issue: String
  let firstDay, endDay: String
  let at: Moment

  enum CodingKeys: String, CodingKey {
    case issue, at
    case firstDay = "first_day"
    case endDay = "end_day"
  }
}

extension ArchiveRecord {
  /// What a feed's "1e999" seconds become, which JSON has no number for.
  private static let infinite = (plus: "infinite", minus: "-infinite", none: "none")

  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: infinite.plus, negativeInfinity: infinite.minus, nan: infinite.none)
    return encoder
  }

  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: infinite.plus, negativeInfinity: infinite.minus, nan: infinite.none)
    return decoder
  }
}

extension ArchiveRecord: Codable {
  private enum TypeKey: String, CodingKey { case type }

  private enum Kind: String, Codable {
    case source, thread, post, article, episode, alias, registry, status, issue, mail,
      withdrawn
  }

  init(from decoder: any Decoder) throws {
    switch try decoder.container(keyedBy: TypeKey.self).decode(Kind.self, forKey: .type) {
    case .source: self = .source(try SourceRecord(from: decoder))
    case .thread: self = .thread(try ThreadRecord(from: decoder))
    case .post: self = .post(try PostRecord(from: decoder))
    case .article: self = .article(try ArticleRecord(from: decoder))
    case .episode: self = .episode(try EpisodeRecord(from: decoder))
    case .alias: self = .alias(try AliasRecord(from: decoder))
    case .registry: self = .registry(try RegistryRecord(from: decoder))
    case .status: self = .status(try StatusRecord(from: decoder))
    case .issue: self = .issue(try PublicationRecord(from: decoder))
    case .mail: self = .mail(try SentRecord(from: decoder))
    case .withdrawn: self = .withdrawn(try WithdrawnRecord(from: decoder))
    }
  }

  func encode(to encoder: any Encoder) throws {
    let (kind, record): (Kind, any Encodable) =
      switch self {
      case .source(let record): (.source, record)
      case .thread(let record): (.thread, record)
      case .post(let record): (.post, record)
      case .article(let record): (.article, record)
      case .episode(let record): (.episode, record)
      case .alias(let record): (.alias, record)
      case .registry(let record): (.registry, record)
      case .status(let record): (.status, record)
      case .issue(let record): (.issue, record)
      case .mail(let record): (.mail, record)
      case .withdrawn(let record): (.withdrawn, record)
      }
    var container = encoder.container(keyedBy: TypeKey.self)
    try container.encode(kind, forKey: .type)
    try record.encode(to: encoder)
  }
}
