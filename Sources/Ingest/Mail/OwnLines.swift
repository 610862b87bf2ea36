// Which of the author's own lines are words, lists, program text or what programs add.

import Text

extension MailBlockBuilder {
  func isLong(_ index: Int) -> Bool { text.lines[index].text.count > 120 }

  /// A heading's underline: one character, at least three times, or two dashes.
  func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, line.count >= (first == UInt8(ascii: "-") ? 2 : 3) else {
      return false
    }
    return Array("-=*_~#+".utf8).contains(first) && line.allSatisfy { $0 == first }
  }

  /// Lines indented by four or more are code, but for the first line of a paragraph and what goes
  /// on under a list item.
  func isCode(_ index: Int) -> Bool {
    let line = text.lines[index]
    guard line.indent >= 4 else { return false }
    if kind == .listItem, !open.isEmpty { return false }
    if marker(text.lines[index]) > 0, kind == .listItem || open.isEmpty, line.indent < 8 {
      return false
    }
    if kind == .code, !open.isEmpty { return true }
    let next = index + 1
    let opensParagraph =
      open.isEmpty && next < end && !text.lines[next].isBlank && text.lines[next].depth == 0
      && text.lines[next].indent < 2 && ASCII.isUpper(text.bytes[line.text.lowerBound])
    return !opensParagraph
  }

  /// Takes a session of an interpreter, up to a blank line; returns the index after it.
  mutating func session(from index: Int) -> Int {
    flush()
    var next = index
    while next < end, !text.lines[next].isBlank {
      add(next, .code)
      next += 1
    }
    return next
  }

  /// Whether a session begins: `$ make`, `In [1]: x`.
  func isSession(_ index: Int) -> Bool {
    let line = text.lines[index].text
    return ByteLines.starts(text.bytes, line, with: "In [")
      || ByteLines.starts(text.bytes, line, with: "$ ")
  }

  /// Whether a quoted line is really the prompt of an interpreter, `>>> print(1)`, with nothing
  /// quoted above it.
  func isPrompt(_ index: Int) -> Bool {
    let line = text.lines[index]
    guard line.depth == 3, !isQuotedWhole, line.text.lowerBound >= 4,
      ByteLines.starts(text.bytes, (line.text.lowerBound - 4)..<line.text.lowerBound, with: ">>> ")
    else { return false }
    // An attribution above, which leaves no own line, makes it a quote.
    guard lastOwn != nil || authors.isEmpty else { return false }
    return index == 0 || text.lines[index - 1].depth == 0
  }

  /// The length of a list item's mark with the blanks after it; 0 without one.
  func marker(_ line: MailLines.Line) -> Int {
    guard line.depth == 0, !isQuotedWhole else { return 0 }
    let bytes = text.bytes[line.text]
    guard let first = bytes.first else { return 0 }
    var length = 0
    if first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      length = 1
    } else if bytes.starts(with: [0xE2, 0x80, 0xA2]) {
      length = 3
    } else if ASCII.isDigit(first) {
      let digits = bytes.prefix(3).prefix(while: ASCII.isDigit).count
      guard digits <= 2, bytes.count > digits,
        [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[bytes.startIndex + digits])
      else { return 0 }
      length = digits + 1
    }
    guard length > 0, bytes.count > length + 1,
      ASCII.isSpace(bytes[bytes.startIndex + length])
    else { return 0 }
    return length + 1
  }

  /// Whether a mark begins an item: at the head of a paragraph or after another item.
  ///
  /// Elsewhere it is a dash, or the number at the end of a sentence, that wrapping put first.
  func beginsItem(_ index: Int) -> Bool {
    guard let last = open.last, kind == .paragraph else { return true }
    if text.bytes[text.lines[last].text].last == UInt8(ascii: ":") { return true }
    let next = index + 1
    guard next < end, marker(text.lines[next]) > 0 else { return false }
    // Two marks of different kinds are an accident.
    let marks = [index, next].map { text.bytes[text.lines[$0].text.lowerBound] }
    return marks[0] == marks[1] || marks.allSatisfy(ASCII.isDigit)
  }

  /// Blocks between fences of three backticks.
  mutating func fenced(_ index: Int) -> Int? {
    guard hasMoreFences, ByteLines.starts(text.bytes, text.lines[index].text, with: "```") else {
      return nil
    }
    let close = text.lines[(index + 1)..<end].firstIndex {
      ByteLines.starts(text.bytes, $0.text, with: "```")
    }
    guard let close else {
      hasMoreFences = false
      return nil
    }
    flush()
    for line in (index + 1)..<close where !text.lines[line].isBlank { add(line, .code) }
    flush()
    kind = .paragraph
    return close + 1
  }

  mutating func patch(_ index: Int) -> Int? {
    guard let next = PatchText.end(from: index, in: text, limit: end), next > index else {
      return nil
    }
    flush()
    for line in index..<next { add(line, .code) }
    flush()
    kind = .paragraph
    return next
  }

  func isScrubbed(_ words: String) -> Bool {
    guard MailFooter.isScrubbed(words), case .furniture? = blocks.last?.kind else { return false }
    return open.isEmpty
  }

  /// Whether a line and the next ones up to a blank line are trailers of a patch.
  func isTrailers(_ index: Int) -> Bool {
    guard open.isEmpty, MailFooter.isTrailer(text.string(index)) else { return false }
    return !text.string(index).hasPrefix("Link:") || blocks.last?.kind == .furniture
  }

  /// `-- `; or `--` near the end, where a program took the blank away; or `--Name` at the end.
  func isSignature(_ index: Int) -> Bool {
    let line = text.lines[index]
    let bytes = text.bytes[line.text]
    guard bytes.starts(with: [0x2D, 0x2D]), line.indent == 0 else { return false }
    // Signatures have few lines; below a dash that divides a text many follow.
    func follow(atMost most: Int) -> Bool {
      text.lines[(index + 1)..<end].prefix(60).count { !$0.isBlank && $0.depth == 0 } <= most
    }
    if bytes.count == 2 {
      let after = line.text.upperBound
      return after < text.bytes.count && text.bytes[after] == 0x20 || follow(atMost: 20)
    }
    let name = bytes.dropFirst(2).drop { $0 == 0x20 }
    guard let first = name.first, ASCII.isUpper(first) || first >= 0xC3, name.count <= 30 else {
      return false
    }
    return !name.contains(UInt8(ascii: ".")) && follow(atMost: 5)
  }
}
