// JSON text, written as it goes.

/// Writes JSON (RFC 8259) into one buffer, fields in the order in which they are given.
///
/// A document of millions of small fields is written at memory speed; the coder of the standard
/// library builds each as an object first, and takes twenty times as long.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether a value stands before the next one in the same list or object.
  private var follows = false

  /// - Parameter capacity: How many bytes will be written, as far as known.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Ends the document with a line's end.
  mutating func endLine() { bytes.append(0x0A) }

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
    // By index: a loop over large elements copies each.
    for index in elements.indices { value(&self, elements[index]) }
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
      while true {
        let end = Self.plainEnd(source, from: start)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
        guard end < source.count else { break }
        escape(source[end])
        start = end + 1
      }
    }
    bytes.append(UInt8(ascii: "\""))
    follows = true
  }

  /// The index of the next byte that stands for itself only behind a backslash, or the end.
  ///
  /// Words of eight bytes are tested at once (H. Warren, *Hacker's Delight* §6-1).
  private static func plainEnd(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(source)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
    var index = start
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let special =
        (word &- ones &* 0x20) & ~word & highs | hasZero(word ^ (ones &* 0x22))
        | hasZero(word ^ (ones &* 0x5C))
      if special != 0 { break }
      index += 8
    }
    while index < raw.count, raw[index] >= 0x20, raw[index] != 0x22, raw[index] != 0x5C {
      index += 1
    }
    return index
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
