// What a template can print or go through.

/// What a template can print or go through.
package enum TemplateValue: Sendable {
  /// Nothing: prints nothing, counts as false.
  case nothing
  /// Text; escaped whenever it is printed into markup.
  case text(String)
  /// Markup of Render's own making; printed as it is.
  case html(HTML)
  /// A condition.
  case flag(Bool)
  /// A list, gone through by a section.
  case list([TemplateValue])
  /// Named values.
  case object([String: TemplateValue])

  /// Text; a missing one is nothing.
  ///
  /// Characters that could do harm are taken out.
  package init(_ text: String?) {
    self = text.map { .text(HTMLEscaping.disarmed($0)) } ?? .nothing
  }

  /// A number in its plain spelling.
  package init(_ number: Int) { self = .text("\(number)") }

  /// Whether a section over it is shown (Mustache: everything but false, nothing and the empty
  /// list).
  var isTrue: Bool {
    switch self {
    case .nothing: false
    case .flag(let flag): flag
    case .list(let list): !list.isEmpty
    case .text, .html, .object: true
    }
  }
}

extension [String: TemplateValue] {
  /// The same fields, and for each list `x` a flag `has_x`, for what stands around a list once.
  var withPresence: [String: TemplateValue] {
    var result = self
    for (name, value) in self {
      if case .list(let list) = value { result["has_\(name)"] = .flag(!list.isEmpty) }
    }
    return result
  }
}
