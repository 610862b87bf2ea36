// HTML markup to tags and text, in one linear pass.

/// Splits HTML into tags and runs of text.
///
/// It keeps the tokenizer's rules that decide what is text (tags, quoted attributes, comments,
/// raw-text elements), builds no tree, and so is linear and bounded whatever the nesting.
///
/// Source: WHATWG HTML, §13.2.5 "Tokenization".
package struct HTMLTokenizer {
  /// One token.
  package enum Token: Equatable, Sendable {
    /// Character data, references decoded.
    case text([UInt8])
    /// A start tag: its name in lower case, its attributes in order, whether it ends in `/>`.
    case startTag(String, [Attribute], selfClosing: Bool)
    /// An end tag's name in lower case.
    case endTag(String)
  }

  /// An attribute: its name in lower case, its value with references decoded.
  package struct Attribute: Equatable, Sendable {
    /// Its name.
    package let name: String
    /// Its value; empty where none is given.
    package let value: String
  }

  private let bytes: [UInt8]
  private var at = 0
  /// The raw-text element that is open: only its own end tag counts.
  private var rawText: String?
  /// Raw-text elements whose end tag does not come any more.
  private var neverEnding: Set<String> = []

  private static let rawTextElements: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
  ]

  /// Creates a tokenizer over UTF-8 text.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; `nil` at the end.
  package mutating func next() -> Token? {
    while at < bytes.count {
      if let name = rawText { return rawToken(of: name) }
      if bytes[at] == UInt8(ascii: "<"), let token = markup() {
        if case .skip = token { continue }
        if case .token(let token) = token { return token }
      }
      return text()
    }
    return nil
  }

  private enum Markup {
    case token(Token)
    case skip
  }

  private mutating func text() -> Token {
    let start = at
    at += 1  // a `<` that opens no tag is text
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    return .text(CharacterReferences.decode(bytes[start..<at]))
  }

  /// Whether an element's end tag stands somewhere behind; one that never ends would hide the rest.
  private mutating func endsLater(_ name: String) -> Bool {
    if neverEnding.contains(name) { return false }
    if rawEnd(of: name) < bytes.count { return true }
    neverEnding.insert(name)
    return false
  }

  /// The index of the next end tag of an element; the end of the text when there is none.
  private func rawEnd(of name: String) -> Int {
    let wanted = Array(name.utf8)
    var index = at
    while index + 2 + wanted.count <= bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
        bytes[(index + 2)..<(index + 2 + wanted.count)].lazy.map(ASCII.lower).elementsEqual(wanted),
        index + 2 + wanted.count == bytes.count
          || !ASCII.isAlphanumeric(bytes[index + 2 + wanted.count])
      {
        return index
      }
      index += 1
    }
    return bytes.count
  }

  private mutating func rawToken(of name: String) -> Token {
    let start = at
    at = rawEnd(of: name)
    rawText = nil
    guard at > start else { return markupOrEnd(name) }
    let decoded = name == "textarea" || name == "title"
    return .text(
      decoded ? CharacterReferences.decode(bytes[start..<at]) : Array(bytes[start..<at]))
  }

  private mutating func markupOrEnd(_ name: String) -> Token {
    if case .token(let token) = markup() { return token }
    return .endTag(name)
  }

  /// What a `<` opens; `nil` when it is only text.
  private mutating func markup() -> Markup? {
    guard at + 1 < bytes.count else { return nil }
    switch bytes[at + 1] {
    case UInt8(ascii: "!"):
      skipDeclaration()
      return .skip
    case UInt8(ascii: "?"):
      skip(past: UInt8(ascii: ">"))
      return .skip
    case UInt8(ascii: "/"):
      guard at + 2 < bytes.count else { return nil }
      guard ASCII.isLetter(bytes[at + 2]) else {
        skip(past: UInt8(ascii: ">"))
        return .skip
      }
      at += 2
      let name = tagName()
      _ = attributes()
      return .token(.endTag(name))
    case let byte where ASCII.isLetter(byte):
      at += 1
      let name = tagName()
      let (list, selfClosing) = attributes()
      guard !selfClosing, Self.rawTextElements.contains(name) else {
        return .token(.startTag(name, list, selfClosing: selfClosing))
      }
      let ends = endsLater(name)
      if ends { rawText = name }
      return .token(.startTag(name, list, selfClosing: !ends))
    default: return nil
    }
  }

  private mutating func skip(past byte: UInt8) {
    while at < bytes.count, bytes[at] != byte { at += 1 }
    at = min(at + 1, bytes.count)
  }

  private mutating func skipDeclaration() {
    func begins(_ text: StaticString) -> Bool {
      text.withUTF8Buffer { bytes[at...].starts(with: $0) }
    }
    if begins("<!--") {
      at += 4
      while at < bytes.count {
        if bytes[at] == UInt8(ascii: ">"),
          bytes[at - 1] == UInt8(ascii: "-"), bytes[at - 2] == UInt8(ascii: "-")
        {
          at += 1
          return
        }
        at += 1
      }
    } else if begins("<![CDATA[") {
      // Feeds carry CDATA marks inside escaped HTML; browsers read them as a comment up to the
      // next `>`.
      at += 9
      skip(past: UInt8(ascii: ">"))
    } else {
      skip(past: UInt8(ascii: ">"))
    }
  }

  private mutating func tagName() -> String {
    var name: [UInt8] = []
    while at < bytes.count, !ASCII.isSpace(bytes[at]), bytes[at] != UInt8(ascii: "/"),
      bytes[at] != UInt8(ascii: ">")
    {
      name.append(ASCII.lower(bytes[at]))
      at += 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Reads up to and past `>`; the first of several attributes with one name counts.
  private mutating func attributes() -> ([Attribute], Bool) {
    var list: [Attribute] = []
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") {
        at += 1
        return (list, false)
      }
      if byte == UInt8(ascii: "/") {
        at += 1
        if at < bytes.count, bytes[at] == UInt8(ascii: ">") {
          at += 1
          return (list, true)
        }
        continue
      }
      if ASCII.isSpace(byte) {
        at += 1
        continue
      }
      let attribute = attribute()
      if list.count < 64, !list.contains(where: { $0.name == attribute.name }) {
        list.append(attribute)
      }
    }
    return (list, false)
  }

  private mutating func attribute() -> Attribute {
    var name: [UInt8] = [ASCII.lower(bytes[at])]
    at += 1
    while at < bytes.count, !ASCII.isSpace(bytes[at]), bytes[at] != UInt8(ascii: "="),
      bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/")
    {
      name.append(ASCII.lower(bytes[at]))
      at += 1
    }
    var look = at
    while look < bytes.count, ASCII.isSpace(bytes[look]) { look += 1 }
    guard look < bytes.count, bytes[look] == UInt8(ascii: "=") else {
      return Attribute(name: String(decoding: name, as: UTF8.self), value: "")
    }
    at = look + 1
    while at < bytes.count, ASCII.isSpace(bytes[at]) { at += 1 }
    let value = attributeValue()
    return Attribute(
      name: String(decoding: name, as: UTF8.self),
      value: String(
        decoding: CharacterReferences.decode(value, inAttribute: true), as: UTF8.self))
  }

  private mutating func attributeValue() -> ArraySlice<UInt8> {
    guard at < bytes.count else { return [] }
    let quote = bytes[at]
    let start: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start = at + 1
      at = start
      while at < bytes.count, bytes[at] != quote { at += 1 }
      defer { at = min(at + 1, bytes.count) }
      return bytes[start..<at]
    }
    start = at
    while at < bytes.count, !ASCII.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
    return bytes[start..<at]
  }
}
