// A Mustache template, parsed.

/// Why a template cannot be used, and where.
package struct TemplateError: Error, Equatable, CustomStringConvertible {
  /// The template's name.
  package let template: String
  /// The line, from 1.
  package let line: Int
  /// The column, from 1.
  package let column: Int
  /// What is wrong, lower case.
  package let message: String

  package var description: String { "\(template):\(line):\(column): \(message)" }
}

/// A parsed template.
///
/// Source: the Mustache specification, version 1.4: interpolation, sections, inverted sections,
/// comments, partials, delimiters.
package struct Template: Sendable {
  indirect enum Node: Sendable {
    case text(String)
    case variable([String], raw: Bool)
    case section([String], [Node])
    case inverted([String], [Node])
    /// A partial's name, and the blanks that stand before it when it stands alone on its line.
    case partial(String, indent: String)
  }

  /// Its name, for messages.
  package let name: String
  let nodes: [Node]

  /// Parses a template.
  package init(_ source: String, name: String) throws(TemplateError) {
    var parser = TemplateParser(source, name: name)
    self.name = name
    nodes = try parser.parse()
  }

  /// The names of the partials that it uses, in order.
  package var partials: [String] {
    func gather(_ nodes: [Node]) -> [String] {
      nodes.flatMap { node -> [String] in
        switch node {
        case .partial(let name, _): [name]
        case .section(_, let inside), .inverted(_, let inside): gather(inside)
        case .text, .variable: []
        }
      }
    }
    return gather(nodes)
  }
}
