// Podcasting 2.0's HTML transcripts to cues.

import Model
import Text

/// Podcasting 2.0's HTML transcripts to cues: `<cite>` says who, `<time>` when, `<p>` what.
///
/// Source: Podcasting 2.0, *Transcript File Format Details*, "HTML". A page may name speakers and
/// times once for several paragraphs, and may lack either.
struct PodcastHTML {
  private enum Place { case outside, cite, time }

  private var cues: [Cue] = []
  private var speaker: String?
  private var start: Double?
  private var place = Place.outside
  private var mark: [UInt8] = []
  private var paragraph: [UInt8]?
  /// A name or a time was seen outside of running text.
  private var apart = 0
  private var clocks = 0
  private var colons = 0
  private var isHidden = false

  /// Reads a document; `nil` when it has no such marks, or is another page that cites something.
  static func parse(_ bytes: [UInt8]) -> Transcript? {
    var reader = PodcastHTML()
    var tokenizer = HTMLTokenizer()
    let span = bytes.span
    while let token = tokenizer.next(span) { reader.take(token, bytes) }
    reader.endParagraph()
    if !reader.cues.isEmpty,
      reader.clocks > 0 || reader.colons > 0 || reader.apart * 4 >= reader.cues.count + 3
    {
      return Transcript(format: "podcast-html", cues: reader.cues)
    }
    return stamped(bytes)
  }

  /// A page whose paragraphs begin with stamps, read as text.
  private static func stamped(_ bytes: [UInt8]) -> Transcript? {
    let text = HTMLText.plainText(of: String(decoding: bytes, as: UTF8.self))
    let lines = Lines.split(Array(text.utf8))
    let words = lines.count { !Lines.isBlank($0) }
    guard TimestampedText.recognizes(lines) else { return nil }
    var transcript = TimestampedText.parse(lines)
    guard transcript.cues.count > 2, transcript.cues.count * 4 >= words else { return nil }
    transcript.format = "podcast-html"
    transcript.warnings = [Diagnostic("has no <time> or <cite>; its paragraphs' stamps were read")]
    return transcript
  }

  private mutating func take(_ token: HTMLTokenizer.Token, _ bytes: [UInt8]) {
    switch token {
    case .text(let range, let decoded):
      guard !isHidden, place != .outside || paragraph != nil else { return }
      let text = decoded ? CharacterReferences.decode(bytes[range]) : Array(bytes[range])
      if place == .outside { paragraph? += text } else { mark += text }
    case .startTag(let name, _, let selfClosing):
      if name.element == .script || name.element == .style { isHidden = !selfClosing }
      if name.isNamed("p") {
        endMark()
        endParagraph()
        paragraph = []
      } else if name.isNamed("cite") {
        begin(.cite)
      } else if name.isNamed("time") {
        begin(.time)
      } else if name.element == .br {
        paragraph?.append(0x20)
      } else if Self.endsParagraph(name.element) || name.isNamed("section") {
        endParagraph()
      }
    case .endTag(let name):
      if name.element == .script || name.element == .style { isHidden = false }
      if name.isNamed("cite") || name.isNamed("time") {
        endMark()
      } else if name.isNamed("p") || name.element == .div || name.isNamed("body") {
        endMark()
        endParagraph()
      }
    }
  }

  /// Whether a start tag ends an open paragraph (WHATWG HTML, §13.2.6.4.7).
  private static func endsParagraph(_ element: HTMLElement) -> Bool {
    switch element {
    case .div, .aside, .blockquote, .list, .table, .h1, .h2, .h3, .h4, .h5, .h6, .pre: true
    default: false
    }
  }

  private mutating func begin(_ place: Place) {
    endMark()
    // A name in the middle of a paragraph is a work that is spoken of.
    if let paragraph, paragraph.contains(where: { !ASCII.isSpace($0) }) { return }
    self.place = place
  }

  private mutating func endMark() {
    defer { (place, mark) = (.outside, []) }
    let text = Strings.folded(String(decoding: mark, as: UTF8.self))
    switch place {
    case .outside: return
    case .cite:
      if text.hasSuffix(":") { colons += 1 }
      if paragraph == nil { apart += 1 }
      (speaker, start) = (SpeakerName.read(text), nil)
    case .time:
      let clock = Clock(text)
      if clock != nil { clocks += 1 }
      start = clock?.seconds
    }
  }

  private mutating func endParagraph() {
    guard let words = paragraph else { return }
    paragraph = nil
    guard speaker != nil || start != nil else { return }
    let text = String(decoding: words, as: UTF8.self)
    if let cue = Cue.read(start: start, end: nil, speaker: speaker, text: text) { cues.append(cue) }
  }
}
