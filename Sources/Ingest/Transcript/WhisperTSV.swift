// Whisper's TSV to cues.

import Model
import Text

/// Whisper's TSV to cues: start and end in milliseconds, and the words, apart by tabs.
enum WhisperTSV {
  /// Whether the first line is the head, or the first two are rows.
  static func recognizes(_ lines: [String]) -> Bool {
    guard let first = lines.first else { return false }
    if first.lowercased().hasPrefix("start\tend\ttext") { return true }
    return lines.count > 1 && lines.prefix(2).allSatisfy { row($0) != nil }
  }

  /// The cues, in document order; a row that cannot be read is left out with a warning.
  static func parse(_ lines: [String]) -> Transcript {
    var transcript = Transcript(format: "whisper-tsv", cues: [])
    for (index, line) in lines.enumerated() where !Lines.isBlank(line) {
      if let row = row(line) {
        if let cue = Cue.read(start: row.start, end: row.end, speaker: nil, text: row.text) {
          transcript.cues.append(cue)
        }
      } else if index > 0 {
        transcript.warnings.append(
          Diagnostic(line: index + 1, "row was left out: it is not two times and words"))
      }
    }
    return transcript
  }

  private static func row(_ line: String) -> (start: Double, end: Double, text: String)? {
    let fields = line.utf8.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, let start = milliseconds(fields[0]), let end = milliseconds(fields[1])
    else { return nil }
    return (start, end, String(Substring(fields[2])))
  }

  private static func milliseconds(_ digits: Substring.UTF8View) -> Double? {
    guard !digits.isEmpty, digits.count < 12, digits.allSatisfy(ASCII.isDigit) else { return nil }
    return Double(Substring(digits)).map { $0 / 1000 }
  }
}
