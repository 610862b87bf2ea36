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
  /// - Parameter templates: By name; partials are looked up here, a missing one prints nothing.
  package init(_ templates: [String: Template], escaping: Escaping) {
    (self.templates, self.escaping) = (templates, escaping)
  }

  /// Renders a template by name; an unknown one is a programmer's error.
  package func render(_ name: String, _ value: TemplateValue) -> String {
    guard let template = templates[name] else { preconditionFailure("no template '\(name)'") }
    return render(template, value)
  }

  /// Renders a template.
  package func render(_ template: Template, _ value: TemplateValue) -> String {
    var output = ""
    var stack = [value]
    write(template.nodes, &stack, indent: "", depth: 0, into: &output)
    return output
  }

  private func write(
    _ nodes: [Template.Node], _ stack: inout [TemplateValue], indent: String, depth: Int,
    into output: inout String
  ) {
    for node in nodes {
      switch node {
      case .text(let text): write(text, indent: indent, into: &output)
      case .variable(let path, let raw):
        if !indent.isEmpty, output.last == "\n" { output += indent }
        output += printed(look(path, stack), raw: raw)
      case .section(let path, let inside):
        let value = look(path, stack)
        guard value.isTrue else { continue }
        let items: [TemplateValue]
        if case .list(let list) = value { items = list } else { items = [value] }
        for item in items {
          stack.append(item)
          write(inside, &stack, indent: indent, depth: depth, into: &output)
          stack.removeLast()
        }
      case .inverted(let path, let inside):
        guard !look(path, stack).isTrue else { continue }
        write(inside, &stack, indent: indent, depth: depth, into: &output)
      case .partial(let name, let own):
        // A partial may use itself; a chain without end stops here.
        guard let partial = templates[name], depth < 64 else { continue }
        write(partial.nodes, &stack, indent: indent + own, depth: depth + 1, into: &output)
      }
    }
  }

  /// Writes template text; inside a partial that stands alone each line is set in.
  private func write(_ text: String, indent: String, into output: inout String) {
    guard !indent.isEmpty else {
      output += text
      return
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.offset > 0 { output += "\n" }
      if !line.element.isEmpty, output.isEmpty || output.last == "\n" { output += indent }
      output += line.element
    }
  }

  /// The value of a dotted name: its first part from the innermost context that has it, the rest
  /// inside that.
  private func look(_ path: [String], _ stack: [TemplateValue]) -> TemplateValue {
    guard let first = path.first else { return stack.last ?? .nothing }
    for context in stack.reversed() {
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
