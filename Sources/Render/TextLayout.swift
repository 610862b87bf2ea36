// Plain text in columns, for a file or for a mail whose reader breaks the lines again.

/// Plain text in columns, measured in display cells.
///
/// For a file every line is as it will be read, without blanks at its end. For a mail
/// (`format=flowed; delsp=no`) a blank at the end of a line says that the paragraph goes on, and a
/// reader's program may join and break it to the width of its window. Source: RFC 3676, §4.1
/// (generating), §4.2 (soft breaks), §4.4 (space-stuffing), §4.5 (quotes).
package struct TextLayout: Sendable {
  /// The widest line, in cells; a longer word keeps a line to itself.
  package let width: Int
  /// Whether lines are broken for `format=flowed`.
  package let flowed: Bool
  /// Measures a text in cells.
  private let measure: @Sendable (String) -> Int

  /// Creates a layout.
  ///
  /// - Parameters:
  ///   - width: Cells; at most 76 for a flowed text, which may need two characters more.
  ///   - measure: The cells that a text takes (Unicode UAX #11).
  package init(
    width: Int = 72, flowed: Bool = false, measure: @escaping @Sendable (String) -> Int
  ) {
    (self.width, self.flowed, self.measure) = (width, flowed, measure)
  }

  /// A paragraph.
  ///
  /// In a flowed text it is broken at blanks, and `rest` is left out, since it would stand in the
  /// middle of the joined line. Where a break has no blank (Chinese, Japanese), the paragraph's lines
  /// are fixed: joining them would put one in.
  ///
  /// - Parameters:
  ///   - first: What stands before the first line.
  ///   - rest: What stands before the others.
  package func wrap(_ text: String, first: String = "", rest: String = "") -> String {
    laidOut(text, first: first, rest: rest, mark: "")
  }

  /// A paragraph behind `>`, to any depth.
  package func quote(_ text: String, depth: Int = 1) -> String {
    laidOut(text, first: "", rest: "", mark: String(repeating: ">", count: depth) + " ")
  }

  /// One line that is never broken nor joined with another.
  package func line(_ text: String) -> String { stuffed(Self.trimmed(text)) }

  /// A line in the middle of the width; at the margin in a flowed text, whose width is its reader's.
  package func centered(_ text: String) -> String {
    let before = flowed ? 0 : max(0, (width - measure(text)) / 2)
    return line(String(repeating: " ", count: before) + text)
  }
}

extension TextLayout {
  /// A line while it is filled.
  private struct Line {
    var text: String
    var cells: Int
    var characters: Int
    var isEmpty = true
    /// Whether the next line follows with a blank between.
    var breaksAtBlank = true
  }

  /// RFC 3676 §4.2 allows 78 characters; one is for stuffing and one for the blank at the end.
  private static let mostCharacters = 76

  private func laidOut(_ text: String, first: String, rest: String, mark: String) -> String {
    let pieces = LineBreaks.pieces(of: text)
    if flowed {
      let lines = filled(pieces, first: mark + first, rest: mark, mark: mark)
      if lines.dropLast().allSatisfy(\.breaksAtBlank) {
        let soft = lines.dropLast().map { $0.text + " " } + lines.suffix(1).map { fixed($0) }
        return soft.map { mark.isEmpty ? stuffed($0) : $0 }.joined(separator: "\n")
      }
    }
    return filled(pieces, first: mark + first, rest: mark + rest, mark: mark).map { line in
      mark.isEmpty ? stuffed(fixed(line)) : fixed(line)
    }.joined(separator: "\n")
  }

  private func filled(_ pieces: [LineBreaks.Piece], first: String, rest: String, mark: String)
    -> [Line]
  {
    var lines: [Line] = []
    var line = begun(first)
    for piece in pieces {
      let blank = piece.followsBlank && !line.isEmpty ? 1 : 0
      let cells = line.cells + blank + measure(piece.text)
      let characters = line.characters + blank + piece.text.unicodeScalars.count
      // A line "-- " by itself would begin a signature (RFC 3676 §4.3).
      let isSignature = flowed && line.text == mark + "--"
      if !line.isEmpty, !isSignature,
        cells > width || (flowed && characters > Self.mostCharacters)
      {
        line.breaksAtBlank = piece.followsBlank
        lines.append(line)
        line = begun(rest)
      }
      let between = piece.followsBlank && !line.isEmpty ? " " : ""
      line.text += between + piece.text
      line.cells += between.utf8.count + measure(piece.text)
      line.characters += between.utf8.count + piece.text.unicodeScalars.count
      line.isEmpty = false
    }
    return lines + [line]
  }

  private func begun(_ text: String) -> Line {
    Line(text: text, cells: measure(text), characters: text.unicodeScalars.count)
  }

  private func fixed(_ line: Line) -> String { Self.trimmed(line.text) }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// The line so that its first character means nothing (RFC 3676 §4.4): for a flowed text alone.
  private func stuffed(_ line: String) -> String {
    flowed && [" ", ">", "From "].contains(where: line.hasPrefix) ? " " + line : line
  }
}
