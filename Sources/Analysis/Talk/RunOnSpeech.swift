// Speech that runs on without a full stop, in parts.

import Text

/// Speech that runs on without a full stop, in parts.
enum RunOnSpeech {
  /// A part of a sentence, or a whole one.
  struct Part: Equatable {
    /// Its place in the turn's text.
    let range: Range<Int>
    /// Whether it is the whole sentence.
    let isWhole: Bool
  }

  /// More words than this run on.
  private static let longestSentence = 70
  /// A part that ends with a cue has so many words at least.
  private static let shortestPart = 15
  /// A part has no more words.
  private static let longestPart = 40

  /// A sentence as it is, or its parts when it runs on.
  static func parts(of text: SpokenText, _ range: Range<Int>, in speech: Speech) -> [Part] {
    let words = text.bytes[range].split(whereSeparator: ASCII.isSpace)
    guard words.count > longestSentence else { return [Part(range: range, isWhole: true)] }
    var parts: [Part] = []
    var first = 0
    var cue = speech.cue(at: text.source(of: range.lowerBound))
    for index in words.indices.dropFirst() {
      let own = speech.cue(at: text.source(of: words[index].startIndex))
      let count = index - first
      let isNewCue = own != cue
      cue = own
      guard
        isNewCue && count >= shortestPart || count >= longestPart
          || SponsorReads.endsThanks(words[first..<index], before: words[index...])
      else { continue }
      parts.append(
        Part(range: words[first].startIndex..<words[index - 1].endIndex, isWhole: false))
      first = index
    }
    parts.append(Part(range: words[first].startIndex..<range.upperBound, isWhole: false))
    return parts
  }
}
