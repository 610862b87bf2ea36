// One thing that went wrong with one item, while the run went on.

/// Something wrong with one item: a fact to show, never a reason to stop.
package struct Diagnostic: Equatable, Hashable, Sendable {
  /// The file or address it is about; `nil` where the reader of the message knows.
  package var place: String?
  /// The line in that file, from 1; `nil` where lines mean nothing.
  package let line: Int?
  /// What is wrong and, if known, what to do: lower case, no full stop.
  package let message: String

  /// Creates a diagnostic.
  package init(place: String? = nil, line: Int? = nil, _ message: String) {
    (self.place, self.line, self.message) = (place, line, message)
  }

  /// `place:line: message`.
  package var spelled: String {
    var head = place ?? ""
    if let line { head += head.isEmpty ? "line \(line)" : ":\(line)" }
    return head.isEmpty ? message : "\(head): \(message)"
  }

  /// The same, about a place.
  package func at(_ place: String) -> Diagnostic {
    Diagnostic(place: place, line: line, message)
  }
}
