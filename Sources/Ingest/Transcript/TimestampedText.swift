// Text with a time stamp at the head of its lines, to cues.

import Model
import Text

/// `00:08:31 words` to cues: a stamp begins a cue, lines without one go on with it.
enum TimestampedText {
  /// Whether at least two of the first 40 lines with words begin with a stamp, and the first does
  /// within ten lines.
  static func recognizes(_ lines: [String]) -> Bool {
    let heads = lines.lazy.filter { !Strings.trimmed($0).isEmpty }.prefix(40).map { stamp($0) }
    let stamped = heads.filter { $0 != nil }.count
    return stamped >= 2 && heads.prefix(10).contains { $0 != nil }
  }

  /// The cues.
  ///
  /// A stamp that goes back in time is kept, with a warning.
  static func parse(_ lines: [String]) -> Transcript {
    var transcript = Transcript(format: "timestamped-text", cues: [])
    var start: Double?
    var words: [String] = []
    func close() {
      let text = Strings.folded(words.joined(separator: " "))
      if let start, !text.isEmpty {
        transcript.cues.append(Cue(start: start, end: nil, speaker: nil, text: text))
      }
      words = []
    }
    for (index, line) in lines.enumerated() {
      guard let (seconds, text) = stamp(line) else {
        words.append(line)
        continue
      }
      close()
      if let start, seconds < start {
        transcript.warnings.append(Diagnostic(line: index + 1, "time goes back"))
      }
      start = seconds
      words = [String(text)]
    }
    close()
    return transcript
  }

  /// The stamp at the head of a line (`00:08:31`, `8:31`, with a fraction, in brackets) and the
  /// words behind it.
  private static func stamp(_ line: String) -> (Double, Substring)? {
    let bytes = Array(line.utf8)
    var at = 0
    while at < bytes.count, ASCII.isSpace(bytes[at]) { at += 1 }
    let bracket =
      at < bytes.count && (bytes[at] == UInt8(ascii: "[") || bytes[at] == UInt8(ascii: "("))
    if bracket { at += 1 }
    var fields: [Int] = []
    var fraction = 0.0
    while true {
      let from = at
      while at < bytes.count, ASCII.isDigit(bytes[at]), at - from < 3 { at += 1 }
      guard at > from, let number = Int(String(decoding: bytes[from..<at], as: UTF8.self)) else {
        return nil
      }
      if !fields.isEmpty, at - from != 2 || number > 59 { return nil }
      fields.append(number)
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":"), fields.count < 3,
        at + 1 < bytes.count,
        ASCII.isDigit(bytes[at + 1])
      else { break }
      at += 1
    }
    guard fields.count >= 2 else { return nil }
    if at + 1 < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ","),
      ASCII.isDigit(bytes[at + 1])
    {
      at += 1
      var scale = 0.1
      while at < bytes.count, ASCII.isDigit(bytes[at]) {
        fraction += Double(bytes[at] &- 0x30) * scale
        scale /= 10
        at += 1
      }
    }
    if bracket {
      guard at < bytes.count, bytes[at] == UInt8(ascii: "]") || bytes[at] == UInt8(ascii: ")")
      else {
        return nil
      }
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: ":") { at += 1 }
    }
    guard at == bytes.count || ASCII.isSpace(bytes[at]) else { return nil }
    let seconds = fields.reduce(0) { $0 * 60 + $1 }
    return (Double(seconds) + fraction, Substring(decoding: bytes[at...], as: UTF8.self))
  }
}
