// Transcripts in JSON: which of the forms it is.

import Model
import Text

/// Transcripts in JSON: which of the forms it is.
enum JSONTranscripts {
  /// Reads a document; `nil` when it is no JSON, or not a transcript's.
  static func parse(_ bytes: [UInt8]) -> Transcript? {
    guard isObject(bytes) else { return nil }
    if let root = LooseJSON.parse(bytes) { return read(root) }
    guard let mended = JSONRepair.mend(bytes), let root = LooseJSON.parse(mended),
      var transcript = read(root)
    else { return nil }
    transcript.warnings.insert(
      Diagnostic("is no whole JSON document; what stands before the damage was read"), at: 0)
    return transcript
  }

  /// Whether it begins as an object, or as an array of objects: `[00:12] words` does not.
  private static func isObject(_ bytes: [UInt8]) -> Bool {
    let head = bytes.lazy.filter { !ASCII.isSpace($0) }.prefix(2)
    return head.first == UInt8(ascii: "{")
      || head.elementsEqual([UInt8(ascii: "["), UInt8(ascii: "{")])
  }

  private static func read(_ root: LooseJSON) -> Transcript? {
    YouTubeCaptions.parse(root) ?? PodcastJSON.parse(root) ?? WhisperJSON.parse(root)
  }
}

extension LooseJSON {
  /// Seconds: a number, a string that spells one, or a time on the clock.
  var seconds: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): Clock(text).flatMap { $0.hasSixtieths ? $0.seconds : nil }
    default: nil
    }
  }

  /// The words of a string, as they are.
  var words: String? { if case .string(let text) = self { text } else { nil } }
}
