// JSON text, written as it goes.

/// Writes JSON (RFC 8259) into one buffer, fields in the order in which they are given.
///
/// A document of millions of small fields is written at memory speed; the coder of the standard
/// library builds each as an object first, and takes twenty times as long.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether a value stands before the next one in the same list or object.
  private var follows = false

  /// Writes an object; `fields` writes its fields.
  mutating func object(_ fields: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    follows = false
    fields(&self)
    bytes.append(UInt8(ascii: "}"))
    follows = true
  }

  /// Writes a list, one value for each element.
  mutating func list<T>(_ elements: [T], _ value: (inout JSONWriter, T) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    follows = false
    for element in elements { value(&self, element) }
    bytes.append(UInt8(ascii: "]"))
    follows = true
  }

  /// Writes the name of the field whose value comes next.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    follows = false
  }

  /// Writes a field with text; nothing where there is none.
  mutating func field(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// Writes a field with a whole number; nothing where there is none.
  mutating func field(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    literal("\(number)")
  }

  /// Writes a field with a number; nothing where there is none.
  mutating func field(_ name: StaticString, _ number: Double?) {
    guard let number, number.isFinite else { return }
    key(name)
    literal(Int64(exactly: number).map { "\($0)" } ?? "\(number)")
  }

  /// Writes a field with a list of texts.
  mutating func field(_ name: StaticString, _ texts: [String]) {
    key(name)
    list(texts) { $0.string($1) }
  }

  /// Writes a list of objects as a field.
  mutating func field<T>(
    _ name: StaticString, _ elements: [T], _ fields: (inout JSONWriter, T) -> Void
  ) {
    key(name)
    list(elements) { writer, element in writer.object { fields(&$0, element) } }
  }

  /// Writes a field that says that a value is missing.
  mutating func null(_ name: StaticString) {
    key(name)
    literal("null")
  }

  /// Writes a text.
  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { source in
      var start = 0
      for (index, byte) in source.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: source[start..<index])
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: source[start...])
    }
    bytes.append(UInt8(ascii: "\""))
    follows = true
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes += Array("u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
    follows = true
  }

  private mutating func separate() { if follows { bytes.append(UInt8(ascii: ",")) } }
}
