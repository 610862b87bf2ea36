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

/// The author's own words in text without markup, as mail and plain posts have it.
package enum PlainText {
  /// The words in the form of `Post.words`: quotes, program text, signatures and footers left out.
  ///
  /// - Complexity: Linear.
  package static func ownWords(in text: String) -> String { MailText.blocks(of: text).words }
}

/// Builds the blocks of one body.
struct MailBlockBuilder {
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
  /// The depth at which a quoted signature stands.
  var signatureDepth: Int?
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
    if isQuotedSignature(index) { return }
    let author =
      depth == 0 ? original : text.lines[index].isNamed ? nil : authors[depth]
    // Neighbours of another depth are another's words, even where both authors are unknown.
    if let last = open.last, text.lines[last].depth != depth { flush() }
    add(index, .quote(author: author, post: nil))
  }

  /// Whether a quoted line belongs to a signature that was quoted along.
  mutating func isQuotedSignature(_ index: Int) -> Bool {
    let line = text.lines[index]
    if signatureDepth == line.depth { return true }
    signatureDepth = nil
    guard text.bytes[line.text].elementsEqual([0x2D, 0x2D]) else { return false }
    flush()
    signatureDepth = line.depth
    return true
  }

  // MARK: Lines

  /// Reads the author's own lines from one on; returns the index after them.
  mutating func own(_ index: Int) -> Int {
    let line = text.lines[index]
    let first = text.bytes[line.text.lowerBound]
    (lastOwn, signatureDepth) = (index, nil)
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
    } else if kind == .listItem, let item = open.first,
      line.indent > 0 || text.lines[item].indent == 0
    {
      open.append(index)
    } else {
      // A line longer than any wrapped one is a paragraph of its own.
      if let last = open.last, kind == .paragraph, isLong(last) || isLong(index) { flush() }
      add(index, .paragraph)
    }
    return index + 1
  }
}
