// WebVTT to cues.

import Model
import Text

/// WebVTT to cues.
///
/// Source: W3C WebVTT, §6.1 "WebVTT file parsing" and §6.4 "WebVTT cue text parsing rules".
enum WebVTT {
  /// Whether the first line is the signature.
  static func recognizes(_ lines: [String]) -> Bool {
    guard let first = lines.first else { return false }
    return first == "WEBVTT" || first.hasPrefix("WEBVTT ") || first.hasPrefix("WEBVTT\t")
  }

  /// The cues of a file; a block without a readable timing line is left out with a warning when
  /// it claims to be a cue.
  static func parse(_ lines: [String]) -> Transcript {
    var transcript = Transcript(format: "vtt", cues: [])
    var at = 1
    while at < lines.count, !lines[at].isEmpty {  // the header's own lines
      if lines[at].contains("-->") { break }
      at += 1
    }
    while at < lines.count {
      if lines[at].isEmpty {
        at += 1
        continue
      }
      var timing = at
      if !lines[at].contains("-->"), at + 1 < lines.count, lines[at + 1].contains("-->") {
        timing = at + 1  // the line before is the cue's identifier
      }
      guard lines[timing].contains("-->") else {
        at = blockEnd(lines, at)  // NOTE, STYLE, REGION
        continue
      }
      let end = payloadEnd(lines, timing + 1)
      if let (start, stop) = timings(lines[timing]) {
        let payload = lines[(timing + 1)..<end].joined(separator: "\n")
        for (speaker, text) in voices(payload) {
          transcript.cues.append(Cue(start: start, end: stop, speaker: speaker, text: text))
        }
      } else {
        transcript.warnings.append(
          Diagnostic(line: timing + 1, "cue was left out: its times cannot be read"))
      }
      at = end
    }
    return transcript
  }

  private static func blockEnd(_ lines: [String], _ from: Int) -> Int {
    lines[from...].firstIndex { $0.isEmpty } ?? lines.count
  }

  private static func payloadEnd(_ lines: [String], _ from: Int) -> Int {
    guard from < lines.count else { return lines.count }
    return lines[from...].firstIndex { $0.isEmpty || $0.contains("-->") } ?? lines.count
  }

  private static func timings(_ line: String) -> (Double, Double)? {
    let parts = line.split(separator: "-->", maxSplits: 1)
    guard parts.count == 2, let start = stamp(Strings.trimmed(parts[0])),
      let word = Strings.trimmed(parts[1]).split(whereSeparator: \.isWhitespace).first,
      let end = stamp(String(word))
    else { return nil }
    return (start, end)
  }

  /// `00:01:02.345` or `01:02.345` in seconds.
  private static func stamp(_ text: String) -> Double? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].utf8.count == 3, let fraction = number(halves[1]) else {
      return nil
    }
    let fields = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap(number)
    guard fields.count == numbers.count, (2...3).contains(fields.count),
      fields.suffix(2).allSatisfy({ $0.utf8.count == 2 }),
      numbers.suffix(2).allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers.reduce(0) { $0 * 60 + $1 } + fraction / 1000
  }

  private static func number(_ digits: Substring) -> Double? {
    guard !digits.isEmpty, digits.utf8.count < 10, digits.utf8.allSatisfy(ASCII.isDigit) else {
      return nil
    }
    return Double(digits)
  }

  /// The spoken parts of a cue's text, tags taken out; a `<v Name>` begins a part of that speaker.
  private static func voices(_ payload: String) -> [(String?, String)] {
    var parts: [(String?, [UInt8])] = [(nil, [])]
    var rest = Array(payload.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "<") {
        let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
        let tag = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
        rest = rest[min(end + 1, rest.endIndex)...]
        if tag == "v" || tag.hasPrefix("v ") || tag.hasPrefix("v.") || tag.hasPrefix("v\t") {
          let name = tag.firstIndex(where: \.isWhitespace).map {
            Strings.folded(CharacterReferences.decode(String(tag[$0...])))
          }
          parts.append((name.flatMap { $0.isEmpty ? nil : $0 }, []))
        } else if tag == "/v" {
          parts.append((nil, []))
        }
      } else if byte == UInt8(ascii: "&"),
        let (characters, next) = CharacterReferences.reference(in: rest, at: rest.startIndex)
      {
        parts[parts.count - 1].1 += characters
        rest = rest[next...]
      } else {
        parts[parts.count - 1].1.append(byte)
        rest = rest.dropFirst()
      }
    }
    return parts.map { ($0.0, Strings.folded(String(decoding: $0.1, as: UTF8.self))) }
      .filter { !$0.1.isEmpty }
  }
}
