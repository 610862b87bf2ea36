// The indentation that all lines of a block have in common.

/// The indentation that all lines of a block have in common.
///
/// Source: the Mustache specification, inheritance: "block indentation is removed at the site of
/// definition and added at the site of expansion".
enum TemplateIndentation {
  /// The blanks that every line has in common, lines of blanks aside; `nil` when there is no other
  /// line.
  ///
  /// - Parameter nodes: They begin with a line.
  static func common(to nodes: [Template.Node]) -> String? {
    var measure = Measure()
    measure.walk(nodes)
    return measure.common.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The nodes without the blanks that all their lines have in common.
  ///
  /// - Parameter nodes: They begin with a line.
  static func removed(from nodes: [Template.Node]) -> [Template.Node] {
    guard let width = common(to: nodes)?.utf8.count, width > 0 else { return nodes }
    var removal = Removal(width: width)
    return removal.walk(nodes)
  }
}

private struct Measure {
  var common: [UInt8]?
  private var isBeforeLine = true
  private var blanks: [UInt8] = []

  mutating func walk(_ nodes: [Template.Node]) {
    for node in nodes {
      switch node {
      case .text(let text): walk(text)
      case .variable: beginLine()
      case .section(_, let inside), .inverted(_, let inside): walk(inside)
      case .inclusion(let inclusion):
        if let indent = inclusion.indent { meet(Array(indent.utf8)) } else { beginLine() }
      case .block(let block):
        if !block.opensAlone {
          beginLine()
        } else if block.content.isEmpty, let indent = block.indent {
          meet(Array(indent.utf8))
        }
        walk(block.content)
      }
    }
  }

  private mutating func walk(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        isBeforeLine = true
        blanks = []
      case 0x20, 0x09: if isBeforeLine { blanks.append(byte) }
      case UInt8(ascii: "\r"): break
      default: beginLine()
      }
    }
  }

  private mutating func beginLine() {
    guard isBeforeLine else { return }
    isBeforeLine = false
    meet(blanks)
  }

  private mutating func meet(_ indent: [UInt8]) {
    guard let known = common else {
      common = indent
      return
    }
    let same = zip(known, indent).prefix { $0 == $1 }.count
    if same < known.count { common = Array(known[..<same]) }
  }
}

private struct Removal {
  let width: Int
  /// How many blanks of this line are still to be taken away.
  private var left: Int

  init(width: Int) { (self.width, left) = (width, width) }

  mutating func walk(_ nodes: [Template.Node]) -> [Template.Node] {
    nodes.map { walk($0) }
  }

  private mutating func walk(_ node: Template.Node) -> Template.Node {
    switch node {
    case .text(let text): return .text(walk(text))
    case .variable:
      left = 0
      return node
    case .section(let path, let inside): return .section(path, walk(inside))
    case .inverted(let path, let inside): return .inverted(path, walk(inside))
    case .inclusion(var inclusion):
      if inclusion.indent == nil { left = 0 }
      inclusion.indent = inclusion.indent.map(shortened)
      return .inclusion(inclusion)
    case .block(var block):
      if !block.opensAlone { left = 0 }
      block.indent = block.indent.map(shortened)
      block.content = walk(block.content)
      return .block(block)
    }
  }

  private func shortened(_ indent: String) -> String {
    String(decoding: indent.utf8.dropFirst(width), as: UTF8.self)
  }

  private mutating func walk(_ text: String) -> String {
    var kept: [UInt8] = []
    for byte in text.utf8 {
      if left > 0, byte == 0x20 || byte == 0x09 {
        left -= 1
        continue
      }
      left = byte == UInt8(ascii: "\n") ? width : 0
      kept.append(byte)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
