// SubRip (SRT) to cues.

import Model
import Text

/// SubRip to cues: a number, a line of times, lines of text, an empty line.
///
/// There is no specification. A line of times is what begins a cue, whatever stands around it:
/// numbers and empty lines are often missing, and text may have empty lines.
enum SubRip {
  /// Whether the first line is a number or a line of times, or several lines of times stand among
  /// the first 40.
  static func recognizes(_ lines: [String]) -> Bool {
    let head = lines.lazy.filter { !Lines.isBlank($0) }.prefix(40)
    let found = head.filter { times($0, loosely: false) != nil }.prefix(2).count
    guard found == 1, let first = head.first else { return found > 1 }
    return isNumber(first) || times(first, loosely: false) != nil
  }

  /// Whether lines that were meant for times stand among the first lines.
  static func recognizesLoosely(_ lines: [String]) -> Bool {
    lines.lazy.filter { !Lines.isBlank($0) }.prefix(40).count { times($0, loosely: true) != nil }
      > 1
  }

  /// The cues, in document order.
  static func parse(_ lines: [String], loosely: Bool = false) -> Transcript {
    var starts: [(line: Int, times: (start: Double, end: Double))] = []
    for (index, line) in lines.enumerated() {
      if let times = times(line, loosely: loosely) { starts.append((index, times)) }
    }
    let isNumbered = starts.first.map { $0.line > 0 && isNumber(lines[$0.line - 1]) } ?? false
    var cues: [RawCue] = []
    for (index, (line, times)) in starts.enumerated() {
      var end = index + 1 < starts.count ? starts[index + 1].line : lines.count
      // The number of the next cue.
      if end < lines.count, isNumbered, end - 1 > line, isNumber(lines[end - 1]) { end -= 1 }
      var speaker: String?
      let text = lines[(line + 1)..<end].map { SubRipText.plain($0, &speaker) }
      cues.append(RawCue(start: times.start, end: times.end, speaker: speaker, lines: text))
    }
    var transcript = Transcript(format: "srt", cues: RollingCaptions.cues(cues))
    if loosely {
      transcript.warnings.append(
        Diagnostic(
          line: (starts.first?.line ?? 0) + 1,
          "no cue has times as SubRip writes them; they were read loosely"))
    }
    return transcript
  }

  /// A line of times: `00:01:02,345 --> 00:01:04,000`, with or without hours and blanks, with a dot
  /// or a comma, and with coordinates behind.
  ///
  /// - Parameter loosely: Also seconds alone, no fraction, fields of one digit, and broken arrows.
  private static func times(_ line: String, loosely: Bool) -> (start: Double, end: Double)? {
    // Most lines are text, and few of it begins with a digit.
    guard let first = line.utf8.first(where: { $0 > 0x20 }), ASCII.isDigit(first) else {
      return nil
    }
    let bytes = Array(line.utf8)
    var at = bytes.passBlanks(0)
    guard let start = Clock(bytes, at: &at), isTime(start, loosely) else { return nil }
    at = bytes.passBlanks(at)
    guard let arrow = arrows.first(where: { bytes.has($0, at: at) }),
      loosely || arrow.utf8CodeUnitCount == 3 && bytes.has("-->", at: at)
    else { return nil }
    at = bytes.passBlanks(at + arrow.utf8CodeUnitCount)
    guard let end = Clock(bytes, at: &at), isTime(end, loosely) else { return nil }
    return (start.seconds, end.seconds)
  }

  private static let arrows: [StaticString] = [
    "-->", "->", "-- >", "- ->", "--", "\u{2013}>", "\u{2014}>", "\u{2192}",
  ]

  private static func isTime(_ clock: Clock, _ loosely: Bool) -> Bool {
    if loosely {
      // A number alone is a time only with its fraction: `2 -> 3` is text.
      return clock.fields.count <= 3 && (clock.fields.count > 1 || clock.mark != nil)
        && clock.fields.dropFirst().allSatisfy { $0 < 60 }
    }
    return (2...3).contains(clock.fields.count) && clock.hasSixtieths && clock.mark != nil
  }

  private static func isNumber(_ line: String) -> Bool {
    let digits = Strings.trimmed(line).utf8
    return !digits.isEmpty && digits.count < 10 && digits.allSatisfy(ASCII.isDigit)
  }
}

/// The text of SubRip, in which other players' markup may stand.
enum SubRipText {
  /// A line without `<i>`, `<font color="…">`, `{\an8}` and the like; any other `<` is text.
  ///
  /// - Parameter speaker: Is set to the name in a voice tag, which WebVTT left behind.
  static func plain(_ line: String, _ speaker: inout String?) -> String {
    let bytes = Array(line.utf8)
    guard bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: "{")) else {
      return line
    }
    var text: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), let tag = tag(bytes, at) {
        if tag.name == "v", let name = SpeakerName.read(tag.rest) { speaker = name }
        at = tag.end
      } else if bytes.has("{\\", at: at), let end = end(of: UInt8(ascii: "}"), bytes, at) {
        at = end
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let names: Set<String> = ["b", "i", "u", "s", "c", "v", "font", "ruby", "rt"]

  /// The tag at a `<`; `nil` for text.
  private static func tag(_ bytes: [UInt8], _ start: Int) -> (name: String, rest: String, end: Int)?
  {
    var at = start + 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
    let from = at
    while at < bytes.count, ASCII.isLetter(bytes[at]), at - from < 5 { at += 1 }
    let name = String(decoding: bytes[from..<at].map(ASCII.lower), as: UTF8.self)
    guard names.contains(name), at < bytes.count, !ASCII.isAlphanumeric(bytes[at]),
      let end = end(of: UInt8(ascii: ">"), bytes, at)
    else { return nil }
    return (name, String(decoding: bytes[at..<(end - 1)], as: UTF8.self), end)
  }

  /// The index behind the next such byte; tags are short.
  private static func end(of byte: UInt8, _ bytes: [UInt8], _ start: Int) -> Int? {
    bytes[start..<min(bytes.count, start + 256)].firstIndex(of: byte).map { $0 + 1 }
  }
}
