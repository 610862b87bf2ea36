// The header lines of an answer.

/// The header lines of an answer, in order, values as bytes.
///
/// A validator must go back byte for byte, whatever its bytes are; so nothing is decoded before it
/// is known what it is for.
struct HTTPHeaders {
  private var fields: [(name: String, value: [UInt8])] = []

  /// Takes a line, `Name: value` with or without its line break; anything else is ignored.
  mutating func add(line: some Collection<UInt8>) {
    let line = Array(line)
    guard let colon = line.firstIndex(of: 0x3A) else { return }
    let value = line[(colon + 1)...]
    guard let first = value.firstIndex(where: { !Self.isSpace($0) }),
      let last = value.lastIndex(where: { !Self.isSpace($0) })
    else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    fields.append((name, Array(value[first...last])))
  }

  /// The values of a header, as text; `name` in lower case.
  func values(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  /// The last value of a header, as text; `nil` when it is missing or empty.
  func value(_ name: String) -> String? { values(name).last }

  /// The last value of a header with one character for each byte (ISO 8859-1), so that
  /// ``bytes(ofOpaque:)`` gives the same bytes again.
  func opaque(_ name: String) -> String? {
    guard let value = fields.last(where: { $0.name == name })?.value else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: value.lazy.map { Unicode.Scalar($0) })
    return String(text)
  }

  /// The bytes of a value that ``opaque(_:)`` gave; `nil` if it cannot be sent as one line.
  static func bytes(ofOpaque text: String) -> [UInt8]? {
    let scalars = text.unicodeScalars
    let bytes =
      scalars.allSatisfy { $0.value < 0x100 }
      ? scalars.map { UInt8($0.value) } : Array(text.utf8)
    // A stored validator with a line break would be a header of its own.
    guard !bytes.isEmpty, !bytes.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) else {
      return nil
    }
    return bytes
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}
