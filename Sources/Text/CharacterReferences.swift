// Character references: `&eacute;`, `&#233;`, `&#xE9;` to characters.

/// Decoding of HTML's character references.
///
/// Source: WHATWG HTML, §13.2.5.72 to 13.2.5.80.
package enum CharacterReferences {
  /// The characters behind a name without `&` and `;`, in UTF-8; `nil` for a name HTML does not
  /// know.
  package static func lookup(_ name: some Sequence<UInt8>) -> [UInt8]? {
    // A name of up to 15 bytes is a string without an allocation.
    if let found = name.withContiguousStorageIfAvailable({
      table[String(decoding: $0, as: UTF8.self)]
    }) {
      return found
    }
    return table[String(decoding: Array(name), as: UTF8.self)]
  }

  /// Decodes every reference in a piece of text; what is not one stays as it is.
  ///
  /// - Complexity: Linear in the text.
  package static func decode(_ bytes: ArraySlice<UInt8>, inAttribute: Bool = false) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "&"),
        let (characters, next) = reference(in: bytes, at: at, inAttribute: inAttribute)
      {
        result += characters
        at = next
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  /// Decodes every reference in a string.
  package static func decode(_ text: String) -> String {
    if !text.utf8.contains(UInt8(ascii: "&")) { return text }
    return String(decoding: decode(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// The reference that begins at an ampersand: its characters, and the index after it; `nil` if
  /// it is none.
  package static func reference(
    in bytes: ArraySlice<UInt8>, at start: Int, inAttribute: Bool = false
  ) -> ([UInt8], Int)? {
    let first = start + 1
    guard first < bytes.endIndex else { return nil }
    return bytes[first] == UInt8(ascii: "#")
      ? numeric(in: bytes, at: first + 1)
      : named(in: bytes, at: first, inAttribute: inAttribute)
  }

  private static func numeric(in bytes: ArraySlice<UInt8>, at start: Int) -> ([UInt8], Int)? {
    var at = start
    let hexadecimal = at < bytes.endIndex && bytes[at] | 0x20 == UInt8(ascii: "x")
    if hexadecimal { at += 1 }
    let digits = at
    var value: UInt32 = 0
    while at < bytes.endIndex, let digit = ASCII.digit(bytes[at], radix: hexadecimal ? 16 : 10) {
      value = min(value * (hexadecimal ? 16 : 10) + UInt32(digit), 0x11_0000)
      at += 1
    }
    guard at > digits else { return nil }
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: ";") { at += 1 }
    // Numbers 128 to 159 are read as windows-1252, as every browser does.
    if (0x80...0x9F).contains(value) { value = windows1252[Int(value) - 0x80] }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (Array(String(Character(scalar ?? "\u{FFFD}")).utf8), at)
  }

  private static func named(
    in bytes: ArraySlice<UInt8>, at start: Int, inAttribute: Bool
  ) -> ([UInt8], Int)? {
    var at = start
    while at < bytes.endIndex, ASCII.isAlphanumeric(bytes[at]), at - start < 32 { at += 1 }
    guard at > start else { return nil }
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: ";") {
      if let found = lookup(bytes[start..<at]) { return (found, at + 1) }
    }
    // Without a semicolon the longest legacy name counts; in an attribute not before `=` or a
    // letter.
    var end = at
    while end > start {
      let name = String(decoding: bytes[start..<end], as: UTF8.self)
      if legacy.contains(name) {
        if inAttribute, end < bytes.endIndex,
          bytes[end] == UInt8(ascii: "=") || ASCII.isAlphanumeric(bytes[end])
        {
          return nil
        }
        return table[name].map { ($0, end) }
      }
      end -= 1
    }
    return nil
  }

  private static let table: [String: [UInt8]] = {
    var result: [String: [UInt8]] = [:]
    result.reserveCapacity(2200)
    for pair in CharacterReferenceTable.named.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
      var characters: [UInt8] = []
      for hex in pair[pair.index(after: equals)...].split(separator: UInt8(ascii: ",")) {
        guard let value = UInt32(Substring(hex), radix: 16), let scalar = Unicode.Scalar(value)
        else { continue }
        characters += Array(String(Character(scalar)).utf8)
      }
      result[String(Substring(pair[..<equals]))] = characters
    }
    return result
  }()

  private static let legacy: Set<String> = Set(
    CharacterReferenceTable.withoutSemicolon.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Code points of the bytes 0x80 to 0x9F in windows-1252 (WHATWG Encoding, index windows-1252).
  package static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
