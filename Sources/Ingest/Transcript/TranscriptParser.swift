// The door to transcripts: bytes in, cues out, the form told by the content.

package import Model
import Text

/// A transcript as read.
package struct Transcript: Equatable, Sendable {
  /// The form: `vtt`, `srt`, `podcast-json`, `podcast-html`, `timestamped-text`,
  /// `markdown-speakers`, `youtube-json3` (YouTube's XML too), `whisper-json`, `whisper-tsv`, `ttml`.
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
///
/// Each form is first read as its specification says, and loosely, with a warning, only when that
/// finds no cue at all.
package enum TranscriptParser {
  /// Reads a transcript; `nil` when the bytes are of no form that is read.
  ///
  /// - Complexity: Linear in the bytes.
  package static func parse(_ bytes: [UInt8], charset: String? = nil) -> Transcript? {
    let (utf8, warnings) = Encoding.utf8(bytes, charset: wideCharset(bytes) ?? charset)
    guard var transcript = read(utf8) else { return nil }
    transcript.warnings = warnings + transcript.warnings
    return transcript
  }

  private static func read(_ utf8: [UInt8]) -> Transcript? {
    if let transcript = JSONTranscripts.parse(utf8) { return transcript }
    // Feeds and pages have lines that begin with times, too.
    if utf8.first(where: { !ASCII.isSpace($0) }) == UInt8(ascii: "<") {
      return MarkupTranscripts.parse(utf8)
    }
    let lines = Lines.split(utf8)
    if WebVTT.recognizes(lines) { return WebVTT.parse(lines) }
    if let damaged = WebVTT.parseDamaged(lines) { return damaged }
    if SubRip.recognizes(lines), !WebVTT.isMeant(lines) { return SubRip.parse(lines) }
    if WhisperTSV.recognizes(lines) { return WhisperTSV.parse(lines) }
    if SpeakerMarkdown.recognizes(lines) { return SpeakerMarkdown.parse(lines) }
    if TimestampedText.recognizes(lines) { return TimestampedText.parse(lines) }
    if SubRip.recognizesLoosely(lines) { return SubRip.parse(lines, loosely: true) }
    return nil
  }

  /// UTF-16 without a byte order mark: the first two characters are ASCII.
  private static func wideCharset(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0] != 0, bytes[1] != 0, bytes[2] != 0, bytes[3] != 0) {
    case (true, false, true, false): return "utf-16le"
    case (false, true, false, true): return "utf-16be"
    default: return nil
    }
  }
}
