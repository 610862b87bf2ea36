// What is wrong with templates that include each other, found before one is rendered.

extension Template {
  /// Checks that every template that is included by name is there, and that none is bound to
  /// include itself without end.
  ///
  /// An inclusion inside a section or a block may end; the renderer bounds those.
  ///
  /// - Parameter templates: By name.
  package static func check(_ templates: [String: Template]) throws(TemplateError) {
    let names = templates.keys.sorted()
    var always: [String: [Named]] = [:]
    for name in names {
      guard let template = templates[name] else { continue }
      let found = inclusions(template.nodes, isCertain: true)
      if let missing = found.first(where: { templates[$0.name] == nil }) {
        throw TemplateError(
          "there is no template '\(missing.name)'; expected one of \(names.joined(separator: ", "))",
          at: missing.place)
      }
      always[name] = found.filter(\.isCertain)
    }
    var search = CycleSearch(always: always)
    for name in names { try search.visit(name) }
  }

  /// The names of templates that others include by name.
  static func inclusions(in templates: [String: Template]) -> Set<String> {
    Set(templates.values.flatMap { inclusions($0.nodes, isCertain: true).map(\.name) })
  }

  fileprivate struct Named {
    let name: String
    /// Whether it is rendered whenever its template is.
    let isCertain: Bool
    let place: TemplatePlace
  }

  private static func inclusions(_ nodes: [Node], isCertain: Bool) -> [Named] {
    nodes.flatMap { node -> [Named] in
      switch node {
      case .inclusion(let inclusion):
        let inner = inclusion.replacements.sorted { $0.key < $1.key }
          .flatMap { inclusions($0.value, isCertain: false) }
        guard case .fixed(let name) = inclusion.name else { return inner }
        return [Named(name: name, isCertain: isCertain, place: inclusion.place)] + inner
      case .section(_, let inside), .inverted(_, let inside):
        return inclusions(inside, isCertain: false)
      case .block(let block): return inclusions(block.content, isCertain: false)
      case .text, .variable: return []
      }
    }
  }
}

/// A depth-first search for a way from a template back to itself.
private struct CycleSearch {
  let always: [String: [Template.Named]]
  private var done: Set<String> = []
  private var way: [String] = []

  init(always: [String: [Template.Named]]) { self.always = always }

  mutating func visit(_ name: String) throws(TemplateError) {
    guard !done.contains(name) else { return }
    way.append(name)
    for next in always[name] ?? [] {
      if let start = way.firstIndex(of: next.name) {
        let between = way[start...].dropFirst().map { "'\($0)'" }
        throw TemplateError(
          "'\(next.name)' includes itself without end"
            + (between.isEmpty ? "" : " by way of \(between.joined(separator: ", "))")
            + "; put the tag into a section that is false at last", at: next.place)
      }
      try visit(next.name)
    }
    way.removeLast()
    done.insert(name)
  }
}
