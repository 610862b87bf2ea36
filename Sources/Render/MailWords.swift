// Text of any script in a header: encoded words.

/// Text of any script in a header.
///
/// Source: RFC 2047: an encoded word has at most 75 characters and holds whole characters; blanks
/// between two of them do not count.
enum MailWords {
  /// The longest encoded word.
  static let longest = 75
  /// The least room for a first word.
  static let least = 60
  private static let frame = "=?utf-8?q??=".utf8.count

  /// A text as encoded words, in the shorter of both encodings.
  ///
  /// - Parameter room: Characters that the first of them may have, ``least`` or more.
  static func encoded(_ text: String, room: Int) -> [String] {
    let q = words(text, room: room, letter: "q", size: { $0.reduce(0) { $0 + quotedSize($1) } }) {
      $0.map(quoted).joined()
    }
    let b = words(text, room: room, letter: "b", size: { ($0.count + 2) / 3 * 4 }) {
      Base64.encode($0)
    }
    func size(_ words: [String]) -> Int { words.reduce(0) { $0 + $1.utf8.count + 1 } }
    return size(b) < size(q) ? b : q
  }

  private static func words(
    _ text: String, room: Int, letter: String, size: ([UInt8]) -> Int, encode: ([UInt8]) -> String
  ) -> [String] {
    var words: [String] = []
    var bytes: [UInt8] = []
    var room = room - frame
    func close() {
      guard !bytes.isEmpty else { return }
      words.append("=?utf-8?\(letter)?\(encode(bytes))?=")
      bytes = []
      room = longest - frame
    }
    for character in text {
      let whole = Array(String(character).utf8)
      // Letters with more marks than a word holds are broken between their code points.
      let parts =
        size(whole) <= least - frame
        ? [whole] : character.unicodeScalars.map { Array(String($0).utf8) }
      for part in parts {
        if size(bytes + part) > room { close() }
        bytes += part
      }
    }
    close()
    return words
  }

  private static func quotedSize(_ byte: UInt8) -> Int { isBare(byte) || byte == 0x20 ? 1 : 3 }

  private static func quoted(_ byte: UInt8) -> String {
    if byte == 0x20 { return "_" }
    return isBare(byte) ? String(UnicodeScalar(byte)) : "=" + Hex.upper(byte)
  }

  /// What may stand for itself even in a name (RFC 2047 §5, rule 3).
  private static func isBare(_ byte: UInt8) -> Bool {
    MailText.isAlphanumeric(byte) || "!*+-/".utf8.contains(byte)
  }
}
