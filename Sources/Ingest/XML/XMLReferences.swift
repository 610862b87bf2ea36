// Character and entity references in XML text, declared or not.

import Text

/// References in a document's text, with the entities that the document declares itself.
struct XMLReferences {
  /// What a reference gives.
  enum Found {
    /// Characters, and the index behind the reference.
    case characters([UInt8], next: Int)
    /// The same, with something to tell.
    case mended([UInt8], next: Int, XMLDamageKind)
    /// No reference: the ampersand is text.
    case text(XMLDamageKind)
  }

  /// Bytes that declared entities may add to a document: a bomb is nothing but expansion.
  static let mostExpanded = 1 << 20
  private static let longestEntity = 4096
  private static let longestName = 34

  private var entities: [String: [UInt8]] = [:]
  /// Bytes that declared entities have added so far.
  private(set) var expanded = 0

  /// Takes the internal entities out of a document type: only values of plain text, so that none
  /// can name another.
  ///
  /// Source: XML 1.0 §4.2. External entities are never looked at.
  mutating func declare(_ subset: String) {
    var rest = Substring(subset)
    while let mark = rest.firstRange(ofASCII: "<!ENTITY") {
      rest = rest[mark.upperBound...]
      let name = rest.drop { $0.isWhitespace }.prefix { !$0.isWhitespace && $0 != ">" && $0 != "<" }
      guard !name.isEmpty, name != "%" else { continue }
      let value = rest[name.endIndex...].drop { $0.isWhitespace }
      guard let quote = value.first, quote == "\"" || quote == "'",
        let end = value.dropFirst().firstIndex(of: quote)
      else { continue }
      let text = String(value[value.index(after: value.startIndex)..<end])
      rest = rest[end...]
      let decoded = CharacterReferences.decode(Array(text.utf8)[...]).filter {
        $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
      }
      guard decoded.count <= Self.longestEntity, !decoded.contains(UInt8(ascii: "&")),
        !decoded.contains(UInt8(ascii: "<")), entities.count < 256
      else { continue }
      entities[String(name)] = entities[String(name)] ?? decoded
    }
  }

  /// Reads what stands at an ampersand.
  mutating func read(_ bytes: Span<UInt8>, at start: Int) -> Found {
    var stop = start + 1
    while stop < bytes.count, stop - start < Self.longestName, Self.isName(bytes[stop]) {
      stop += 1
    }
    guard stop > start + 1 else { return .text(.ampersand) }
    let closed = stop < bytes.count && bytes[stop] == UInt8(ascii: ";")
    if bytes[start + 1] == UInt8(ascii: "#") { return number(bytes, start) }
    guard closed else { return .text(.ampersand) }
    let name = String(decoding: Array(bytes, (start + 1)..<stop), as: UTF8.self)
    if let value = entities[name] {
      expanded += value.count
      return expanded <= Self.mostExpanded
        ? .characters(value, next: stop + 1) : .text(.entity)
    }
    switch name {
    case "amp": return .characters([UInt8(ascii: "&")], next: stop + 1)
    case "lt": return .characters([UInt8(ascii: "<")], next: stop + 1)
    case "gt": return .characters([UInt8(ascii: ">")], next: stop + 1)
    case "quot": return .characters([UInt8(ascii: "\"")], next: stop + 1)
    case "apos": return .characters([UInt8(ascii: "'")], next: stop + 1)
    // XHTML 1.0's symbols; HTML 5 has moved these two to other characters.
    case "lang": return .characters([0xE2, 0x8C, 0xA9], next: stop + 1)
    case "rang": return .characters([0xE2, 0x8C, 0xAA], next: stop + 1)
    default: break
    }
    guard let characters = CharacterReferences.lookup(name.utf8) else { return .text(.reference) }
    if characters.count == 2, characters[0] == 0xC3 || characters[0] == 0xC2,
      let spelled = doubleEncoded(bytes, start)
    {
      return spelled
    }
    return .characters(characters, next: stop + 1)
  }

  private func number(_ bytes: Span<UInt8>, _ start: Int) -> Found {
    if let spelled = doubleEncoded(bytes, start) { return spelled }
    let window = Array(bytes, start..<min(start + 64, bytes.count))
    guard let (characters, length) = CharacterReferences.reference(in: window[...], at: 0) else {
      return .text(.ampersand)
    }
    let next = start + length
    if characters == [0xEF, 0xBF, 0xBD] { return .mended(characters, next: next, .number) }
    if let first = characters.first, first < 0x20, first != 0x09, first != 0x0A, first != 0x0D {
      return .mended([], next: next, .control)
    }
    return .characters(characters, next: next)
  }

  /// References that spell the bytes of one character in UTF-8: `&#226;&#128;&#166;` for `…`, made
  /// by programs that encode bytes.
  private func doubleEncoded(_ bytes: Span<UInt8>, _ start: Int) -> Found? {
    var spelled: [UInt8] = []
    var at = start
    while spelled.count < 4, at + 3 < bytes.count, bytes[at] == UInt8(ascii: "&"),
      let (byte, next) = Self.byte(bytes, at)
    {
      if spelled.isEmpty, byte < 0xC2 || byte > 0xF4 { return nil }
      if !spelled.isEmpty, byte & 0xC0 != 0x80 { return nil }
      spelled.append(byte)
      at = next
      let length = spelled[0] >= 0xF0 ? 4 : spelled[0] >= 0xE0 ? 3 : 2
      if spelled.count == length {
        guard String(validating: spelled, as: UTF8.self) != nil else { return nil }
        return .mended(spelled, next: at, .doubleEncoded)
      }
    }
    return nil
  }

  /// The byte that a reference names by its number or its Latin-1 name, 0x80 to 0xFF.
  private static func byte(_ bytes: Span<UInt8>, _ start: Int) -> (UInt8, next: Int)? {
    var stop = start + 1
    while stop < bytes.count, stop - start < 10, isName(bytes[stop]) { stop += 1 }
    guard stop < bytes.count, bytes[stop] == UInt8(ascii: ";"), stop > start + 2 else { return nil }
    let name = Array(bytes, (start + 1)..<stop)
    var value: Int?
    if name[0] == UInt8(ascii: "#") {
      let text = String(decoding: name.dropFirst(), as: UTF8.self).lowercased()
      value = text.hasPrefix("x") ? Int(text.dropFirst(), radix: 16) : Int(text)
    } else if let found = CharacterReferences.lookup(name), found.count == 2,
      found[0] == 0xC2 || found[0] == 0xC3
    {
      value = Int(found[0] & 0x03) << 6 | Int(found[1] & 0x3F)
    }
    guard let value, (0x80...0xFF).contains(value) else { return nil }
    return (UInt8(value), stop + 1)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}

extension Array<UInt8> {
  /// A copy of a range of bytes.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    self.init()
    append(bytes, range)
  }

  /// Appends a range of bytes.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    bytes.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension Substring {
  /// The first place where an ASCII text stands.
  fileprivate func firstRange(ofASCII text: String) -> Range<Index>? {
    var from = startIndex
    guard let first = text.first else { return nil }
    while let at = self[from...].firstIndex(of: first) {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      from = index(after: at)
    }
    return nil
  }
}
