// HTML markup to tags and text, in one linear pass.

import Glibc

/// Splits HTML into tags and runs of text.
///
/// It keeps the tokenizer's rules that decide what is text (tags, quoted attributes, comments,
/// raw-text elements), builds no tree, and so is linear and bounded whatever the nesting. Where a
/// browser would hide the rest of a cut-off fragment (an unclosed comment, a declaration without
/// its end), the fragment is shown instead.
///
/// Source: WHATWG HTML, §13.2.5 "Tokenization".
package struct HTMLTokenizer: Sendable {
  /// One token.
  package enum Token: Equatable, Sendable {
    /// Character data: where it stands, and whether references in it count.
    case text(Range<Int>, decoded: Bool)
    /// A start tag: its name, where its attributes stand, whether it ends in `/>`.
    case startTag(HTMLName, attributes: Range<Int>, selfClosing: Bool)
    /// An end tag.
    case endTag(HTMLName)
  }

  /// An attribute: its name in lower case, its value with references decoded.
  package struct Attribute: Equatable, Sendable {
    /// Its name.
    package let name: String
    /// Its value; empty where none is given.
    package let value: String
  }

  private var at = 0
  /// The raw-text element that is open: only its own end tag counts.
  private var rawText: (name: HTMLName, range: Range<Int>)?
  /// What does not come any more: end tags of raw-text elements, ends of comments and sections.
  private var missing: Set<String> = []
  private var sectionEnd: Int?
  /// Whether tags of no known element, without attributes, are text: `Vec<T>` in a title.
  private let keepsUnknownTags: Bool
  /// The bytes that were read again because a tag was text, and the most: `<a<a<a…` without an end
  /// would take quadratic time.
  private var reread = 0
  private static let mostReread = 1 << 18

  /// Creates a tokenizer.
  package init(keepsUnknownTags: Bool = false) { self.keepsUnknownTags = keepsUnknownTags }

  /// The next token of UTF-8 text; `nil` at the end.
  ///
  /// - Parameter s: The same text at every call.
  package mutating func next(_ s: Span<UInt8>) -> Token? {
    while at < s.count {
      if rawText != nil, let token = rawToken(s) { return token }
      if s[at] == UInt8(ascii: "<") {
        switch markup(s) {
        case .token(let token): return token
        case .skip: continue
        case .text: break
        }
      }
      if at == sectionEnd, s.count - at >= 3 {
        at += 3
        sectionEnd = nil
        continue
      }
      return text(s)
    }
    return nil
  }

  private enum Markup {
    case token(Token)
    case skip
    case text
  }

  private mutating func text(_ s: Span<UInt8>) -> Token {
    let start = at
    at += 1  // a `<` that opens no tag is text
    let end = sectionEnd ?? s.count
    while at < end, s[at] != UInt8(ascii: "<") { at += 1 }
    return .text(start..<at, decoded: true)
  }

  // MARK: Raw text

  /// The index of the next end tag of a raw-text element; `nil` when there is none.
  private mutating func rawEnd(_ range: Range<Int>, _ s: Span<UInt8>) -> Int? {
    let key = String(decoding: range.map { ASCII.lower(s[$0]) }, as: UTF8.self)
    if missing.contains(key) { return nil }
    var index = at
    while index + 2 + range.count <= s.count {
      if s[index] == UInt8(ascii: "<"), s[index + 1] == UInt8(ascii: "/") {
        let after = index + 2 + range.count
        var same = after == s.count || !ASCII.isAlphanumeric(s[after])
        for (offset, place) in range.enumerated()
        where ASCII.lower(s[index + 2 + offset]) != ASCII.lower(s[place]) {
          same = false
        }
        if same { return index }
      }
      index += 1
    }
    missing.insert(key)
    return nil
  }

  /// The content of the open raw-text element; `nil` when its end tag is at hand.
  private mutating func rawToken(_ s: Span<UInt8>) -> Token? {
    guard let (name, range) = rawText else { return nil }
    rawText = nil
    let start = at
    at = rawEnd(range, s) ?? s.count
    guard at > start else { return nil }
    return .text(start..<at, decoded: name.element == .textarea || name.element == .title)
  }

  // MARK: Markup

  /// What a `<` opens.
  private mutating func markup(_ s: Span<UInt8>) -> Markup {
    guard at + 1 < s.count else { return .text }
    switch s[at + 1] {
    case UInt8(ascii: "!"): return declaration(s)
    case UInt8(ascii: "?"):
      return skip(past: UInt8(ascii: ">"), s)
    case UInt8(ascii: "/"):
      guard at + 2 < s.count else { return .text }
      guard ASCII.isLetter(s[at + 2]) else { return skip(past: UInt8(ascii: ">"), s) }
      let start = at
      at += 2
      let name = HTMLName(s, tagName(s))
      _ = attributes(s)
      if keepsUnknownTags, name.element == .unknown, rereads(from: start) { return .text }
      return .token(.endTag(name))
    case let byte where ASCII.isLetter(byte):
      let start = at
      at += 1
      let range = tagName(s)
      let name = HTMLName(s, range)
      let (attributes, selfClosing) = attributes(s)
      if keepsUnknownTags, name.element == .unknown,
        !attributes.contains(where: { s[$0] == 0x3D }), rereads(from: start)
      {
        return .text
      }
      guard !selfClosing, name.element.isRawText else {
        return .token(.startTag(name, attributes: attributes, selfClosing: selfClosing))
      }
      // One that never ends would hide the rest.
      let ends = rawEnd(range, s) != nil
      if ends { rawText = (name, range) }
      return .token(.startTag(name, attributes: attributes, selfClosing: !ends))
    default: return .text
    }
  }

  /// Goes back to where a tag began; `false` when too much has been read twice.
  private mutating func rereads(from start: Int) -> Bool {
    reread += at - start
    guard reread <= Self.mostReread else { return false }
    at = start
    return true
  }

  private mutating func skip(past byte: UInt8, _ s: Span<UInt8>) -> Markup {
    while at < s.count, s[at] != byte { at += 1 }
    at = min(at + 1, s.count)
    return .skip
  }

  /// `<!`: a comment, a section, a document type, or text.
  private mutating func declaration(_ s: Span<UInt8>) -> Markup {
    if s.begins("<!--", at: at) {
      // `<!-->` and `<!--->` are whole comments.
      for empty: StaticString in ["<!-->", "<!--->"] where s.begins(empty, at: at) {
        at += empty.utf8CodeUnitCount
        return .skip
      }
      if let end = end(of: "-->", from: at + 4, s) {
        at = end
        return .skip
      }
      at = end(of: ">", from: at + 4, s) ?? s.count
      return .skip
    }
    if s.begins("<![CDATA[", at: at) {
      // Feeds carry the marks of a section inside escaped HTML: what is between is the content.
      guard sectionEnd == nil, let end = end(of: "]]>", from: at + 9, s) else { return .text }
      sectionEnd = end - 3
      at += 9
      return .skip
    }
    guard at + 2 < s.count, ASCII.isLetter(s[at + 2]) || s[at + 2] == UInt8(ascii: "["),
      let end = end(of: ">", from: at, s)
    else { return .text }
    at = end
    return .skip
  }

  private mutating func end(of text: String, from start: Int, _ s: Span<UInt8>) -> Int? {
    if missing.contains(text) { return nil }
    if let end = s.end(of: text, from: start) { return end }
    missing.insert(text)
    return nil
  }

  private mutating func tagName(_ s: Span<UInt8>) -> Range<Int> {
    let start = at
    while at < s.count, !ASCII.isSpace(s[at]), s[at] != UInt8(ascii: "/"),
      s[at] != UInt8(ascii: ">")
    {
      at += 1
    }
    return start..<at
  }

  /// Passes up to and over `>`; quotes only count behind `=`.
  private mutating func attributes(_ s: Span<UInt8>) -> (Range<Int>, selfClosing: Bool) {
    let start = at
    while at < s.count {
      switch s[at] {
      case UInt8(ascii: ">"):
        let end = at
        at += 1
        return s[end - 1] == UInt8(ascii: "/")
          ? (start..<(max(start, end - 1)), true) : (start..<end, false)
      case UInt8(ascii: "="):
        at += 1
        while at < s.count, ASCII.isSpace(s[at]) { at += 1 }
        guard at < s.count, s[at] == UInt8(ascii: "\"") || s[at] == UInt8(ascii: "'") else {
          // An unquoted value goes up to a space; a slash belongs to it.
          while at < s.count, !ASCII.isSpace(s[at]), s[at] != UInt8(ascii: ">") { at += 1 }
          if at < s.count, s[at] == UInt8(ascii: ">") {
            at += 1
            return (start..<(at - 1), false)
          }
          continue
        }
        let quote = s[at]
        at += 1
        while at < s.count, s[at] != quote { at += 1 }
        at = min(at + 1, s.count)
      default: at += 1
      }
    }
    return (start..<at, false)
  }

  /// Reads the attributes of a start tag; the first of several with one name counts.
  package static func attributes(_ s: Span<UInt8>, _ range: Range<Int>) -> [Attribute] {
    var list: [Attribute] = []
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      if ASCII.isSpace(s[at]) || s[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      let start = at
      at += 1
      while at < end, !ASCII.isSpace(s[at]), s[at] != UInt8(ascii: "="), s[at] != UInt8(ascii: "/")
      {
        at += 1
      }
      let name = String(decoding: (start..<at).map { ASCII.lower(s[$0]) }, as: UTF8.self)
      var look = at
      while look < end, ASCII.isSpace(s[look]) { look += 1 }
      var value = 0..<0
      if look < end, s[look] == UInt8(ascii: "=") {
        at = look + 1
        while at < end, ASCII.isSpace(s[at]) { at += 1 }
        value = self.value(s, &at, end)
      }
      guard list.count < 64, !list.contains(where: { $0.name == name }) else { continue }
      let bytes = value.map { s[$0] }
      list.append(
        Attribute(
          name: name,
          value: String(
            decoding: CharacterReferences.decode(bytes[...], inAttribute: true), as: UTF8.self)))
    }
    return list
  }

  private static func value(_ s: Span<UInt8>, _ at: inout Int, _ end: Int) -> Range<Int> {
    guard at < end else { return at..<at }
    let quote = s[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = at + 1
      at = start
      while at < end, s[at] != quote { at += 1 }
      defer { at = min(at + 1, end) }
      return start..<at
    }
    let start = at
    while at < end, !ASCII.isSpace(s[at]) { at += 1 }
    return start..<at
  }
}

extension Span<UInt8> {
  /// Whether a text stands at an index.
  package func begins(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in wanted.indices where self[index + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// The index behind the next place where a text stands; `nil` when there is none.
  package func end(of text: String, from start: Int) -> Int? {
    guard start < count else { return nil }
    var text = text
    return extracting(start..<count).withUnsafeBytes { bytes in
      text.withUTF8 { wanted -> Int? in
        guard let first = wanted.first, let name = wanted.baseAddress,
          let base = bytes.baseAddress
        else { return nil }
        var from = base
        let end = base + bytes.count
        while end - from >= wanted.count,
          let found = memchr(from, Int32(first), end - from - wanted.count + 1)
        {
          if memcmp(found, name, wanted.count) == 0 {
            return start + (UnsafeRawPointer(found) - base) + wanted.count
          }
          from = UnsafeRawPointer(found) + 1
        }
        return nil
      }
    }
  }
}
