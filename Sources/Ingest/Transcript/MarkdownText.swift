// A paragraph of Markdown as plain text.

import Text

/// A paragraph of Markdown as plain text: the marks of links, emphasis and code are left out, their
/// words stay.
///
/// Not all of CommonMark: what people write in transcripts, each kind of mark in one pass.
/// Complexity: linear.
struct MarkdownText {
  private var text: [Unicode.Scalar]

  /// Markdown as plain text.
  static func plain(_ markdown: String) -> String {
    guard markdown.utf8.contains(where: { marks.contains($0) }) else { return markdown }
    var reader = MarkdownText(text: Array(markdown.unicodeScalars))
    reader.links()
    reader.strong("*")
    reader.strong("_")
    reader.emphasis()
    reader.code()
    reader.escapes()
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: reader.text)
    return CharacterReferences.decode(String(plain))
  }

  private static let marks = Set("[*_`\\&".utf8)
  /// A longer address or title is none.
  private static let longestLink = 4096

  private func scalar(_ at: Int) -> Unicode.Scalar? {
    text.indices.contains(at) ? text[at] : nil
  }

  private func isSpace(_ at: Int) -> Bool { scalar(at)?.properties.isWhitespace ?? true }

  private func isWord(_ at: Int) -> Bool {
    guard let scalar = scalar(at) else { return false }
    return scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// `[words](address "title")` and `![words](address)`.
  private mutating func links() {
    var out: [Unicode.Scalar] = []
    var at = 0
    while at < text.count {
      let open = text[at] == "!" && scalar(at + 1) == "[" ? at + 1 : at
      if text[open] == "[", open != at || scalar(at - 1) != "\\",
        let close = text[(open + 1)...].firstIndex(where: { $0 == "]" || $0 == "[" }),
        text[close] == "]", scalar(close + 1) == "(", let end = linkEnd(close + 2)
      {
        out += text[(open + 1)..<close]
        at = end
      } else {
        out.append(text[at])
        at += 1
      }
    }
    text = out
  }

  /// The index behind the parenthesis that closes a link's address.
  private func linkEnd(_ start: Int) -> Int? {
    var at = start
    let limit = min(text.count, start + Self.longestLink)
    var depth = 0
    while at < limit, !isSpace(at) {
      if text[at] == "(" { depth += 1 }
      if text[at] == ")" {
        if depth == 0 { return at + 1 }
        depth -= 1
      }
      if depth > 1 { return nil }
      at += 1
    }
    while at < limit, isSpace(at) { at += 1 }
    guard at < limit, text[at] == "\"",
      let quote = text[(at + 1)..<limit].firstIndex(of: "\""), scalar(quote + 1) == ")"
    else { return nil }
    return quote + 2
  }

  /// `**words**` on one line.
  private mutating func strong(_ mark: Unicode.Scalar) {
    var out: [Unicode.Scalar] = []
    var at = 0
    var hopeless = 0  // up to here no mark closes
    while at < text.count {
      guard at >= hopeless, text[at] == mark, scalar(at + 1) == mark, !isSpace(at + 2) else {
        out.append(text[at])
        at += 1
        continue
      }
      var close = at + 3
      while close < text.count, text[close] != "\n",
        !(text[close] == mark && scalar(close + 1) == mark && !isSpace(close - 1))
      {
        close += 1
      }
      if scalar(close) == mark {
        out += text[(at + 2)..<close]
        at = close + 2
      } else {
        hopeless = close
      }
    }
    text = out
  }

  /// `*words*` and `_words_`, not inside of words.
  private mutating func emphasis() {
    func isMark(_ scalar: Unicode.Scalar?) -> Bool { scalar == "*" || scalar == "_" }
    var out: [Unicode.Scalar] = []
    var at = 0
    while at < text.count {
      if isMark(text[at]), !isWord(at - 1), scalar(at - 1) != "*", scalar(at - 1) != "\\",
        !isSpace(at + 1), !isMark(scalar(at + 1)),
        let close = text[(at + 1)...].firstIndex(where: isMark),
        !isSpace(close - 1), !isWord(close + 1), scalar(close + 1) != "*"
      {
        out += text[(at + 1)..<close]
        at = close + 1
      } else {
        out.append(text[at])
        at += 1
      }
    }
    text = out
  }

  private mutating func code() {
    guard text.contains("`") else { return }
    let ticks = text.count { $0 == "`" }
    var left = ticks - ticks % 2  // one without a partner stays
    text.removeAll { scalar in
      guard scalar == "`", left > 0 else { return false }
      left -= 1
      return true
    }
  }

  private mutating func escapes() {
    var out: [Unicode.Scalar] = []
    var at = 0
    while at < text.count {
      if text[at] == "\\", let next = scalar(at + 1), next.isASCII,
        "\\`*_{}[]()#+-.!~|>".unicodeScalars.contains(next)
      {
        at += 1
      }
      out.append(text[at])
      at += 1
    }
    text = out
  }
}
