// WebVTT to cues.

import Model
import Text

/// WebVTT to cues.
///
/// Source: W3C WebVTT, §6.1 "WebVTT file parsing" and §6.2 "WebVTT timings"; WHATWG's rules are the
/// same.
struct WebVTT {
  private let lines: [String]
  private let isLoose: Bool
  private var at = 1
  private var cues: [RawCue] = []
  private var warnings: [Diagnostic] = []
  /// How many lines of times were left out because a program wrote no leading zeros.
  private var unpadded = 0

  /// Whether the first line is the signature.
  static func recognizes(_ lines: [String]) -> Bool {
    guard let first = lines.first else { return false }
    return first == "WEBVTT" || first.hasPrefix("WEBVTT ") || first.hasPrefix("WEBVTT\t")
  }

  /// The cues of a file; a block without a readable timing line is left out with a warning when
  /// it claims to be a cue.
  ///
  /// Podcasts publish files of which no browser reads a single cue, or none of the first minutes
  /// (`0.860 --> 7.380`, `1:35.000 --> 1:41.400`); only such files are read loosely.
  static func parse(_ lines: [String]) -> Transcript {
    let strict = read(lines, loosely: false)
    guard strict.cues.isEmpty || strict.unpadded > 1, !strict.warnings.isEmpty else {
      return strict.transcript
    }
    var loose = read(lines, loosely: true)
    guard loose.cues.count > 1 else { return strict.transcript }
    loose.warnings.insert(
      Diagnostic(line: 1, "times are not written as WebVTT has them; they were read loosely"),
      at: 0)
    return loose.transcript
  }

  /// The cues of a file whose signature is damaged or not at its beginning; `nil` when it has no
  /// signature or fewer than two cues.
  static func parseDamaged(_ lines: [String]) -> Transcript? {
    guard let signature = damagedSignature(lines) else { return nil }
    var transcript = parse(Array(lines[signature...]))
    guard transcript.cues.count > 1 else { return nil }
    transcript.warnings = transcript.warnings.map {
      Diagnostic(line: $0.line.map { $0 + signature }, $0.message)
    }
    transcript.warnings.insert(
      Diagnostic(line: signature + 1, "the signature is not as WebVTT has it"), at: 0)
    return transcript
  }

  /// Whether a signature stands among the first lines.
  static func isMeant(_ lines: [String]) -> Bool { damagedSignature(lines) != nil }

  private static func damagedSignature(_ lines: [String]) -> Int? {
    lines.indices.lazy.filter { !Lines.isBlank(lines[$0]) }.prefix(4)
      .first { Strings.contains(lines[$0], "WEBVTT") }
  }

  private var transcript: Transcript {
    Transcript(format: "vtt", cues: RollingCaptions.cues(cues), warnings: warnings)
  }

  private static func read(_ lines: [String], loosely: Bool) -> WebVTT {
    var reader = WebVTT(lines, loosely: loosely)
    reader.read()
    return reader
  }

  private init(_ lines: [String], loosely: Bool) {
    (self.lines, self.isLoose) = (lines, loosely)
  }

  private mutating func read() {
    if at < lines.count, !lines[at].isEmpty { block(inHeader: true) } else { at += 1 }
    while at < lines.count {
      if lines[at].isEmpty { at += 1 } else { block(inHeader: false) }
    }
  }

  /// Collects a block (§6.1): a cue, or a NOTE, STYLE or REGION, which has no cues.
  private mutating func block(inHeader: Bool) {
    var count = 0
    var text: [Int] = []
    var seenArrow = false
    var times: (start: Double, end: Double)?
    while at < lines.count {
      let line = at
      if Strings.contains(lines[line], "-->") {
        guard !inHeader, count == 0 || count == 1 && !seenArrow else { break }
        seenArrow = true
        times = timings(lines[line])
        if times == nil {
          warnings.append(Diagnostic(line: line + 1, "cue was left out: its times cannot be read"))
        }
        text = []
      } else if lines[line].isEmpty {
        break
      } else {
        text.append(line)
      }
      at += 1
      count += 1
    }
    guard let times else { return }
    let content = WebVTTCueText(text.map { lines[$0] }.joined(separator: "\n"))
    cues.append(
      RawCue(start: times.start, end: times.end, speaker: content.speaker, lines: content.lines))
  }

  private mutating func timings(_ line: String) -> (start: Double, end: Double)? {
    let bytes = Array(line.utf8)
    var at = bytes.passBlanks(0)
    guard let start = Clock(bytes, at: &at) else { return nil }
    at = bytes.passBlanks(at)
    guard bytes.has("-->", at: at) else { return nil }
    at = bytes.passBlanks(at + 3)
    guard let end = Clock(bytes, at: &at) else { return nil }
    if isTime(start), isTime(end) { return (start.seconds, end.seconds) }
    if isUnpadded(start), isUnpadded(end) { unpadded += 1 }
    return nil
  }

  /// `7.380` or `1:35.000`.
  private func isUnpadded(_ clock: Clock) -> Bool {
    clock.mark == UInt8(ascii: ".") && clock.fractionWidth == 3 && clock.hasSixtieths
      && (clock.fields.count == 1 || clock.fields.count == 2 && clock.widths[0] == 1)
  }

  /// Whether a time is one of WebVTT's: `01:02.345`, or with hours of any length before it.
  private func isTime(_ clock: Clock) -> Bool {
    if isLoose { return clock.fields.count <= 3 && clock.fields.dropFirst().allSatisfy { $0 < 60 } }
    guard clock.mark == UInt8(ascii: "."), clock.fractionWidth == 3, clock.hasSixtieths else {
      return false
    }
    return clock.fields.count == 3
      || clock.fields.count == 2 && clock.widths[0] == 2 && clock.fields[0] < 60
  }
}
