// `hallway parse`: a file as JSON, whatever it is.

import FoundationEssentials
import Ingest
import Model
import Text

/// A file as JSON, whatever it is: feed, subscription list, or transcript.
package enum ParseReport {
  /// Reads a file and gives the JSON of the contract, one document.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - baseURL: What relative addresses are resolved against.
  ///   - contentType: A Content-Type header; its charset counts.
  package static func run(_ path: String, baseURL: String?, contentType: String?) throws(RunFailure)
    -> String
  {
    let bytes = path == "-" ? try Files.standardInput() : try Files.read(path)
    let charset = contentType.flatMap(ContentType.charset)
    do {
      let feed = try FeedParser.parse(bytes, charset: charset)
      return try encode(FeedDocument(feed, baseURL: baseURL))
    } catch let failure as FeedParser.Failure {
      if let list = OPML.parse(bytes, charset: charset) { return try encode(ListDocument(list)) }
      if let transcript = TranscriptParser.parse(bytes, charset: charset) {
        return try encode(TranscriptDocument(transcript))
      }
      throw .failed(
        "\(path): is no feed, list or transcript; it looks like \(failure.looksLike)")
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .failed("\(path): \(error)")
    }
  }

  private static func encode(_ value: some Encodable) throws(RunFailure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      throw .failed("cannot be written as JSON: \(error)")
    }
  }

  private struct Warning: Encodable {
    let line: Int?
    let message: String

    init(_ diagnostic: Diagnostic) { (line, message) = (diagnostic.line, diagnostic.message) }
  }

  private struct Person: Encodable {
    let name, email, url: String?

    init(_ person: FeedPerson) { (name, email, url) = (person.name, person.email, person.url) }
  }

  private struct FeedDocument: Encodable {
    struct Head: Encodable {
      let format: String
      let title, link, description, language, updated: String?
      let authors: [Person]
    }
    let feed: Head
    let entries: [Entry]
    let warnings: [Warning]

    init(_ read: Feed, baseURL: String?) {
      let link = read.link.map { CanonicalURL.resolve($0, against: baseURL) ?? $0 }
      feed = Head(
        format: read.format, title: read.title, link: link, description: read.about,
        language: read.language, updated: read.updated?.rfc3339,
        authors: read.authors.map(Person.init))
      entries = read.entries.map { Entry($0, base: link ?? baseURL) }
      warnings = read.warnings.map(Warning.init)
    }
  }

  private struct Entry: Encodable {
    struct Enclosure: Encodable {
      let url: String
      let type: String?
      let length: Int?
    }
    struct TranscriptLink: Encodable {
      let url: String
      let type, language, rel: String?
    }
    let id, title, link, published, updated: String?
    let authors: [Person]
    let summary, content: String?
    let categories: [String]
    let enclosures: [Enclosure]
    let comments, inReplyTo: String?
    let transcripts: [TranscriptLink]
    let chapters: String?
    let duration: Double?
    let image: String?
    let season, episode: Int?

    enum CodingKeys: String, CodingKey {
      case id, title, link, published, updated, authors, summary, content, categories, enclosures
      case comments = "comments_url"
      case inReplyTo = "in_reply_to"
      case transcripts
      case chapters = "chapters_url"
      case duration = "duration_seconds"
      case image, season, episode
    }

    init(_ entry: FeedEntry, base: String?) {
      func absolute(_ address: String) -> String {
        CanonicalURL.resolve(address, against: base) ?? address
      }
      (id, title) = (entry.id, entry.title)
      link = entry.link.map(absolute)
      (published, updated) = (entry.published?.rfc3339, entry.updated?.rfc3339)
      authors = entry.authors.map(Person.init)
      summary = entry.summary.flatMap(Self.plain)
      content = entry.content.flatMap(Self.plain)
      categories = entry.categories
      enclosures = entry.enclosures.map {
        Enclosure(url: absolute($0.url), type: $0.type, length: $0.length)
      }
      (comments, inReplyTo) = (entry.comments.map(absolute), entry.inReplyTo)
      transcripts = entry.transcripts.map {
        TranscriptLink(url: absolute($0.url), type: $0.type, language: $0.language, rel: $0.rel)
      }
      (chapters, duration) = (entry.chapters.map(absolute), entry.duration)
      (image, season, episode) = (entry.image.map(absolute), entry.season, entry.episode)
    }

    private static func plain(_ html: String) -> String? {
      let text = HTMLText.blocks(of: html).plainText
      return text.isEmpty ? nil : text
    }
  }

  private struct ListDocument: Encodable {
    struct Outline: Encodable {
      let title, htmlURL, kind: String?
      let url: String
      let folder: [String]

      enum CodingKeys: String, CodingKey {
        case title, url
        case htmlURL = "html_url"
        case kind, folder
      }
    }
    let outlines: [Outline]
    let warnings: [Warning]

    init(_ list: OPML) {
      outlines = list.outlines.map {
        Outline(title: $0.title, htmlURL: $0.htmlURL, kind: $0.kind, url: $0.url, folder: $0.folder)
      }
      warnings = list.warnings.map(Warning.init)
    }
  }

  private struct TranscriptDocument: Encodable {
    struct Body: Encodable {
      let format: String
      let segments: [Segment]
    }
    struct Segment: Encodable {
      let start, end: Double?
      let speaker: String?
      let text: String
    }
    let transcript: Body
    let warnings: [Warning]

    init(_ read: Transcript) {
      transcript = Body(
        format: read.format,
        segments: read.cues.map {
          Segment(start: $0.start, end: $0.end, speaker: $0.speaker, text: $0.text)
        })
      warnings = read.warnings.map(Warning.init)
    }
  }
}
