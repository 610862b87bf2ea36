// Transcripts in XML and HTML: which of the forms it is.

import Model
import Text

/// Transcripts in XML and HTML: which of the forms it is.
enum MarkupTranscripts {
  /// Reads a document; `nil` when it is no transcript's.
  static func parse(_ bytes: [UInt8]) -> Transcript? {
    let names = names(bytes)
    if !timedXML.isDisjoint(with: names) {
      let (root, warnings) = XMLReader.read(bytes)
      if let root, var transcript = TTML.parse(root) ?? YouTubeCaptions.parse(root) {
        transcript.warnings = warnings + transcript.warnings
        return transcript
      }
    }
    // A feed carries pages that may cite somebody.
    if names.first.map(feeds.contains) ?? false { return nil }
    return PodcastHTML.parse(bytes)
  }

  private static let timedXML: Set<String> = ["tt", "timedtext", "transcript"]
  private static let feeds: Set<String> = ["channel", "feed", "opml", "rdf", "rss"]

  /// The names of the first elements in lower case without prefixes, each once: long pages of HTML
  /// are not read twice.
  private static func names(_ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var at = 0
    let limit = min(bytes.count, 1 << 16)
    while found.count < 64, let open = bytes[at..<limit].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      guard at < limit, ASCII.isLetter(bytes[at]) else { continue }
      let name = bytes[at..<limit].prefix {
        ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
      }
      guard let local = name.split(separator: UInt8(ascii: ":")).last else { continue }
      let text = String(decoding: local.prefix(16), as: UTF8.self).lowercased()
      if !found.contains(text) { found.append(text) }
    }
    return found
  }
}
