// Quotes whose marks are of another kind, or were lost where a program wrapped long lines.

import Text

/// Quote marks other than `>`.
enum OtherQuoteMarks {
  /// Gives lines behind `Name> ` a depth of 1, and lines behind `| ` below an attribution.
  ///
  /// Initials in capitals need no more (`JD> `); a name must stand before two lines, since prompts
  /// look the same. A bar with others after it is the edge of a table.
  static func apply(to lines: inout [MailLines.Line], _ bytes: [UInt8]) {
    var isBelowColon = false
    for index in lines.indices {
      let line = lines[index]
      guard line.depth == 0, !line.isBlank else { continue }
      var length = nameLength(line, bytes)
      if length > 0, !isInitials(bytes[line.text].prefix(length)) {
        let name = bytes[line.text].prefix(length)
        let isRun = [index - 1, index + 1].contains {
          lines.indices.contains($0) && bytes[(lines[$0].whole)].starts(with: name)
        }
        if !isRun { length = 0 }
      }
      if length == 0, isBelowColon, bytes[line.text.lowerBound] == UInt8(ascii: "|"),
        line.text.count == 1 || bytes[line.text.lowerBound + 1] == 0x20,
        !bytes[line.text].dropFirst().contains(UInt8(ascii: "|"))
      {
        length = 1
      }
      if length > 0 {
        lines[index] = line.quoted(after: length, bytes)
      } else {
        isBelowColon = bytes[line.text].last == UInt8(ascii: ":")
      }
    }
  }

  /// The length of `Name>`; 0 without it.
  private static func nameLength(_ line: MailLines.Line, _ bytes: [UInt8]) -> Int {
    guard line.indent <= 2 else { return 0 }
    let text = bytes[line.text]
    let letters = text.prefix(12).prefix(while: ASCII.isLetter).count
    guard letters >= 2, text.count > letters, text[text.startIndex + letters] == UInt8(ascii: ">")
    else { return 0 }
    let next = text.startIndex + letters + 1
    return next == text.endIndex || text[next] == 0x20 ? letters + 1 : 0
  }

  private static func isInitials(_ name: ArraySlice<UInt8>) -> Bool {
    name.count <= 5 && name.dropLast().allSatisfy(ASCII.isUpper)
  }
}

/// Quotes that a program wrapped once more: the end of each long line stands without marks.
///
/// ```
/// > So, why can't we let it expire? Traditionally, we have
/// tried
/// > to ensure that it does not.
/// ```
enum RewrappedQuotes {
  /// The width from which a line may have been wrapped.
  private static let width = 68
  /// What is wrapped is a few words.
  private static let longestTail = 40

  /// Gives such ends the depth of the lines around them.
  ///
  /// An answer between two quoted lines looks much the same; what ends a sentence below a line that
  /// ends one is taken for an answer.
  static func apply(to lines: inout [MailLines.Line], _ bytes: [UInt8]) {
    for index in lines.indices.dropFirst() {
      let (before, line) = (lines[index - 1], lines[index])
      guard line.depth < before.depth, !line.isBlank, !before.isBlank, line.indent < 4,
        line.text.count <= longestTail, !before.isNamed,
        before.text.count + 2 * before.depth + line.text.count >= width,
        bytes[line.text].last != UInt8(ascii: ":")
      else { continue }
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      let isOpen = !endsSentence(bytes[before.text])
      let isTail: Bool
      if let next, !next.isBlank {
        isTail = next.depth == before.depth && (isOpen || !endsSentence(bytes[line.text]))
      } else {
        isTail = isOpen && ASCII.isLower(bytes[line.text.lowerBound])
      }
      if isTail {
        lines[index] = MailLines.Line(depth: before.depth, text: line.text, indent: line.indent)
      }
    }
  }

  private static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
    text.last.map { ".?!:".utf8.contains($0) } ?? true
  }
}
