// Text of any length as lines that every mail server passes on.

/// A body as lines that every mail server passes on, and the name of how it was made so.
struct MailEncoding: Equatable {
  /// The value of Content-Transfer-Encoding.
  let name: String
  /// Lines of at most 76 ASCII characters, with CRLF between them and none at the end.
  let body: String

  /// The shorter of both encodings; the readable one where they are equal.
  static func shortest(_ text: String) -> MailEncoding {
    let lines = lines(of: text)
    let quoted = QuotedPrintable.encode(lines)
    let base64 = Base64.lines(Array(lines.joined(separator: [0x0D, 0x0A])))
    return base64.utf8.count < quoted.utf8.count
      ? MailEncoding(name: "base64", body: base64)
      : MailEncoding(name: "quoted-printable", body: quoted)
  }

  /// The lines of a text, whichever way they end.
  private static func lines(of text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var isAfterReturn = false
    for byte in text.utf8 {
      switch byte {
      case 0x0D: lines.append([])
      case 0x0A: if !isAfterReturn { lines.append([]) }
      default: lines[lines.count - 1].append(byte)
      }
      isAfterReturn = byte == 0x0D
    }
    return lines
  }
}

/// Text in which only what needs it is encoded.
///
/// Source: RFC 2045 §6.7. Beyond it, `From ` and a dot are encoded at the beginning of a line, for
/// mailboxes and servers that would change them.
enum QuotedPrintable {
  private static let longest = 76

  /// Lines, with CRLF between them.
  static func encode(_ lines: [[UInt8]]) -> String {
    var out: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { out += [0x0D, 0x0A] }
      append(line, to: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func append(_ line: [UInt8], to out: inout [UInt8]) {
    var column = 0
    var index = 0
    while index < line.count {
      let length = characterLength(line[index...])
      let isLast = index + length == line.count
      var unit = unit(line[index..<(index + length)], isLast: isLast, isFirst: column == 0)
      // The last unit needs no place for the mark of a soft break behind it.
      if column + unit.count > (isLast ? longest : longest - 1) {
        out += Array("=\r\n".utf8)
        column = 0
      }
      if column == 0, isRisky(line[index...]) { unit = hex(line[index]) }
      out += unit
      column += unit.count
      index += length
    }
  }

  /// Bytes of the character that a line begins with; bytes that are none count as one each.
  private static func characterLength(_ line: ArraySlice<UInt8>) -> Int {
    guard let first = line.first, first >= 0xC0 else { return 1 }
    let rest = line.dropFirst().prefix(3).prefix { $0 & 0xC0 == 0x80 }
    return 1 + rest.count
  }

  private static func unit(_ bytes: ArraySlice<UInt8>, isLast: Bool, isFirst: Bool) -> [UInt8] {
    guard let byte = bytes.first, bytes.count == 1 else { return bytes.flatMap(hex) }
    let isBlank = byte == 0x20 || byte == 0x09
    let isBare = isBlank ? !isLast : (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
    return isBare ? [byte] : hex(byte)
  }

  /// Whether what begins a line here would be changed on the way.
  private static func isRisky(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: ".") || line.starts(with: "From ".utf8)
  }

  private static func hex(_ byte: UInt8) -> [UInt8] { Array(("=" + Hex.upper(byte)).utf8) }
}

/// Bytes as letters, three to four.
///
/// Source: RFC 4648 §4.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// One line without an end.
  static func encode(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Lines of 76 letters, with CRLF between them.
  static func lines(_ bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count, by: 57)
      .map { encode(Array(bytes[$0..<min($0 + 57, bytes.count)])) }.joined(separator: "\r\n")
  }
}

/// Bytes in figures.
enum Hex {
  private static let digits = Array("0123456789ABCDEF".unicodeScalars)

  /// Two figures: `0A`.
  static func upper(_ byte: UInt8) -> String {
    var text = String.UnicodeScalarView()
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
    return String(text)
  }
}
