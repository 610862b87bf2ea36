// The tags of a Mustache template to nodes.

/// The tags of a Mustache template to nodes.
struct TemplateParser {
  /// A section, block or parent whose closing tag is still to come.
  private struct Open {
    let tag: TemplateScanner.Tag
    /// The blanks before it on its line; `nil` inside a line.
    var indent: String?
    /// Whether the opening tag has its line to itself.
    var isAlone = false
    var nodes: [Template.Node] = []
    var replacements: [String: [Template.Node]] = [:]
  }

  /// Sections inside sections: more than this is a mistake.
  private static let deepest = 100

  private var scanner: TemplateScanner
  private var stack: [Open] = []
  private var top: [Template.Node] = []

  init(_ source: String, name: String) { scanner = TemplateScanner(source, name: name) }

  mutating func parse() throws(TemplateError) -> [Template.Node] {
    var textStart = 0
    while let tag = try scanner.next() {
      try take(tag, textStart)
      textStart = scanner.at
    }
    if let open = stack.last {
      throw TemplateError(
        "\(Self.word(open)) is never closed; expected \(scanner.closingTag(of: open.tag.name))",
        at: open.tag.place)
    }
    addText(textStart..<scanner.count)
    return top
  }
}

extension TemplateParser {
  private mutating func take(
    _ tag: TemplateScanner.Tag, _ textStart: Int
  ) throws(TemplateError) {
    switch tag.kind {
    case .variable, .raw:
      addText(textStart..<tag.bytes.lowerBound)
      add(.variable(Self.path(tag.name), raw: tag.kind == .raw))
    case .comment, .delimiters: takeLine(tag, textStart)
    case .section, .inverted:
      takeLine(tag, textStart)
      try open(Open(tag: tag))
    case .partial:
      let indent = takeLine(tag, textStart)
      add(.inclusion(.init(name: Self.name(tag.name), indent: indent, place: tag.place)))
    case .block: try openBlock(tag, textStart)
    case .parent:
      let start = scanner.lineStart(before: tag.bytes.lowerBound, limit: textStart)
      addText(textStart..<(start ?? tag.bytes.lowerBound))
      try open(Open(tag: tag, indent: start.map { scanner.string($0..<tag.bytes.lowerBound) }))
    case .close: try close(tag, textStart)
    }
  }

  /// Adds the text before a tag; a tag alone on its line takes the line with it.
  ///
  /// - Returns: The blanks before a tag that stands alone on its line; `nil` inside a line.
  @discardableResult
  private mutating func takeLine(_ tag: TemplateScanner.Tag, _ textStart: Int) -> String? {
    guard let start = scanner.lineStart(before: tag.bytes.lowerBound, limit: textStart),
      let end = scanner.lineEnd(after: tag.bytes.upperBound)
    else {
      addText(textStart..<tag.bytes.lowerBound)
      return nil
    }
    addText(textStart..<start)
    scanner.at = end
    return scanner.string(start..<tag.bytes.lowerBound)
  }

  private mutating func open(_ open: Open) throws(TemplateError) {
    guard stack.count < Self.deepest else {
      throw TemplateError(
        "sections are nested more than \(Self.deepest) deep; is one not closed?",
        at: open.tag.place)
    }
    stack.append(open)
  }

  private mutating func openBlock(
    _ tag: TemplateScanner.Tag, _ textStart: Int
  ) throws(TemplateError) {
    var block = Open(tag: tag)
    if isInParent {
      // Whatever else stands in a parent is not printed, so only what follows on the line counts.
      let end = scanner.lineEnd(after: tag.bytes.upperBound)
      block.isAlone = end != nil
      if let end { scanner.at = end }
    } else {
      let start = scanner.lineStart(before: tag.bytes.lowerBound, limit: textStart)
      block.indent = start.map { scanner.string($0..<tag.bytes.lowerBound) }
      block.isAlone = takeLine(tag, textStart) != nil
    }
    try open(block)
  }

  private mutating func close(
    _ tag: TemplateScanner.Tag, _ textStart: Int
  ) throws(TemplateError) {
    guard let open = stack.last else {
      throw TemplateError(
        "'/\(tag.name)' closes a section that is not open; remove it or open '\(tag.name)' before",
        at: tag.place)
    }
    guard open.tag.name == tag.name else {
      throw TemplateError(
        "'/\(tag.name)' stands where \(Self.word(open)) of line \(open.tag.place.line) must be"
          + " closed; expected \(scanner.closingTag(of: open.tag.name))", at: tag.place)
    }
    switch open.tag.kind {
    case .parent: closeParent(tag)
    case .block where stack.dropLast().last?.tag.kind == .parent:
      try closeReplacement(tag, textStart)
    case .block:
      takeLine(tag, textStart)
      closeBlock()
    default:
      takeLine(tag, textStart)
      let nodes = stack.removeLast().nodes
      let path = Self.path(tag.name)
      add(open.tag.kind == .section ? .section(path, nodes) : .inverted(path, nodes))
    }
  }

  /// A parent is alone when nothing stands before its opening tag and behind its closing tag.
  private mutating func closeParent(_ tag: TemplateScanner.Tag) {
    let open = stack.removeLast()
    var inclusion = Template.Inclusion(
      name: Self.name(open.tag.name), replacements: open.replacements, place: open.tag.place)
    if let indent = open.indent {
      if let end = scanner.lineEnd(after: tag.bytes.upperBound) {
        inclusion.indent = indent
        scanner.at = end
      } else if !indent.isEmpty {
        add(.text(indent))
      }
    }
    add(.inclusion(inclusion))
  }

  private mutating func closeReplacement(
    _ tag: TemplateScanner.Tag, _ textStart: Int
  ) throws(TemplateError) {
    let start = scanner.lineStart(before: tag.bytes.lowerBound, limit: textStart)
    addText(textStart..<(start ?? tag.bytes.lowerBound))
    let open = stack.removeLast()
    let parent = stack.count - 1
    guard stack[parent].replacements[tag.name] == nil else {
      throw TemplateError(
        "block '\(tag.name)' is given twice to '\(stack[parent].tag.name)'; remove one",
        at: open.tag.place)
    }
    stack[parent].replacements[tag.name] =
      open.isAlone ? TemplateIndentation.removed(from: open.nodes) : open.nodes
  }

  private mutating func closeBlock() {
    let open = stack.removeLast()
    let inner = open.isAlone ? TemplateIndentation.common(to: open.nodes) : nil
    add(
      .block(
        Template.Block(
          name: open.tag.name, indent: inner ?? open.indent, opensAlone: open.isAlone,
          content: open.nodes, place: open.tag.place)))
  }

  private var isInParent: Bool { stack.last?.tag.kind == .parent }

  private mutating func addText(_ range: Range<Int>) {
    if !range.isEmpty { add(.text(scanner.string(range))) }
  }

  private mutating func add(_ node: Template.Node) {
    // The specification: inside a parent everything but blocks is ignored.
    if isInParent { return }
    if stack.isEmpty { top.append(node) } else { stack[stack.count - 1].nodes.append(node) }
  }

  private static func word(_ open: Open) -> String {
    switch open.tag.kind {
    case .parent: "parent '\(open.tag.name)'"
    case .block: "block '\(open.tag.name)'"
    default: "section '\(open.tag.name)'"
    }
  }

  private static func name(_ name: String) -> Template.Inclusion.Name {
    name.hasPrefix("*") ? .dynamic(path(String(name.dropFirst()))) : .fixed(name)
  }

  private static func path(_ name: String) -> Template.Path {
    name == "." ? [] : name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}
