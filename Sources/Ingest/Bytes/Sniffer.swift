// What bytes look like, for an error that helps.

import Text

/// What bytes look like.
package enum Sniffer {
  /// A short description for a message: `an HTML page`, `a PNG picture`, `plain text`.
  package static func describe(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "an empty file" }
    for (magic, name) in magics where bytes.starts(with: magic) { return name }
    if bytes.prefix(512).contains(0) { return "a binary file" }
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    let start = Strings.trimmed(head)
    if start.hasPrefix("{") || start.hasPrefix("[{") || start.hasPrefix("[\"") {
      return "a JSON document"
    }
    if start.contains("<!doctype html") || start.contains("<html") || start.contains("<head") {
      return "an HTML page"
    }
    if start.hasPrefix("<") { return "an XML document that is neither a feed nor a transcript" }
    if start.hasPrefix("webvtt") || start.contains("-->") {
      return "a subtitle file whose times cannot be read"
    }
    return "plain text without time stamps"
  }

  /// Whether bytes may be a page: text that is no JSON.
  package static func mayBePage(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty, !magics.contains(where: { bytes.starts(with: $0.0) }) else {
      return false
    }
    return !bytes.prefix(512).contains(0) && describe(bytes) != "a JSON document"
  }

  private static let magics: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"), (Array("RIFF".utf8), "a picture or recording"),
    (Array("%PDF".utf8), "a PDF document"),
    ([0x1F, 0x8B], "a gzip file"), ([0x50, 0x4B, 3, 4], "a ZIP file"),
    (Array("ID3".utf8), "an MP3 recording"),
  ]
}
