// The unit of extraction: a sentence, with where it stands.

import Text

/// A sentence, with where it stands.
package struct Sentence: Equatable, Sendable {
  /// Its words, white space folded.
  package let text: String
  /// The post or cue in which it begins, from 0.
  package let unit: Int
  /// Its place among the sentences of its post or speaker's turn, from 0.
  package let place: Int
  /// The number of words.
  package let words: Int
  /// Who says it; `nil` when not known.
  package let author: String?
  /// Whether it is a heading: never quoted.
  package let isHeading: Bool
  /// Whether it is an item of a list.
  package let isListItem: Bool
  /// How much of its cue is over when it begins, from 0 up to 1; 0 in posts.
  package var elapsed = 0.0
  /// Whether its words stand in its source as they stand here; a sentence with a mark like
  /// `[laughs]` inside does not, and is not quoted.
  package var isVerbatim = true
  /// Whether it is said rather than written.
  package var isSpoken = false
  /// Whether it begins a paragraph: what stood before may be gone, a quotation or program text.
  package var beginsParagraph = false
}

/// Posts and cues to sentences.
package enum Sentences {
  /// The sentences of posts, in order.
  ///
  /// - Parameter posts: Author and own words of each, in the form of `Post.words`: no quotations, no
  ///   program text.
  package static func ofPosts(_ posts: [(author: String, words: String)]) -> [Sentence] {
    var result: [Sentence] = []
    for (unit, post) in posts.enumerated() {
      let bytes = Array(post.words.utf8)
      var place = 0
      var end = 0
      for (range, kind) in SentenceSplitter.sentences(in: bytes) {
        let text = Strings.folded(String(decoding: bytes[range], as: UTF8.self))
        var sentence = Sentence(
          text: text, unit: unit, place: place, words: wordCount(text), author: post.author,
          isHeading: kind == .heading, isListItem: kind == .listItem)
        sentence.beginsParagraph = bytes[end..<range.lowerBound].count { $0 == 0x0A } > 1
        result.append(sentence)
        end = range.upperBound
        if kind != .heading { place += 1 }
      }
    }
    return result
  }

  /// The sentences of a transcript: joined across cues of one speaker, each with the cue in which
  /// it begins.
  ///
  /// What runs on for more than 70 words is cut where a cue ends, or where it thanks a sponsor, and
  /// its parts are not quoted, unless the whole transcript is without full stops.
  package static func ofCues(_ cues: [(speaker: String?, text: String)]) -> [Sentence] {
    let speech = Speech(cues)
    var result: [Sentence] = []
    var silence = 0
    for turn in speech.turns {
      let text = SpokenText(speech, turn.range, from: &silence)
      let found = SentenceSplitter.sentences(in: text.bytes, marks: false).map(\.range)
      let parts = found.flatMap { RunOnSpeech.parts(of: text, $0, in: speech) }
      for (place, part) in parts.enumerated() {
        let low = text.source(of: part.range.lowerBound)
        let high = text.source(of: part.range.upperBound - 1) + 1
        let cue = speech.cue(at: low)
        let words = Strings.folded(String(decoding: text.bytes[part.range], as: UTF8.self))
        let own = speech.cues[cue]
        var sentence = Sentence(
          text: words, unit: cue, place: place, words: wordCount(words), author: turn.speaker,
          isHeading: false, isListItem: false)
        sentence.isSpoken = true
        sentence.elapsed =
          own.isEmpty ? 0 : min(Double(low - own.lowerBound) / Double(own.count), 0.999)
        sentence.isVerbatim =
          part.isWhole && (!text.isCut(part.range) || speech.holds(words, from: cue, to: high))
        result.append(sentence)
      }
    }
    let stops = speech.bytes.count { [0x2E, 0x21, 0x3F].contains($0) }
    if stops * 60 < wordCount(of: speech.bytes) {
      // Speech recognition without punctuation: a run of whole captions is all there is to quote.
      for index in result.indices { result[index].isVerbatim = true }
    }
    return result
  }

  private static func wordCount(of bytes: [UInt8]) -> Int {
    bytes.split(whereSeparator: ASCII.isSpace).count
  }

  /// Words as a reader counts them: runs apart by blanks.
  package static func wordCount(_ text: String) -> Int {
    text.utf8.split(whereSeparator: ASCII.isSpace).count
  }
}
