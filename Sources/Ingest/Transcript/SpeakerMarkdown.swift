// Markdown in which paragraphs begin with a speaker's name in bold, to cues.

import Model
import Text

/// `**Ann Lee:** words` to cues, one a paragraph; a paragraph without a name goes on with its
/// speaker.
///
/// A stamp (`\[00:12:34.15\]`) begins a cue too; what the form gives no time has none. Its fraction
/// is frames at 30 a second, as the Changelog's transcripts have it, unless some number is too large
/// for a frame.
struct SpeakerMarkdown {
  private var transcript = Transcript(format: "markdown-speakers", cues: [])
  private var speaker: String?
  private let hasFrames: Bool

  /// Whether, among the first 40 paragraphs, at least two and one of five begin with a name.
  static func recognizes(_ lines: [String]) -> Bool {
    var (paragraphs, named) = (0, 0)
    var isOpen = false
    for line in lines[FrontMatter.end(lines)...] where paragraphs < 40 {
      let isBlank = Lines.isBlank(line)
      let isNamed = !isBlank && head(of: line) != nil
      if !isBlank, !isOpen || isNamed { paragraphs += 1 }
      if isNamed { named += 1 }
      isOpen = !isBlank
    }
    return named >= 2 && named * 5 >= paragraphs
  }

  /// The cues.
  static func parse(_ lines: [String]) -> Transcript {
    var reader = SpeakerMarkdown(hasFrames: MarkdownStamps.haveFrames(lines))
    var paragraph: [String] = []
    for line in lines[FrontMatter.end(lines)...] {
      if Lines.isBlank(line) || head(of: line) != nil {
        reader.take(paragraph)
        paragraph = []
      }
      if !Lines.isBlank(line) { paragraph.append(line) }
    }
    reader.take(paragraph)
    return reader.transcript
  }

  private init(hasFrames: Bool) { self.hasFrames = hasFrames }

  private mutating func take(_ lines: [String]) {
    guard var first = lines.first else { return }
    var stamp: String?
    if let head = Self.head(of: first) {
      if Self.breaks.contains(head.name.lowercased()) {
        speaker = nil
        return
      }
      (speaker, stamp, first) = (head.name, head.stamp, head.rest)
    } else if Self.isBreak(first) {
      speaker = nil
      return
    } else if Self.isFurniture(first) {
      return
    }
    let body = ([stamp ?? "", first] + lines.dropFirst()).joined(separator: "\n")
    for (start, text) in MarkdownStamps.split(body, hasFrames: hasFrames) {
      if let cue = Cue.read(start: start, end: nil, speaker: speaker, text: text) {
        transcript.cues.append(cue)
      }
    }
  }

  private static let breaks: Set<String> = [
    "break", "breaks", "intro", "intros", "jingle", "jingles", "outro", "outros",
  ]

  /// `Break:`, `**Break**`, `## Outro`, with a stamp or without.
  private static func isBreak(_ line: String) -> Bool {
    guard line.utf8.count < 80 else { return false }
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != ":" && $0 != "." }
    let word = (words.first ?? "").lowercased().replacing(":", with: "")
    return breaks.contains(word) && words.dropFirst().allSatisfy { Clock(String($0)) != nil }
  }

  /// Headings and rules are nobody's words.
  private static func isFurniture(_ line: String) -> Bool {
    let text = Strings.trimmed(line)
    return text.hasPrefix("#") && text.drop { $0 == "#" }.first == " "
      || text.utf8.count >= 3 && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == 0x2A }
  }

  /// The name at the head of a paragraph (`**Ann:**`, `**Ann**:`, `**Ann (1:02):**`), the stamp
  /// beside it, and what follows.
  private static func head(of line: String) -> (name: String, stamp: String?, rest: String)? {
    let bytes = Array(line.utf8.prefix(SpeakerName.maximumBytes + 64))
    let start = bytes.passBlanks(0) + 2
    guard bytes.has("**", at: start - 2), start < bytes.count,
      let star = bytes[start...].firstIndex(of: UInt8(ascii: "*")), bytes.has("**", at: star)
    else { return nil }
    var inside = Strings.trimmed(String(decoding: bytes[start..<star], as: UTF8.self))
    var end = star + 2
    if inside.utf8.last != UInt8(ascii: ":") {
      guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
      end += 1
    }
    while inside.utf8.last == UInt8(ascii: ":") { inside.removeLast() }
    var stamp: String?
    if inside.hasSuffix(")") || inside.hasSuffix("]"),
      let open = inside.utf8.lastIndex(where: { $0 == UInt8(ascii: "(") || $0 == 0x5B }),
      let clock = Clock(String(inside[inside.utf8.index(after: open)...].dropLast())),
      clock.fields.count > 1
    {
      stamp = "[" + inside[inside.utf8.index(after: open)...].dropLast() + "] "
      inside = String(inside[..<open])
    }
    guard let name = SpeakerName.read(MarkdownText.plain(inside)) else { return nil }
    return (name, stamp, String(decoding: line.utf8.dropFirst(end), as: UTF8.self))
  }
}
