@testable import Ingest
import Model

/// Reads a transcript out of text.
func transcript(_ text: String) -> Transcript? { TranscriptParser.parse(Array(text.utf8)) }

/// A cue.
func cue(_ start: Double?, _ end: Double?, _ speaker: String?, _ text: String) -> Cue {
  Cue(start: start, end: end, speaker: speaker, text: text)
}
