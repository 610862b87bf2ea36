// What a subject says without the marks of replies and of lists.

import Text

/// A subject without the marks of replies, forwards and lists.
///
/// Source: RFC 5256 §2.1 (base subject), and the marks that programs in other languages write.
/// Unlike there, marks in brackets that say what a message is (`[PATCH v2]`, `[VOTE]`) stay: a
/// vote is another discussion than the one before it.
struct Subject: Equatable {
  /// The subject itself; empty when nothing else is there.
  let base: String
  /// Whether a mark says that it answers something.
  let isReply: Bool

  /// Reads a decoded subject.
  init(_ subject: String) {
    var text = Substring(Strings.folded(subject))
    var isReply = false
    while true {
      if let (rest, isAnswer) = Self.withoutMark(text) {
        text = rest
        isReply = isReply || isAnswer
      } else if let rest = Self.withoutTag(text) {
        text = rest
      } else if let rest = Self.withoutForwardMark(text) {
        text = rest
      } else {
        break
      }
    }
    base = String(text)
    self.isReply = isReply
  }

  /// What two subjects of one discussion have in common.
  var key: String { base.lowercased() }

  private static let replyMarks: Set<String> = [
    "re", "aw", "antw", "antwort", "sv", "vs", "svar", "odp", "rv", "res", "ynt", "atb", "bls",
    "ats", "vá", "σχετ", "απ", "на", "отв", "ответ", "回复", "答复", "回覆", "回信", "返信", "답장", "ré",
  ]
  private static let forwardMarks: Set<String> = [
    "fw", "fwd", "wg", "tr", "enc", "doorst", "vb", "vl", "pd", "转发", "轉寄", "转寄", "전달", "пересл",
  ]

  /// Takes `Re:`, `RE[2]:`, `Re^3:`, `Fwd :` from the head.
  private static func withoutMark(_ text: Substring) -> (Substring, isAnswer: Bool)? {
    guard let colon = text.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return nil
    }
    var mark = text[..<colon]
    while mark.last == " " { mark = mark.dropLast() }
    // How often: [2], (2), ^2, *2.
    if let open = mark.firstIndex(where: { "[(^*".contains($0) }),
      mark[open...].dropFirst().contains(where: { $0.isASCII && $0.isNumber })
    {
      guard mark[open...].dropFirst().allSatisfy({ $0.isNumber || $0 == "]" || $0 == ")" }) else {
        return nil
      }
      mark = mark[..<open]
    }
    let name = mark.lowercased()
    let isAnswer = replyMarks.contains(name)
    guard isAnswer || forwardMarks.contains(name) else { return nil }
    return (trimmed(text[text.index(after: colon)...]), isAnswer)
  }

  /// What brackets say about a message, not about its list.
  private static let kinds: Set<String> = [
    "patch", "rfc", "vote", "result", "discuss", "discussion", "proposal", "announce",
    "announcement", "ann", "release", "security", "poll", "call", "decision", "cfp", "lcr",
    "bug", "pull", "git", "draft", "question", "idea", "pitch", "review", "summary", "meeting",
    "solved", "ot", "off-topic",
  ]

  /// Takes a list's `[name]` from the head, if something is left.
  private static func withoutTag(_ text: Substring) -> Substring? {
    guard text.first == "[", let close = text.prefix(80).firstIndex(of: "]") else { return nil }
    let tag = text[..<close].dropFirst().lowercased()
    // `[PATCH 1/3]` and `[PATCH v2]` say more than the first word.
    let first = tag.split(separator: " ").first.map(String.init) ?? ""
    let rest = trimmed(text[text.index(after: close)...])
    guard !rest.isEmpty, !kinds.contains(first), !first.hasPrefix("cve"), !tag.contains("[") else {
      return nil
    }
    return rest
  }

  /// Takes `(fwd)` from the end, and `[Fwd: …]` from around.
  private static func withoutForwardMark(_ text: Substring) -> Substring? {
    if text.utf8.count > 5, text.suffix(5).lowercased() == "(fwd)" {
      return trimmed(text.dropLast(5))
    }
    if text.utf8.count > 6, text.prefix(5).lowercased() == "[fwd:", text.hasSuffix("]") {
      return trimmed(text.dropFirst(5).dropLast())
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return text
  }
}
