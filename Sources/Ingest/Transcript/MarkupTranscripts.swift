// Transcripts in XML and HTML: which of the forms it is.

import Model
import Text

/// Transcripts in XML and HTML: which of the forms it is.
enum MarkupTranscripts {
  /// Reads a document; `nil` when it does not begin with a tag, or is no transcript's.
  static func parse(_ bytes: [UInt8]) -> Transcript? {
    guard bytes.first(where: { !ASCII.isSpace($0) }) == UInt8(ascii: "<") else { return nil }
    if isTimedXML(bytes) {
      let (root, warnings) = XMLReader.read(bytes)
      if let root, var transcript = TTML.parse(root) ?? YouTubeCaptions.parse(root) {
        transcript.warnings = warnings + transcript.warnings
        return transcript
      }
    }
    return PodcastHTML.parse(bytes)
  }

  /// Whether a root of timed XML stands at the beginning: long pages of HTML are not read twice.
  private static func isTimedXML(_ bytes: [UInt8]) -> Bool {
    var at = 0
    let limit = min(bytes.count, 1 << 16)
    while let open = bytes[at..<limit].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      let name = bytes[at..<limit].prefix {
        ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
      }
      let local = name.split(separator: UInt8(ascii: ":")).last.map {
        String(decoding: $0.prefix(16), as: UTF8.self).lowercased()
      }
      if ["tt", "timedtext", "transcript"].contains(local) { return true }
    }
    return false
  }
}
