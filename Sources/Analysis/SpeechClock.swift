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
    return sentences.map { sentence in
      let start = start(of: sentence.unit, cues)
      guard sentence.elapsed > 0 else { return start }
      let next = sentence.unit + 1 < cues.count ? cues[sentence.unit + 1].start : nil
      let stop = [cues[sentence.unit].end, next].compactMap { $0 }.filter { $0 > start }.min()
      // A transcript with times now and then: a long cue is as long as its words take.
      return start + sentence.elapsed * ((stop ?? start) - start)
    }
  }

  /// The second of a cue, or of the last one before it that has one.
  static func start(of cue: Int, _ cues: [Cue]) -> Double {
    cues[...cue].last { $0.start != nil }?.start ?? 0
  }
}
