// Podcasting 2.0's JSON transcripts to cues.

import Model
import Text

/// Podcasting 2.0's JSON transcripts to cues.
///
/// Source: Podcasting 2.0, *Transcript File Format Details*, "JSON".
enum PodcastJSON {
  /// Reads a document; `nil` when no segment has a `body`.
  static func parse(_ root: LooseJSON) -> Transcript? {
    guard let segments = root["segments"]?.list ?? root.list,
      segments.contains(where: { $0["body"]?.words != nil })
    else { return nil }
    var transcript = Transcript(format: "podcast-json", cues: [])
    var missing = 0
    for segment in segments {
      let start = segment["startTime"]?.seconds ?? segment["start"]?.seconds
      let end = segment["endTime"]?.seconds ?? segment["end"]?.seconds
      guard let body = segment["body"]?.words else {
        missing += 1
        continue
      }
      if let cue = Cue.read(start: start, end: end, speaker: segment["speaker"]?.text, text: body) {
        transcript.cues.append(cue)
      }
    }
    if missing > 0 {
      transcript.warnings.append(Diagnostic("segments without a body were left out: \(missing)"))
    }
    return transcript
  }
}
