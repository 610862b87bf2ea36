// Captions that say again what the one before said.

import Text

/// Captions that say again what the one before said, as live captioning makes them: "a b", "a b c
/// d", "c d", "c d e f".
enum RollingCaptions {
  /// The repeated part at the head of each cue; empty in transcripts that do not roll.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text.
  ///   - cues: The range of each cue in it.
  static func repeated(in bytes: [UInt8], cues: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var previous: [Range<Int>] = []
    for cue in cues {
      let words = words(in: bytes, cue)
      if words.isEmpty { continue }
      let shared = overlap(bytes, previous, words)
      if shared > 0 {
        let end = shared < words.count ? words[shared].lowerBound : cue.upperBound
        result.append(cue.lowerBound..<end)
      }
      previous = words
    }
    // People repeat themselves too; captions that roll do so in every other cue.
    return cues.count >= 4 && result.count * 5 >= cues.count * 2 ? result : []
  }

  /// How many words a cue begins with that the one before ends with: two at least, or all.
  private static func overlap(
    _ bytes: [UInt8], _ before: [Range<Int>], _ words: [Range<Int>]
  ) -> Int {
    var length = min(before.count, words.count, 40)
    while length > 0 {
      let isEnough = length > 1 || words.count == 1 && before.count > 1
      if isEnough,
        zip(before.suffix(length), words).allSatisfy({ bytes[$0].elementsEqual(bytes[$1]) })
      {
        return length
      }
      length -= 1
    }
    return 0
  }

  private static func words(in bytes: [UInt8], _ cue: Range<Int>) -> [Range<Int>] {
    bytes[cue].split(whereSeparator: ASCII.isSpace).map { $0.startIndex..<$0.endIndex }
  }
}
