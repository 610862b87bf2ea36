// The inside of a start tag: names, attributes, and quotes that are missing.

import Text

/// An element's attributes beyond so many are left out.
private let mostAttributes = 64

extension XMLReader {
  /// Passes a name; where it stands.
  mutating func name(_ s: Span<UInt8>) -> Range<Int> {
    let start = at
    while at < s.count, !Self.endsName(s[at]) { at += 1 }
    return start..<at
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "<")
  }

  /// Reads attributes up to and past the tag's end; whether the tag is an empty element's.
  mutating func attributes(
    _ s: Span<UInt8>, _ declarations: inout [(prefix: String, uri: String)]
  ) -> Bool {
    let first = arena.attributes.count
    while at < s.count {
      let byte = s[at]
      switch byte {
      case UInt8(ascii: ">"):
        at += 1
        return false
      case UInt8(ascii: "/"):
        at += 1
        if at < s.count, s[at] == UInt8(ascii: ">") {
          at += 1
          return true
        }
      case UInt8(ascii: "<"):
        note(.tag, s)
        return false
      case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"): at += 1
      default:
        let range = name(s)
        let (value, endsTag) = attributeValue(s)
        let name = names.attribute(s, range)
        if s.begins("xmlns", at: range.lowerBound), range.count == 5 || name.hasPrefix("xmlns:") {
          declarations.append((String(name.dropFirst(6)), arena.string(value)))
        } else if arena.attributes.count - first >= mostAttributes {
          note(.attributes, s)
        } else if !arena.attributes[first...].contains(where: { $0.name == name }) {
          arena.attributes.append((name, value))
        }
        if let endsTag { return endsTag }
      }
    }
    note(.tag, s)
    return false
  }

  /// An attribute's value; where a missing quote ran over the tag's end, also whether the tag was
  /// an empty element's.
  private mutating func attributeValue(_ s: Span<UInt8>) -> (XMLText, endsTag: Bool?) {
    var look = at
    while look < s.count, s[look] <= 0x20 { look += 1 }
    guard look < s.count, s[look] == UInt8(ascii: "=") else { return (XMLText(), nil) }
    look += 1
    while look < s.count, s[look] <= 0x20 { look += 1 }
    guard look < s.count else {
      at = look
      return (XMLText(), nil)
    }
    let quote = s[look]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      note(.quote, s)
      at = look
      while look < s.count, s[look] > 0x20, s[look] != UInt8(ascii: ">") { look += 1 }
      let selfClosing =
        look < s.count && s[look] == UInt8(ascii: ">") && s[look - 1] == UInt8(ascii: "/")
      return (
        value(s, at..<(selfClosing ? look - 1 : look), next: selfClosing ? look - 1 : look), nil
      )
    }
    let start = look + 1
    var stop = start
    var firstEnd: Int?
    while stop < s.count, s[stop] != quote {
      if s[stop] == UInt8(ascii: ">"), firstEnd == nil { firstEnd = stop }
      if s[stop] == UInt8(ascii: "<"), firstEnd != nil || stop == s.count - 1 { break }
      stop += 1
    }
    if stop < s.count, s[stop] == quote { return (value(s, start..<stop, next: stop + 1), nil) }
    // The quote that should have ended the value is missing: value and tag end at the first `>`.
    note(.quote, s)
    guard let firstEnd else { return (value(s, start..<stop, next: stop), nil) }
    let isEmpty = firstEnd > start && s[firstEnd - 1] == UInt8(ascii: "/")
    return (
      value(s, start..<(isEmpty ? firstEnd - 1 : firstEnd), next: firstEnd + 1), endsTag: isEmpty
    )
  }

  /// Decodes a value; white space in it is blanks (XML 1.0 §3.3.3).
  private mutating func value(_ s: Span<UInt8>, _ range: Range<Int>, next: Int) -> XMLText {
    var plain = true
    for index in range where s[index] < 0x20 || s[index] == UInt8(ascii: "&") { plain = false }
    defer { at = next }
    if plain { return XMLText(start: range.lowerBound, end: range.upperBound) }
    let start = arena.mended.count
    at = range.lowerBound
    while at < range.upperBound {
      switch s[at] {
      case UInt8(ascii: "&"): arena.mended += reference(s)
      case 0..<0x20:
        if s[at] == 0x09 || s[at] == 0x0A || s[at] == 0x0D { arena.mended.append(0x20) }
        at += 1
      default:
        arena.mended.append(s[at])
        at += 1
      }
    }
    return XMLText(start: start, end: arena.mended.count, isMended: true)
  }
}
