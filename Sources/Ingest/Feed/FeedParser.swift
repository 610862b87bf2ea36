// The door to feeds: bytes in, a feed with its entries out, whatever its form.

import Model
import Text

/// Bytes to a feed.
package enum FeedParser {
  /// What bytes are that hold no feed.
  package struct Failure: Error {
    /// What they look like, for a message: `an HTML page`.
    package let looksLike: String
    /// The line of the first fault, where there is one.
    package let line: Int?
  }

  /// Reads a feed of any form.
  ///
  /// The bytes are decoded, mended, and parsed strictly; where that fails, each entry is parsed
  /// by itself, so that a bad one costs no other, and the bad ones are read as far as they go.
  ///
  /// - Parameters:
  ///   - bytes: The document as received.
  ///   - charset: The charset of the HTTP Content-Type, if any.
  package static func parse(_ bytes: [UInt8], charset: String? = nil) throws(Failure) -> Feed {
    let (utf8, decoding) = Encoding.utf8(bytes, charset: charset)
    let (mended, repairs) = XMLRepair.repair(utf8)
    var reader = FeedBuilder()
    let (root, failure) = XMLReader.read(mended) { reader.close($0, depth: $1) }
    var warnings = decoding + repairs
    guard let failure else {
      guard let root, var feed = reader.finish(root) else {
        throw Failure(looksLike: Sniffer.describe(utf8), line: nil)
      }
      feed.warnings = warnings + feed.warnings
      return feed
    }
    warnings.append(Diagnostic(line: failure.line, "is damaged: \(failure.message)"))
    guard var feed = parseApart(mended, &warnings) else {
      throw Failure(looksLike: Sniffer.describe(utf8), line: failure.line)
    }
    feed.warnings = warnings
    return feed
  }

  /// Entries of a damaged feed that are parsed one by one.
  private static let mostEntries = 20_000

  /// Parses the head of a damaged feed and then each entry by itself.
  private static func parseApart(_ bytes: [UInt8], _ warnings: inout [Diagnostic]) -> Feed? {
    let pieces = EntrySplitter.split(bytes)
    var reader = FeedBuilder()
    let head = XMLReader.read(guarded(Array(bytes[..<pieces.headEnd])), recover: true) {
      reader.close(unguarded($0), depth: $1)
    }
    guard let root = head.root, var feed = reader.finish(root) else { return nil }
    if pieces.entries.count > mostEntries {
      warnings.append(Diagnostic("has more than \(mostEntries) entries; the rest is left out"))
    }
    for piece in pieces.entries.prefix(mostEntries) {
      let source = pieces.rootTag + bytes[piece.range] + piece.missingEnd
      var entries = FeedBuilder()
      let strict = XMLReader.read(source + pieces.rootEnd) { entries.close($0, depth: $1) }
      if let failure = strict.failure {
        entries = FeedBuilder()
        _ = XMLReader.read(guarded(source + pieces.rootEnd), recover: true) {
          entries.close(unguarded($0), depth: $1)
        }
        warnings.append(
          Diagnostic(
            line: piece.line, "entry is damaged (\(failure.message)); read as far as it goes"))
      }
      for var entry in entries.entries {
        entry.line = piece.line
        feed.entries.append(entry)
      }
    }
    return feed
  }

  /// Hides the predefined references from libxml2's recovery, which would drop them, behind
  /// private-use characters.
  private static func guarded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    outer: while at < bytes.count {
      if bytes[at] == UInt8(ascii: "&") {
        for (index, name) in guardedNames.enumerated()
        where bytes[(at + 1)...].starts(with: name) {
          result += [0xEE, 0x80, 0x80 + UInt8(index)]  // U+E000 and on
          at += 1 + name.count
          continue outer
        }
      }
      result.append(bytes[at])
      at += 1
    }
    return result
  }

  private static let guardedNames: [[UInt8]] = ["amp;", "lt;", "gt;", "quot;", "apos;"].map {
    Array($0.utf8)
  }

  private static func unguarded(_ text: String) -> String {
    let characters: [Unicode.Scalar] = ["&", "<", ">", "\"", "'"]
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let index = Int(scalar.value) - 0xE000
      scalars.append(characters.indices.contains(index) ? characters[index] : scalar)
    }
    return String(scalars)
  }

  private static func unguarded(_ element: XMLElement) -> XMLElement {
    let result = XMLElement(
      name: element.name,
      attributes: element.attributes.map { ($0.name, unguarded($0.value)) }, line: element.line)
    result.children = element.children.map { child in
      switch child {
      case .text(let text): .text(unguarded(text))
      case .element(let child): .element(unguarded(child))
      }
    }
    return result
  }
}

/// Turns elements into entries as they end, so that a long feed is never held whole.
struct FeedBuilder {
  private var parsed: [FeedEntry] = []

  /// Takes an element that has ended; whether its parent is to keep it.
  mutating func close(_ element: XMLElement, depth: Int) -> Bool {
    switch element.name {
    case "item" where depth > 0: parsed.append(RSSParser.entry(element))
    case "atom:entry" where depth > 0: parsed.append(AtomParser.entry(element))
    default: return true
    }
    return false
  }

  /// The entries read so far.
  var entries: [FeedEntry] { parsed }

  /// The whole feed; `nil` when the root is not a feed's.
  func finish(_ root: XMLElement) -> Feed? {
    var feed: Feed
    switch root.name {
    case "rss", "rdf:RDF", "channel": feed = RSSParser.feed(root)
    case "atom:feed": feed = AtomParser.feed(root)
    default: return nil
    }
    feed.entries = parsed
    return feed
  }
}
