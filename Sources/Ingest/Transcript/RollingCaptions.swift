// Captions that roll up: each line comes again above the next one.

import Model
import Text

/// Captions that roll up, as live and automatic ones do: a line is typed, comes again when it is
/// finished, and a third time above the line that follows it.
enum RollingCaptions {
  /// The cues, in which each line of rolling captions stands once; other captions stay as they are.
  static func cues(_ raw: [RawCue]) -> [Cue] {
    let lines = raw.map { cue in
      cue.lines.map { Strings.folded($0) }.filter { !$0.isEmpty }
    }
    guard isRolling(lines) else {
      return zip(raw, lines).compactMap { cue, lines in
        Cue.read(
          start: cue.start, end: cue.end, speaker: cue.speaker, text: lines.joined(separator: " "))
      }
    }
    var result: [Cue] = []
    var shown: [String] = []
    for (cue, lines) in zip(raw, lines) where !lines.isEmpty {
      let fresh = lines.dropFirst(overlap(shown, lines))
      shown = lines
      if let new = Cue.read(
        start: cue.start, end: cue.end, speaker: cue.speaker, text: fresh.joined(separator: " "))
      {
        result.append(new)
      } else if let last = result.popLast() {
        // The same again: it stays on the screen.
        let end = [last.end, cue.end].compactMap(\.self).max()
        result.append(Cue(start: last.start, end: end, speaker: last.speaker, text: last.text))
      }
    }
    return result
  }

  /// Whether nearly every cue begins with what the one before ended with, and goes on from there
  /// in at least one of five.
  ///
  /// Karaoke, which shows a whole line again for each of its words, never goes on.
  private static func isRolling(_ lines: [[String]]) -> Bool {
    var (pairs, repeated, moved) = (0, 0, 0)
    var shown: [String] = []
    for lines in lines where !lines.isEmpty {
      let overlap = overlap(shown, lines)
      if !shown.isEmpty { pairs += 1 }
      if overlap > 0 { repeated += 1 }
      if overlap > 0, overlap < lines.count { moved += 1 }
      shown = lines
    }
    return pairs >= 4 && repeated * 10 >= pairs * 7 && moved * 5 >= pairs
  }

  /// How many of the first lines are the last ones of those shown.
  private static func overlap(_ shown: [String], _ lines: [String]) -> Int {
    // On a screen there are a few lines; a cue of thousands would take quadratic time.
    let most = min(shown.count, lines.count, 8)
    return stride(from: most, to: 0, by: -1).first { shown.suffix($0) == lines.prefix($0) } ?? 0
  }
}
