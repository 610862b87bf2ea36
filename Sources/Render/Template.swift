// A Mustache template, parsed, and what can be wrong with one.

/// Where something stands in a template.
struct TemplatePlace: Equatable, Sendable {
  /// The template's name.
  let template: String
  /// The line, from 1.
  var line = 1
  /// The column in Unicode scalars, from 1.
  var column = 1
}

/// Why a template cannot be used, and where.
package struct TemplateError: Error, Equatable, CustomStringConvertible {
  /// The template's name.
  package let template: String
  /// The line, from 1.
  package let line: Int
  /// The column in Unicode scalars, from 1.
  package let column: Int
  /// What is wrong and what to do, lower case.
  package let message: String

  init(_ message: String, at place: TemplatePlace) {
    (template, line, column) = (place.template, place.line, place.column)
    self.message = message
  }

  package var description: String { "\(template):\(line):\(column): \(message)" }
}

/// A parsed template.
///
/// Source: the Mustache specification, version 1.4: its required modules, and of the optional ones
/// inheritance (`{{<parent}}`, `{{$block}}`) and dynamic names (`{{>*name}}`).
package struct Template: Sendable {
  /// The parts of a dotted name; none for the implicit iterator `.`.
  typealias Path = [String]

  indirect enum Node: Sendable {
    case text(String)
    case variable(Path, raw: Bool)
    case section(Path, [Node])
    case inverted(Path, [Node])
    case inclusion(Inclusion)
    case block(Block)
  }

  /// A partial, or a parent with what replaces its blocks.
  struct Inclusion: Sendable {
    /// How the tag names the other template.
    enum Name: Sendable {
      case fixed(String)
      /// The name is the value of this path when the tag is rendered.
      case dynamic(Path)
    }

    let name: Name
    /// The blanks before a tag that stands alone on its line; `nil` inside a line.
    var indent: String?
    /// What replaces the blocks of a parent, by the blocks' names, without its own indentation.
    var replacements: [String: [Node]] = [:]
    let place: TemplatePlace
  }

  /// A part that a template which includes this one may replace.
  struct Block: Sendable {
    let name: String
    /// What is set before each line of a replacement; `nil` when the block begins inside a line.
    var indent: String?
    /// Whether the opening tag stands alone on its line.
    let opensAlone: Bool
    /// What is printed when nothing replaces it.
    var content: [Node]
    let place: TemplatePlace
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
}
