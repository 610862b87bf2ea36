// The lines of a plain text body, with how deep each is quoted.

import Text

/// The lines of a plain text body, with how deep each is quoted.
///
/// Source: RFC 3676 for format=flowed; RFC 4880 §7 for signed text.
struct MailLines {
  /// One line.
  struct Line {
    /// How many `>` stand before it.
    let depth: Int
    /// Its text in `bytes`, without quote marks and blanks at the end.
    let text: Range<Int>
    /// How far it is indented, in columns, a tab counting as 8.
    let indent: Int

    /// Whether the mark before it was that of somebody in particular: `JD> `.
    var isNamed = false
    /// Its text with the mark that was taken off.
    var whole: Range<Int>

    init(depth: Int, text: Range<Int>, indent: Int) {
      (self.depth, self.text, self.indent, whole) = (depth, text, indent, text)
    }

    var isBlank: Bool { text.isEmpty }

    /// The same line as a quote, without a mark of some bytes.
    func quoted(after length: Int, _ bytes: [UInt8]) -> Line {
      let rest = text.dropFirst(length).drop { bytes[$0] == 0x20 }
      var line = Line(depth: 1, text: rest, indent: 0)
      line.whole = whole
      line.isNamed = length > 1
      return line
    }
  }

  /// What the lines are ranges of: valid UTF-8.
  let bytes: [UInt8]
  /// The lines, in order.
  let lines: [Line]

  /// No honest reply is quoted deeper.
  static let deepest = 60

  /// Splits a body.
  ///
  /// - Parameters:
  ///   - flowed: Whether a blank at the end of a line means that the paragraph goes on.
  ///   - deletesBlank: Whether that blank is no part of the text (`DelSp=yes`).
  init(_ text: [UInt8], flowed: Bool = false, deletesBlank: Bool = false) {
    let body = SignedText.opened(text)
    if flowed {
      (bytes, lines) = Self.flowed(body, deletesBlank: deletesBlank)
    } else {
      bytes = body
      var found = ByteLines.ranges(body, 0..<body.count).map { Self.line(body, $0) }
      OtherQuoteMarks.apply(to: &found, body)
      RewrappedQuotes.apply(to: &found, body)
      lines = found
    }
  }

  /// The text of a line.
  func string(_ index: Int) -> String { String(decoding: bytes[lines[index].text], as: UTF8.self) }

  /// The text of several lines as one.
  func joined(_ range: Range<Int>) -> String {
    Strings.folded(range.map { string($0) }.joined(separator: " "))
  }

  private static func line(_ bytes: [UInt8], _ whole: Range<Int>, depth outer: Int = 0) -> Line {
    var at = whole.lowerBound
    var depth = outer
    var end = whole.upperBound
    while end > at, ASCII.isSpace(bytes[end - 1]) || bytes[end - 1] == 0 { end -= 1 }
    // `>`, `> >`, and `  >` where a program put a blank or two before the mark.
    while at < end, depth < deepest {
      var mark = at
      while mark < end, mark - at < (depth == 0 ? 1 : 3), bytes[mark] == 0x20 { mark += 1 }
      guard mark < end, bytes[mark] == UInt8(ascii: ">") else { break }
      at = mark + 1
      depth += 1
    }
    if depth > 0, at < end, bytes[at] == 0x20 { at += 1 }
    return Line(depth: depth, text: trimmed(bytes, at..<end), indent: indent(bytes, at..<end))
  }

  /// A line whose quote marks are counted already.
  private static func plain(_ bytes: [UInt8], _ text: Range<Int>, depth: Int) -> Line {
    var end = text.upperBound
    while end > text.lowerBound, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    let text = text.lowerBound..<end
    return Line(depth: depth, text: trimmed(bytes, text), indent: indent(bytes, text))
  }

  private static func trimmed(_ bytes: [UInt8], _ text: Range<Int>) -> Range<Int> {
    var at = text.lowerBound
    while at < text.upperBound, ASCII.isSpace(bytes[at]) { at += 1 }
    return at..<text.upperBound
  }

  private static func indent(_ bytes: [UInt8], _ text: Range<Int>) -> Int {
    var columns = 0
    for at in text {
      if bytes[at] == 0x20 {
        columns += 1
      } else if bytes[at] == 0x09 {
        columns = (columns / 8 + 1) * 8
      } else {
        break
      }
    }
    return columns
  }

  /// Joins the lines of flowed paragraphs.
  private static func flowed(_ body: [UInt8], deletesBlank: Bool) -> ([UInt8], [Line]) {
    var out: [UInt8] = []
    out.reserveCapacity(body.count)
    var lines: [Line] = []
    /// The paragraph at hand: where it begins in `out`, and its depth.
    var open: (start: Int, depth: Int)?
    func close() {
      guard let paragraph = open else { return }
      let text = paragraph.start..<out.count
      // Programs that nest quotes with blanks between the marks: the rest is counted as well.
      lines.append(
        paragraph.depth == 0
          ? plain(out, text, depth: 0) : line(out, text, depth: paragraph.depth))
      open = nil
    }
    for range in ByteLines.ranges(body, 0..<body.count) {
      let marks = range.prefix { body[$0] == UInt8(ascii: ">") }.count
      var at = range.lowerBound + marks
      if at < range.upperBound, body[at] == 0x20 { at += 1 }
      var end = range.upperBound
      let isSignature = ByteLines.starts(body, at..<end, with: "-- ") && end - at == 3
      let goesOn = end > at && body[end - 1] == 0x20 && !isSignature
      if goesOn, deletesBlank { end -= 1 }
      if open?.depth != marks || isSignature { close() }
      if open == nil { open = (out.count, marks) }
      out += body[at..<end]
      if !goesOn { close() }
    }
    close()
    return (out, lines)
  }
}

/// Text that is signed in place.
enum SignedText {
  /// The text without what the signing program put around it, and without keys and encrypted parts.
  ///
  /// A line that begins with a dash was sent with `- ` before it.
  static func opened(_ bytes: [UInt8]) -> [UInt8] {
    guard contains(bytes, "-----BEGIN PGP ") else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var (isSigned, isHead, isArmor) = (false, false, false)
    for range in ByteLines.ranges(bytes, 0..<bytes.count) {
      if ByteLines.starts(bytes, range, with: "-----BEGIN PGP SIGNED MESSAGE-----") {
        (isSigned, isHead) = (true, true)
      } else if ByteLines.starts(bytes, range, with: "-----BEGIN PGP ") {
        isArmor = true
      } else if ByteLines.starts(bytes, range, with: "-----END PGP ") {
        (isArmor, isSigned) = (false, false)
      } else if isHead {
        isHead = !ByteLines.isBlank(bytes, range)
      } else if !isArmor {
        let isEscaped = isSigned && ByteLines.starts(bytes, range, with: "- ")
        out += bytes[range].dropFirst(isEscaped ? 2 : 0)
        out.append(0x0A)
      }
    }
    return out
  }

  private static func contains(_ bytes: [UInt8], _ mark: StaticString) -> Bool {
    ByteLines.ranges(bytes, 0..<bytes.count).contains { ByteLines.starts(bytes, $0, with: mark) }
  }
}
