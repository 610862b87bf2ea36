// The door to transcripts: bytes in, cues out, the form told by the content.

package import Model
import Text

/// A transcript as read.
package struct Transcript: Equatable, Sendable {
  /// The form: `vtt`, `timestamped-text`.
  package var format: String
  /// The cues, in document order.
  package var cues: [Cue]
  /// What was repaired or left out.
  package var warnings: [Diagnostic]

  /// Creates a transcript.
  package init(format: String, cues: [Cue], warnings: [Diagnostic] = []) {
    (self.format, self.cues, self.warnings) = (format, cues, warnings)
  }
}

/// Bytes to a transcript.
package enum TranscriptParser {
  /// Reads a transcript; `nil` when the bytes are of no form that is read.
  package static func parse(_ bytes: [UInt8], charset: String? = nil) -> Transcript? {
    let (utf8, warnings) = Encoding.utf8(bytes, charset: charset)
    let lines = Lines.split(utf8)
    let transcript: Transcript
    if WebVTT.recognizes(lines) {
      transcript = WebVTT.parse(lines)
    } else if TimestampedText.recognizes(lines) {
      transcript = TimestampedText.parse(lines)
    } else {
      return nil
    }
    return Transcript(
      format: transcript.format, cues: transcript.cues, warnings: warnings + transcript.warnings)
  }
}

/// Text cut into lines.
enum Lines {
  /// The lines of UTF-8 text without their ends (LF, CRLF or CR), NUL as U+FFFD (WebVTT §4).
  static func split(_ bytes: [UInt8]) -> [String] {
    var result: [String] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x0A || bytes[at] == 0x0D {
        result.append(line(bytes[start..<at]))
        if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
        start = at + 1
      }
      at += 1
    }
    if start < bytes.count { result.append(line(bytes[start...])) }
    return result
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }, as: UTF8.self)
  }
}
