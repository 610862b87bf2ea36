// The second at which each sentence of a transcript begins.

import Model

/// The second at which each sentence of a transcript begins.
enum SpeechClock {
  /// How many words people say in a second.
  private static let wordsPerSecond = 2.5

  /// Between two cues, by how much of the first is over; where the form gives no times, by the words
  /// said before.
  static func seconds(_ sentences: [Sentence], of cues: [Cue]) -> [Double] {
    guard cues.contains(where: { $0.start != nil }) else {
      var words = 0
      return sentences.map { sentence in
        defer { words += sentence.words }
        return Double(words) / wordsPerSecond
      }
    }
    var starts: [Double] = []
    for cue in cues { starts.append(cue.start ?? starts.last ?? 0) }
    return sentences.map { sentence in
      let start = starts[sentence.unit]
      guard sentence.elapsed > 0 else { return start }
      let next = sentence.unit + 1 < cues.count ? cues[sentence.unit + 1].start : nil
      let stop = [cues[sentence.unit].end, next].compactMap { $0 }.filter { $0 > start }.min()
      return start + sentence.elapsed * ((stop ?? start) - start)
    }
  }
}
