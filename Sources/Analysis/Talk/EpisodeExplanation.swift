// Why an episode's chapters begin where they do.

package import Model

/// Why an episode's chapters begin where they do.
package struct EpisodeExplanation: Sendable {
  /// Why a place is a boundary, or why it is none.
  package enum Fate: Equatable, Sendable {
    /// A chapter begins there: talk begins.
    case talkBegins
    /// A chapter begins there: it was found.
    case found
    /// A chapter begins there: advertising lies before it.
    case advertising
    /// A boundary was found there and moved to where advertising lies, at the sentence.
    case moved(to: Int)
    /// A boundary was found there, but its chapter would have fewer words than a chapter has.
    case short
    /// Nothing was found there.
    case nothing
  }

  /// A sentence before which a boundary lies or might.
  package struct Place: Sendable {
    /// Its index among the episode's sentences.
    package let sentence: Int
    /// Why it is a boundary, or why it is none.
    package let fate: Fate
    /// What speaks for a boundary and what against; `nil` where talk was not divided.
    package let evidence: SegmentationExplanation.Unit?
    /// How it was chosen; `nil` when it was not.
    package let pick: SegmentationExplanation.Pick?
  }

  /// Every sentence of talk, in order.
  package let places: [Place]
  /// The least probability around a boundary.
  package let threshold: Double
  /// Words of a chapter, at least.
  package let leastWords: Int

  /// The place of a sentence; `nil` for one outside of talk.
  package func place(of sentence: Int) -> Place? { places.first { $0.sentence == sentence } }
}

extension EpisodeAnalyzer {
  /// Why the chapters of an episode that the publisher did not divide begin where they do.
  ///
  /// - Parameter analysis: What ``analyze(_:vocabulary:phrases:)`` gives of the same.
  package static func explain(
    _ analysis: EpisodeAnalysis, of episode: Episode, vocabulary: Vocabulary
  ) -> EpisodeExplanation {
    let sentences = analysis.sentences
    let talk = talk(
      sentences.count, reads: analysis.reads, opening: analysis.opening, closing: analysis.closing)
    let search = ChapterSearch(talk, sentences, clock(sentences, of: episode), vocabulary)
    let division = Segmentation.explain(
      talk.map { sentences[$0].text }, speakers: talk.map { sentences[$0].author },
      vocabulary: vocabulary, announced: Set(search.cuts))
    let (begins, cuts, short) = (Set(search.firsts), Set(search.cuts), Set(search.short))
    let places = talk.indices.map { place -> EpisodeExplanation.Place in
      let fate: EpisodeExplanation.Fate
      if let move = search.moved.first(where: { $0.from == place }), !begins.contains(place) {
        fate = .moved(to: talk[move.to])
      } else if short.contains(place) {
        fate = .short
      } else if begins.contains(place) {
        fate = cuts.contains(place) ? .advertising : place == 0 ? .talkBegins : .found
      } else {
        fate = .nothing
      }
      return EpisodeExplanation.Place(
        sentence: talk[place], fate: fate, evidence: division?.units[place],
        pick: division?.picks.first { $0.unit == place })
    }
    return EpisodeExplanation(
      places: places, threshold: division?.threshold ?? 0, leastWords: ChapterSearch.leastWords)
  }

  /// The phrase by which a sentence belongs to an opening, or to a closing; `nil` for none.
  package static func framePhrase(in sentence: Sentence, closing: Bool) -> String? {
    EpisodeFrame.phrase(in: sentence.text, closing: closing)
  }
}
