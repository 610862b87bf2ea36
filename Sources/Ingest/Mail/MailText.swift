// A plain text body to blocks: own words, quotes and program text told apart.

import Text

/// A plain text body to blocks.
enum MailText {
  /// The blocks of a body, in order.
  ///
  /// - Complexity: Linear.
  static func blocks(of lines: MailLines) -> [TextBlock] {
    var builder = MailBlockBuilder(lines)
    return builder.build()
  }

  /// The blocks of text as it travelled, already UTF-8.
  static func blocks(of text: String) -> [TextBlock] { blocks(of: MailLines(Array(text.utf8))) }
}

/// Builds the blocks of one body.
private struct MailBlockBuilder {
  let text: MailLines
  /// Where a list's footer begins.
  let end: Int
  var blocks: [TextBlock] = []
  /// The lines of the block at hand.
  var open: [Int] = []
  var kind = TextBlock.Kind.paragraph
  /// Who is quoted at each depth, from 1.
  var authors: [Int: String] = [:]
  /// Below a signature or a whole quoted message nothing is the author's own.
  var isSigned = false
  var isQuotedWhole = false
  var original: String?
  /// The last of the author's own lines since the last quote.
  var lastOwn: Int?
  var hasMoreFences = true

  init(_ text: MailLines) {
    self.text = text
    end = MailFooter.start(in: text)
  }

  mutating func build() -> [TextBlock] {
    var index = 0
    while index < end {
      let line = text.lines[index]
      if line.isBlank {
        flush()
        index += 1
      } else if let next = attribution(at: index) ?? original(at: index) {
        index = next
      } else if isPrompt(index) {
        index = session(from: index)
      } else if line.depth > 0 || isQuotedWhole {
        quote(index)
        index += 1
      } else if isSignature(index) {
        flush()
        isSigned = true
        index += 1
      } else if isSigned {
        index += 1
      } else {
        index = own(index)
      }
    }
    flush()
    return blocks
  }

  // MARK: Blocks

  mutating func flush() {
    defer { open.removeAll(keepingCapacity: true) }
    guard let first = open.first else { return }
    if kind == .code {
      let lines = open.map { index in
        String(repeating: " ", count: min(text.lines[index].indent, 40)) + text.string(index)
      }
      blocks.append(TextBlock(.code, lines.joined(separator: "\n")))
      return
    }
    var bytes: [UInt8] = []
    for index in open {
      bytes += text.bytes[text.lines[index].text].dropFirst(
        index == first && kind == .listItem ? marker(text.lines[index]) : 0)
      bytes.append(0x20)
    }
    let words = Strings.folded(String(decoding: bytes, as: UTF8.self))
    // Lines of dots and dashes say nothing.
    guard words.utf8.contains(where: { ASCII.isAlphanumeric($0) || $0 >= 0x80 }) else { return }
    blocks.append(TextBlock(kind, words))
  }

  mutating func add(_ index: Int, _ new: TextBlock.Kind) {
    if kind != new { flush() }
    kind = new
    open.append(index)
  }

  mutating func quote(_ index: Int) {
    let depth = text.lines[index].depth
    // "The manual says this:" names nobody, but not whoever was quoted before.
    if depth > 0, let last = lastOwn, text.bytes[text.lines[last].text].last == UInt8(ascii: ":") {
      authors = [:]
    }
    lastOwn = nil
    let author =
      depth == 0 ? original : text.lines[index].isNamed ? nil : authors[depth]
    // Neighbours of another depth are another's words, even where both authors are unknown.
    if let last = open.last, text.lines[last].depth != depth { flush() }
    add(index, .quote(author: author, post: nil))
  }

  // MARK: Lines

  /// Reads the author's own lines from one on; returns the index after them.
  mutating func own(_ index: Int) -> Int {
    let line = text.lines[index]
    let first = text.bytes[line.text.lowerBound]
    lastOwn = index
    if let next = fenced(index) ?? patch(index) { return next }
    if isSession(index) { return session(from: index) }
    if isCode(index) {
      add(index, .code)
      return index + 1
    }
    if kind == .code { flush() }
    if MailFooter.isRule(text.bytes[line.text]) || isUnderline(text.bytes[line.text]) {
      flush()
      return index + 1
    }
    if ASCII.isUpper(first) || first == UInt8(ascii: "-") || line.text.count < 3 {
      let words = text.string(index)
      if MailFooter.isNotice(words) || isScrubbed(words) || isTrailers(index) {
        flush()
        kind = .furniture
        open.append(index)
        flush()
        kind = .paragraph
        return index + 1
      }
    }
    let last = text.bytes[line.text].last
    if last == UInt8(ascii: ")") || text.bytes[line.text].contains(UInt8(ascii: "|")),
      PatchText.isStatistic(text.string(index))
    {
      add(index, .code)
      return index + 1
    }
    if marker(text.lines[index]) > 0, beginsItem(index) {
      flush()
      kind = .listItem
      open.append(index)
    } else if kind == .listItem, !open.isEmpty {
      open.append(index)
    } else {
      // A line longer than any wrapped one is a paragraph of its own.
      if let last = open.last, kind == .paragraph, isLong(last) || isLong(index) { flush() }
      add(index, .paragraph)
    }
    return index + 1
  }

  func isLong(_ index: Int) -> Bool { text.lines[index].text.count > 120 }

  /// A heading's underline: one character, at least three times.
  func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 3, let first = line.first else { return false }
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
    if open.isEmpty || kind == .listItem || kind == .code { return true }
    let next = index + 1
    return next < end && marker(text.lines[next]) > 0
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

  /// `-- `, or `--` near the end, where a program took the blank away.
  func isSignature(_ index: Int) -> Bool {
    let line = text.lines[index]
    let bytes = text.bytes[line.text]
    guard bytes.elementsEqual([0x2D, 0x2D]), line.indent == 0 else { return false }
    let after = line.text.upperBound
    if after < text.bytes.count, text.bytes[after] == 0x20 { return true }
    return text.lines[index..<end].prefix(14).count < 14
  }

  // MARK: Heads of quotes

  /// Reads the attribution that begins at a line; returns the index after it.
  mutating func attribution(at index: Int) -> Int? {
    let depth = text.lines[index].depth
    var joined = ""
    for length in 1...4 {
      let last = index + length - 1
      guard last < end, text.lines[last].depth == depth, !text.lines[last].isBlank,
        text.lines[last].text.count <= 300
      else { return nil }
      joined += (length == 1 ? "" : " ") + text.string(last)
      if length == 1, !mayOpen(joined, isOnlyLine: isBeforeQuote(last, depth)) { return nil }
      let isBefore = isBeforeQuote(last, depth)
      guard isBefore || joined.utf8.last == UInt8(ascii: ":") else { continue }
      guard let found = Attribution(Strings.folded(joined), isBeforeQuote: isBefore) else {
        if isBefore { return nil }
        continue
      }
      flush()
      lastOwn = nil
      for deeper in authors.keys where deeper > depth { authors[deeper] = nil }
      if isBefore {
        authors[depth + 1] = found.author
      } else if depth > 0 {
        // Telephones quote the attribution together with the words.
        authors[depth] = found.author
      } else {
        isQuotedWhole = true
        original = found.author
      }
      return last + 1
    }
    return nil
  }

  /// Whether an attribution may begin with a line: it is alone above a quote, or opens like one.
  func mayOpen(_ line: String, isOnlyLine: Bool) -> Bool {
    if isOnlyLine { return true }
    guard let word = line.split(separator: " ", maxSplits: 1).first else { return false }
    if Attribution.opens(String(word)) { return true }
    // "Jane Doe\n<jane@example.org> wrote:"
    return line.utf8.count < 60 && line.utf8.last != UInt8(ascii: ".") && open.isEmpty
  }

  /// Whether quoted lines follow a line at once, or after one or two blank ones.
  func isBeforeQuote(_ index: Int, _ depth: Int) -> Bool {
    for next in (index + 1)..<min(index + 4, max(end, index + 1)) where next < end {
      if !text.lines[next].isBlank { return text.lines[next].depth > depth }
      if text.lines[next].depth > depth { continue }
    }
    return false
  }

  /// Reads the head of a whole quoted message; returns the index after it.
  mutating func original(at index: Int) -> Int? {
    let line = text.lines[index]
    guard line.depth == 0, line.text.count <= 200 else { return nil }
    let first = text.bytes[line.text.lowerBound]
    let announces =
      first == UInt8(ascii: "-") || first | 0x20 == UInt8(ascii: "b")
        || first | 0x20 == UInt8(ascii: "a")
      ? OriginalMessage.isAnnouncement(text.string(index)) : false
    if !announces {
      guard text.bytes[line.text].prefix(32).contains(UInt8(ascii: ":")),
        OriginalMessage.label(text.string(index))?.label == .from
      else { return nil }
    }
    let found = OriginalMessage.head(
      from: announces ? index + 1 : index, isAnnounced: announces
    ) { [text, end] at in at < end && text.lines[at].depth == 0 ? text.string(at) : nil }
    guard let found else { return nil }
    flush()
    isQuotedWhole = true
    original = found.author
    authors = [:]
    return max(found.end, index + 1)
  }
}
