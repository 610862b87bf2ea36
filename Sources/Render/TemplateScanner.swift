// Mustache source text to tags.

/// Mustache source text to tags, one after the other, with the delimiters that hold at each.
struct TemplateScanner {
  /// What a tag is for.
  enum Kind: Equatable {
    case variable, raw, section, inverted, close, partial, parent, block, comment, delimiters
  }

  /// One tag.
  struct Tag {
    let kind: Kind
    /// Its content without blanks around; in a dynamic name there is none behind the asterisk.
    let name: String
    /// Its first byte, and the one after its last.
    let bytes: Range<Int>
    let place: TemplatePlace
  }

  /// More bytes in a delimiter are a mistake; the search for one stays linear.
  private static let longestDelimiter = 16

  /// Where the next tag is looked for; the parser moves it over the end of a line.
  var at = 0
  let count: Int
  private let source: [UInt8]
  private var opening: [UInt8] = Array("{{".utf8)
  private var closing: [UInt8] = Array("}}".utf8)
  /// The place of the byte at `placed`: moves forward only, so that all places cost one pass.
  private var place: TemplatePlace
  private var placed = 0

  init(_ source: String, name: String) {
    self.source = Array(source.utf8)
    count = self.source.count
    place = TemplatePlace(template: name)
  }

  /// The next tag, `at` behind it; `nil` when there is none.
  mutating func next() throws(TemplateError) -> Tag? {
    guard let start = find(opening, from: at) else { return nil }
    let place = place(of: start)
    var inside = start + opening.count
    let kind = inside < count ? Self.kind(source[inside]) : nil
    if kind != nil { inside += 1 }
    let isTriple = kind == .raw && source[inside - 1] == UInt8(ascii: "{")
    var terminator = closing
    if isTriple { terminator.insert(UInt8(ascii: "}"), at: 0) }
    if kind == .delimiters { terminator.insert(UInt8(ascii: "="), at: 0) }
    guard let end = find(terminator, from: inside), isOne(inside..<end, kind) else {
      throw TemplateError("tag is never closed; expected '\(text(terminator))'", at: place)
    }
    let tag = Tag(
      kind: kind ?? .variable, name: name(inside..<end, kind),
      bytes: start..<end + terminator.count,
      place: place)
    switch tag.kind {
    case .comment: break
    case .delimiters: try setDelimiters(inside..<end, place)
    default: try check(tag)
    }
    at = tag.bytes.upperBound
    return tag
  }

  /// The tag that closes a section, in the delimiters of now.
  func closingTag(of name: String) -> String { "\(text(opening))/\(name)\(text(closing))" }

  func string(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  /// The start of the line, when nothing but blanks stands between it and an index.
  ///
  /// - Parameter limit: Where the text before the index begins.
  func lineStart(before index: Int, limit: Int) -> Int? {
    var start = index
    while start > limit, Self.isBlank(source[start - 1]) { start -= 1 }
    return start == 0 || source[start - 1] == UInt8(ascii: "\n") ? start : nil
  }

  /// The index after the end of the line, when nothing but blanks stands before it.
  func lineEnd(after index: Int) -> Int? {
    var end = index
    while end < count, Self.isBlank(source[end]) { end += 1 }
    if end == count { return end }
    if source[end] == UInt8(ascii: "\r"), end + 1 < count { end += 1 }
    return source[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }
}

extension TemplateScanner {
  private static func kind(_ sigil: UInt8) -> Kind? {
    switch sigil {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "&"), UInt8(ascii: "{"): .raw
    default: nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether a tag's content holds no delimiter where it may not: if it does, the tag has run on
  /// into the next one.
  private func isOne(_ content: Range<Int>, _ kind: Kind?) -> Bool {
    if kind == .comment || kind == .delimiters { return true }
    return find(opening, from: content.lowerBound, to: content.upperBound) == nil
      && find(closing, from: content.lowerBound, to: content.upperBound) == nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isSpace(source[start]) { start += 1 }
    while end > start, Self.isSpace(source[end - 1]) { end -= 1 }
    return start..<end
  }

  private func name(_ content: Range<Int>, _ kind: Kind?) -> String {
    let content = trimmed(content)
    guard [.partial, .parent, .close].contains(kind), source[content].first == UInt8(ascii: "*")
    else { return string(content) }
    return "*" + string(trimmed(content.dropFirst()))
  }

  private func check(_ tag: Tag) throws(TemplateError) {
    guard !tag.name.isEmpty, tag.name != "*" else {
      throw TemplateError("tag has no name; expected one before '\(text(closing))'", at: tag.place)
    }
    guard !tag.name.utf8.contains(where: Self.isSpace) else {
      let shown = tag.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let cut = shown.count > 40 ? shown.prefix(40) + "…" : shown[...]
      throw TemplateError("'\(cut)' is not a name; a name has no blanks", at: tag.place)
    }
  }

  private mutating func setDelimiters(
    _ content: Range<Int>, _ place: TemplatePlace
  ) throws(TemplateError) {
    let parts = source[content].split(whereSeparator: Self.isSpace)
    guard parts.count == 2 else {
      throw TemplateError(
        "found \(parts.count) words before '=\(text(closing))'; expected two delimiters, as in"
          + " {{=<% %>=}}", at: place)
    }
    for part in parts {
      guard !part.contains(UInt8(ascii: "=")) else {
        throw TemplateError("delimiter '\(text(part))' must not hold '='", at: place)
      }
      guard part.count <= Self.longestDelimiter else {
        throw TemplateError(
          "delimiter has \(part.count) bytes; expected at most \(Self.longestDelimiter)", at: place)
      }
    }
    (opening, closing) = (Array(parts[0]), Array(parts[1]))
  }

  private func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  private func find(_ wanted: [UInt8], from start: Int, to end: Int? = nil) -> Int? {
    let last = (end ?? count) - wanted.count
    var index = start
    while index <= last {
      if source[index] == wanted[0], source[index...].starts(with: wanted) { return index }
      index += 1
    }
    return nil
  }

  /// The place of a byte that is not before the last one asked for.
  private mutating func place(of index: Int) -> TemplatePlace {
    for byte in source[placed..<index] {
      if byte == UInt8(ascii: "\n") {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    placed = index
    return place
  }
}
