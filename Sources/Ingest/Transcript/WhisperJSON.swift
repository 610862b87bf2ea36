// The JSON and TSV of Whisper and the programs made after it, to cues.

import Model
import Text

/// The JSON of Whisper and the programs made after it.
///
/// Its own has `segments` with `start`, `end` and `text`; others add `speaker`, or a table of
/// `speakers`; the one in C++ has `transcription` with `offsets` in milliseconds.
enum WhisperJSON {
  /// Reads a document; `nil` when it has no such segments.
  static func parse(_ root: LooseJSON) -> Transcript? {
    guard let segments = root["segments"]?.list ?? root["transcription"]?.list ?? root.list,
      segments.contains(where: { $0["text"]?.words != nil && ($0["start"] ?? offset($0)) != nil })
    else { return nil }
    var transcript = Transcript(format: "whisper-json", cues: [])
    let speakers = root["speakers"]
    for segment in segments {
      guard let text = segment["text"]?.words else { continue }
      let milliseconds = segment["offsets"]
      let label = (segment["speaker"] ?? segment["speakerLabel"])?.text
      let speaker = label.map { speakers?[$0]?.text ?? $0 }.flatMap(SpeakerName.read)
      let cue = Cue.read(
        start: segment["start"]?.seconds ?? milliseconds?["from"]?.number.map { $0 / 1000 },
        end: segment["end"]?.seconds ?? milliseconds?["to"]?.number.map { $0 / 1000 },
        speaker: speaker, text: text)
      if let cue { transcript.cues.append(cue) }
    }
    return transcript
  }

  private static func offset(_ segment: LooseJSON) -> LooseJSON? { segment["offsets"]?["from"] }
}
