// Mustache source text to nodes.

/// Mustache source text to nodes.
struct TemplateParser {
  private struct Open {
    let name: String
    let inverted: Bool
    let at: Int
    var nodes: [Template.Node] = []
  }

  /// Sections inside sections: more than this is a mistake.
  private static let deepest = 100

  private let source: [UInt8]
  private let name: String
  private var at = 0
  private var opening: [UInt8] = Array("{{".utf8)
  private var closing: [UInt8] = Array("}}".utf8)
  private var stack: [Open] = []
  private var top: [Template.Node] = []

  init(_ source: String, name: String) {
    self.source = Array(source.utf8)
    self.name = name
  }

  mutating func parse() throws(TemplateError) -> [Template.Node] {
    while at < source.count {
      guard let tag = find(opening, from: at) else {
        add(.text(string(at..<source.count)))
        break
      }
      let textStart = at
      try parseTag(tag, textStart)
    }
    if let open = stack.last { throw error("section '\(open.name)' is never closed", open.at) }
    return top
  }

  private mutating func parseTag(_ tag: Int, _ textStart: Int) throws(TemplateError) {
    var inside = tag + opening.count
    guard inside < source.count else { throw error("tag is never closed", tag) }
    let sigil = source[inside]
    let known = Array("#^/>!=&{".utf8)
    let kind = known.contains(sigil) ? sigil : 0
    if kind != 0 { inside += 1 }
    var terminator = closing
    if kind == UInt8(ascii: "=") { terminator = [UInt8(ascii: "=")] + closing }
    if kind == UInt8(ascii: "{") { terminator = [UInt8(ascii: "}")] + closing }
    guard let end = find(terminator, from: inside) else { throw error("tag is never closed", tag) }
    let content = trimmed(string(inside..<end))
    let after = end + terminator.count
    let standalone = kind != 0 && kind != UInt8(ascii: "&") && kind != UInt8(ascii: "{")
    let line = standalone ? lineAround(tag, after) : nil
    // A tag alone on its line takes the line with it.
    let text = textStart..<(line?.start ?? tag)
    if text.lowerBound < text.upperBound { add(.text(string(text))) }
    let indent = line.map { string($0.start..<tag) } ?? ""
    at = line?.end ?? after
    switch kind {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "="): try setDelimiters(content, tag)
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      try check(content, tag)
      guard stack.count < Self.deepest else { throw error("sections are nested too deep", tag) }
      stack.append(Open(name: content, inverted: kind == UInt8(ascii: "^"), at: tag))
    case UInt8(ascii: "/"):
      guard let open = stack.popLast() else {
        throw error("'/\(content)' closes a section that is not open", tag)
      }
      guard open.name == content else {
        throw error("'/\(content)' stands where section '\(open.name)' must be closed", tag)
      }
      let path = Self.path(open.name)
      add(open.inverted ? .inverted(path, open.nodes) : .section(path, open.nodes))
    case UInt8(ascii: ">"):
      try check(content, tag)
      add(.partial(content, indent: indent))
    default:
      try check(content, tag)
      add(.variable(Self.path(content), raw: kind != 0))
    }
  }

  private func check(_ name: String, _ tag: Int) throws(TemplateError) {
    guard !name.isEmpty, !name.utf8.contains(0x20), !name.utf8.contains(0x0A) else {
      throw error("'\(name)' is not a name", tag)
    }
  }

  private mutating func setDelimiters(_ content: String, _ tag: Int) throws(TemplateError) {
    let parts = content.utf8.split { $0 <= 0x20 }
    guard parts.count == 2 else { throw error("'=\(content)=' must name two delimiters", tag) }
    opening = Array(parts[0])
    closing = Array(parts[1])
  }

  private mutating func add(_ node: Template.Node) {
    if stack.isEmpty { top.append(node) } else { stack[stack.count - 1].nodes.append(node) }
  }

  /// The line that a tag has to itself: its first index, and the index after its end; `nil` when
  /// something else stands on it.
  private func lineAround(_ tag: Int, _ after: Int) -> (start: Int, end: Int)? {
    var start = tag
    while start > 0, source[start - 1] == 0x20 || source[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || source[start - 1] == 0x0A, start >= at else { return nil }
    var end = after
    while end < source.count, source[end] == 0x20 || source[end] == 0x09 { end += 1 }
    if end == source.count { return (start, end) }
    if source[end] == 0x0D, end + 1 < source.count, source[end + 1] == 0x0A { end += 1 }
    return source[end] == 0x0A ? (start, end + 1) : nil
  }

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + wanted.count <= source.count {
      if source[index] == wanted[0], source[index...].starts(with: wanted) { return index }
      index += 1
    }
    return nil
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
  }

  private func trimmed(_ text: String) -> String {
    String(Substring(text).drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  private static func path(_ name: String) -> [String] {
    name == "." ? [] : name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  private func error(_ message: String, _ index: Int) -> TemplateError {
    let before = source[..<index]
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let column = index - (before.lastIndex(of: 0x0A) ?? -1)
    return TemplateError(template: name, line: line, column: column, message: message)
  }
}
