// The lines above a quote that say whose words follow.

import Text

extension MailBlockBuilder {
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
      if length == 1, !mayOpen(index, isOnlyLine: isBeforeQuote(last, depth)) { return nil }
      let isBefore = isBeforeQuote(last, depth)
      if length > 1, beginsAnother(last, isBefore) { return nil }
      guard isBefore || joined.utf8.last == UInt8(ascii: ":") else { continue }
      guard let found = Attribution(Strings.folded(joined), isBeforeQuote: isBefore) else {
        if isBefore { return nil }
        continue
      }
      flush()
      (lastOwn, signatureDepth) = (nil, nil)
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
  func mayOpen(_ index: Int, isOnlyLine: Bool) -> Bool {
    if isOnlyLine { return true }
    let line = text.string(index)
    guard let word = line.split(separator: " ", maxSplits: 1).first else { return false }
    // "On the other hand" opens a sentence, a date or an identifier soon after it does not.
    let isDated = line.utf8.contains { ASCII.isDigit($0) || $0 == UInt8(ascii: "<") }
    if isDated, Attribution.opens(String(word)) { return true }
    // "Jane Doe\n<jane@example.org> wrote:"
    let next = index + 1
    return line.utf8.count < 60 && next < end && !text.lines[next].isBlank
      && text.bytes[text.lines[next].text.lowerBound] == UInt8(ascii: "<")
  }

  /// Whether a line is an attribution by itself: what stands above it is something else.
  func beginsAnother(_ index: Int, _ isBeforeQuote: Bool) -> Bool {
    let line = Strings.folded(text.string(index))
    guard let word = line.split(separator: " ", maxSplits: 1).first else { return false }
    return Attribution.isOpener(String(word))
      && Attribution(line, isBeforeQuote: isBeforeQuote) != nil
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
    guard line.text.count <= 200 else { return nil }
    if line.depth > 0 { return quotedHead(at: index) }
    let first = text.bytes[line.text.lowerBound]
    let announces =
      first == UInt8(ascii: "-") || "abm".utf8.contains(first | 0x20)
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
    (isQuotedWhole, signatureDepth) = (true, nil)
    original = found.author
    authors = [:]
    return max(found.end, index + 1)
  }

  /// Reads the head of a whole message that is quoted with marks, where a quote begins.
  mutating func quotedHead(at index: Int) -> Int? {
    let depth = text.lines[index].depth
    guard index == 0 || text.lines[index - 1].depth < depth,
      OriginalMessage.label(text.string(index)) != nil
    else { return nil }
    let found = OriginalMessage.head(from: index, isAnnounced: false, isQuoted: true) {
      [text, end] at in
      at < end && text.lines[at].depth == depth ? text.string(at) : nil
    }
    guard let found, found.end > index else { return nil }
    flush()
    lastOwn = nil
    authors[depth] = found.author
    return found.end
  }
}
