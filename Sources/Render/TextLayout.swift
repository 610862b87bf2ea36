// Plain text in columns.

/// Plain text in columns, measured in display cells.
package struct TextLayout: Sendable {
  /// The widest line, in cells.
  package let width: Int
  /// Measures a text in cells.
  private let measure: @Sendable (String) -> Int

  /// Creates a layout.
  ///
  /// - Parameter measure: The cells that a text takes (Unicode UAX #11).
  package init(width: Int = 72, measure: @escaping @Sendable (String) -> Int) {
    (self.width, self.measure) = (width, measure)
  }

  /// Text broken at blanks; a word wider than the line keeps a line to itself.
  ///
  /// - Parameters:
  ///   - first: What stands before the first line.
  ///   - rest: What stands before the others.
  package func wrap(_ text: String, first: String = "", rest: String = "") -> String {
    var lines: [String] = []
    var line = first
    var used = measure(first)
    var empty = true
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let size = measure(String(word))
      if !empty, used + 1 + size > width {
        lines.append(line)
        line = rest
        used = measure(rest)
        empty = true
      }
      if !empty {
        line += " "
        used += 1
      }
      line += word
      used += size
      empty = false
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }

  /// Text in the middle of the line.
  package func centered(_ text: String) -> String {
    String(repeating: " ", count: max(0, (width - measure(text)) / 2)) + text
  }
}
