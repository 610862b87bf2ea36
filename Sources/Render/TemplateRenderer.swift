// Templates and values to text.

/// Templates and values to text.
package struct TemplateRenderer: Sendable {
  /// What happens to text where it is printed.
  package enum Escaping: Sendable {
    /// Text is always escaped, `{{{name}}}` included; only `HTML` goes through: for pages.
    case always
    /// As the Mustache specification has it: `{{name}}` escapes, `{{{name}}}` does not.
    case specified
    /// Nothing is escaped: for plain text.
    case never
  }

  private let templates: [String: Template]
  private let escaping: Escaping

  /// Creates a renderer.
  ///
  /// - Parameter templates: By name; partials and parents are looked up here, a missing one prints
  ///   nothing (`Template.check` finds it before).
  package init(_ templates: [String: Template], escaping: Escaping) {
    (self.templates, self.escaping) = (templates, escaping)
  }

  /// Renders a template by name; an unknown one is a programmer's error.
  ///
  /// - Throws: When a template includes itself without end.
  package func render(_ name: String, _ value: TemplateValue) throws(TemplateError) -> String {
    guard let template = templates[name] else { preconditionFailure("no template '\(name)'") }
    return try render(template, value)
  }

  /// Renders a template.
  ///
  /// - Throws: When a template includes itself without end.
  package func render(
    _ template: Template, _ value: TemplateValue
  ) throws(TemplateError) -> String {
    var rendering = Rendering(templates: templates, escaping: escaping, value: value)
    try rendering.write(template.nodes, Rendering.Surroundings())
    return rendering.output
  }
}

/// One run of a renderer.
private struct Rendering {
  /// What the templates around a node bring to it.
  struct Surroundings {
    /// Set before each line of template text; values are printed as they are.
    var indent = ""
    /// Sections, blocks and templates around.
    var depth = 0
    /// What replaces blocks, by the blocks' names.
    var replacements: [String: [Template.Node]] = [:]
  }

  /// A tree of data may be as deep as this; deeper is a template that never ends, and found before
  /// the stack is used up.
  private static let deepest = 256

  let templates: [String: Template]
  let escaping: TemplateRenderer.Escaping
  var output = ""
  private var contexts: [TemplateValue]
  /// Whether the next template text or variable is the first of its line in the template.
  private var isBeforeLine = true

  init(
    templates: [String: Template], escaping: TemplateRenderer.Escaping, value: TemplateValue
  ) {
    (self.templates, self.escaping, contexts) = (templates, escaping, [value])
  }

  mutating func write(
    _ nodes: [Template.Node], _ surroundings: Surroundings
  ) throws(TemplateError) {
    for node in nodes {
      switch node {
      case .text(let text): write(text, indent: surroundings.indent)
      case .variable(let path, let raw):
        if isBeforeLine { output += surroundings.indent }
        isBeforeLine = false
        output += printed(look(path), raw: raw)
      case .section(let path, let inside): try section(look(path), inside, surroundings)
      case .inverted(let path, let inside):
        if !look(path).isTrue { try write(inside, deeper(surroundings)) }
      case .inclusion(let inclusion): try include(inclusion, surroundings)
      case .block(let block): try write(block, surroundings)
      }
    }
  }

  private mutating func section(
    _ value: TemplateValue, _ inside: [Template.Node], _ surroundings: Surroundings
  ) throws(TemplateError) {
    guard value.isTrue else { return }
    let items: [TemplateValue]
    if case .list(let list) = value { items = list } else { items = [value] }
    let inner = deeper(surroundings)
    for item in items {
      contexts.append(item)
      try write(inside, inner)
      contexts.removeLast()
    }
  }

  private mutating func include(
    _ inclusion: Template.Inclusion, _ surroundings: Surroundings
  ) throws(TemplateError) {
    let name: String
    switch inclusion.name {
    case .fixed(let fixed): name = fixed
    case .dynamic(let path):
      guard case .text(let value) = look(path) else { return }
      name = value
    }
    guard let template = templates[name] else { return }
    guard surroundings.depth < Self.deepest else {
      throw TemplateError(
        "'\(name)' is included \(Self.deepest) levels deep; a template includes itself without"
          + " end: put the tag into a section that is false at last", at: inclusion.place)
    }
    var inner = deeper(surroundings)
    inner.indent += inclusion.indent ?? ""
    // What stands further out has replaced the block already.
    if !inclusion.replacements.isEmpty {
      inner.replacements.merge(inclusion.replacements) { outer, _ in outer }
    }
    try write(template.nodes, inner)
  }

  private mutating func write(
    _ block: Template.Block, _ surroundings: Surroundings
  ) throws(TemplateError) {
    var inner = deeper(surroundings)
    guard let replacement = surroundings.replacements[block.name] else {
      return try write(block.content, inner)
    }
    guard surroundings.depth < Self.deepest else {
      throw TemplateError(
        "block '\(block.name)' stands \(Self.deepest) levels deep; what replaces it holds the"
          + " block itself: give one of them another name", at: block.place)
    }
    inner.indent += block.indent ?? ""
    try write(replacement, inner)
  }

  private func deeper(_ surroundings: Surroundings) -> Surroundings {
    var inner = surroundings
    inner.depth += 1
    return inner
  }

  /// Writes template text, each line set in; empty lines stay empty.
  private mutating func write(_ text: String, indent: String) {
    let bytes = text.utf8
    guard !indent.isEmpty else {
      output += text
      isBeforeLine = bytes.last == UInt8(ascii: "\n")
      return
    }
    for line in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      if line.offset > 0 {
        output += "\n"
        isBeforeLine = true
      }
      if line.element.isEmpty { continue }
      if isBeforeLine, !line.element.elementsEqual([UInt8(ascii: "\r")]) { output += indent }
      isBeforeLine = false
      output += Substring(line.element)
    }
  }

  /// The value of a dotted name: its first part from the innermost context that has it, the rest
  /// inside that.
  private func look(_ path: Template.Path) -> TemplateValue {
    guard let first = path.first else { return contexts.last ?? .nothing }
    for context in contexts.reversed() {
      guard case .object(let fields) = context, var value = fields[first] else { continue }
      for part in path.dropFirst() {
        guard case .object(let inner) = value, let next = inner[part] else { return .nothing }
        value = next
      }
      return value
    }
    return .nothing
  }

  private func printed(_ value: TemplateValue, raw: Bool) -> String {
    switch value {
    case .nothing, .list, .object: ""
    case .flag(let flag): flag ? "true" : "false"
    case .html(let html): html.markup
    case .text(let text):
      switch escaping {
      case .always: HTMLEscaping.escape(text)
      case .specified: raw ? text : HTMLEscaping.escape(text)
      case .never: text
      }
    }
  }
}
