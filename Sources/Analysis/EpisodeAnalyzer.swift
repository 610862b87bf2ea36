// A transcript to sentences, advertising, and topical segments.

package import Model

/// What a transcript is made of.
package struct EpisodeAnalysis: Sendable {
  /// A topical stretch of talk; advertising inside is left out.
  package struct Segment: Equatable, Sendable {
    /// Its sentences, as indices into `sentences`, ascending.
    package let sentences: [Int]
    /// The first cue.
    package let firstCue: Int
    /// The cue after the last.
    package let endCue: Int
    /// The second of the first cue.
    package let start: Double
    /// The second at which the next segment begins, or the episode ends.
    package let end: Double
  }

  /// All sentences, in order.
  package let sentences: [Sentence]
  /// Which of them are advertising, as ranges.
  package let reads: [Range<Int>]
  /// The topical segments, in order.
  package let segments: [Segment]
}

/// A transcript to sentences, advertising, and topical segments.
package enum EpisodeAnalyzer {
  /// Takes a transcript apart.
  ///
  /// Cues without times count their own number as the second.
  package static func analyze(_ episode: Episode, vocabulary: Vocabulary) -> EpisodeAnalysis {
    let cues = episode.cues
    let sentences = Sentences.ofCues(cues.map { ($0.speaker, $0.text) })
    func second(_ cue: Int) -> Double { cues[cue].start ?? Double(cue) }
    let reads = SponsorReads.find(sentences) { second($0.unit) }
    let sponsored = Set(reads.joined())
    let talk = sentences.indices.filter { !sponsored.contains($0) }
    let firsts = Segmentation.boundaries(
      talk.map { sentences[$0].text }, vocabulary: vocabulary)
    let length = episode.seconds ?? cues.last.map { $0.end ?? second(cues.count - 1) } ?? 0
    var segments: [EpisodeAnalysis.Segment] = []
    for (place, first) in firsts.enumerated() {
      let end = place + 1 < firsts.count ? firsts[place + 1] : talk.count
      let own = Array(talk[first..<end])
      guard let head = own.first, let last = own.last else { continue }
      let firstCue = sentences[head].unit
      let endCue = sentences[last].unit + 1
      let next =
        end < talk.count ? second(sentences[talk[end]].unit) : max(length, second(endCue - 1))
      segments.append(
        EpisodeAnalysis.Segment(
          sentences: own, firstCue: firstCue, endCue: endCue, start: second(firstCue), end: next))
    }
    return EpisodeAnalysis(sentences: sentences, reads: reads, segments: segments)
  }

  /// The chapters that a reader sees: the segments under their titles, cut where advertising lies
  /// between.
  ///
  /// - Parameter titles: One for each segment.
  package static func chapters(
    _ analysis: EpisodeAnalysis, titles: [String], of episode: Episode
  ) -> [Chapter] {
    if !episode.marks.isEmpty { return givenChapters(analysis, of: episode) }
    func second(_ sentence: Int) -> Double {
      let cue = analysis.sentences[sentence].unit
      return episode.cues[cue].start ?? Double(cue)
    }
    var stretches: [(first: Int, title: String, sponsor: Bool)] = []
    for (segment, title) in zip(analysis.segments, titles) {
      var previous: Int?
      for sentence in segment.sentences {
        if previous == nil || sentence != previous.map({ $0 + 1 }) {
          stretches.append((sentence, title, false))
        }
        previous = sentence
      }
    }
    stretches += analysis.reads.map { ($0.lowerBound, "Sponsor", true) }
    stretches.sort { $0.first < $1.first }
    let end = max(episode.seconds ?? 0, analysis.sentences.indices.last.map(second) ?? 0)
    return stretches.enumerated().compactMap { index, stretch in
      let next = index + 1 < stretches.count ? stretches[index + 1].first : analysis.sentences.count
      let stop = next < analysis.sentences.count ? second(next) : end
      let firstCue = analysis.sentences[stretch.first].unit
      let endCue = max(analysis.sentences[next - 1].unit + 1, firstCue + 1)
      return Chapter(
        start: second(stretch.first), end: stop, title: stretch.title, given: false,
        sponsor: stretch.sponsor, cues: firstCue..<endCue)
    }
  }

  /// The publisher's own chapters; one that is advertising for more than half is marked so.
  private static func givenChapters(_ analysis: EpisodeAnalysis, of episode: Episode) -> [Chapter] {
    func second(_ cue: Int) -> Double { episode.cues[cue].start ?? Double(cue) }
    let last = episode.cues.indices.last.map(second) ?? 0
    let end = max(episode.seconds ?? 0, last, episode.marks.last?.start ?? 0)
    let reads = analysis.reads.map { read in
      let from = second(analysis.sentences[read.lowerBound].unit)
      let to =
        read.upperBound < analysis.sentences.count
        ? second(analysis.sentences[read.upperBound].unit) : end
      return from..<max(from, to)
    }
    return episode.marks.enumerated().map { index, mark in
      let stop = index + 1 < episode.marks.count ? episode.marks[index + 1].start : end
      let own = mark.start..<max(mark.start, stop)
      let advertised = reads.reduce(0.0) { sum, read in
        let both = read.clamped(to: own)
        return sum + (both.upperBound - both.lowerBound)
      }
      let firstCue = episode.cues.indices.first { second($0) >= mark.start } ?? episode.cues.count
      let endCue = episode.cues.indices.first { second($0) >= stop } ?? episode.cues.count
      return Chapter(
        start: mark.start, end: stop, title: mark.title, given: true,
        sponsor: advertised * 2 > own.upperBound - own.lowerBound,
        cues: firstCue..<max(firstCue, endCue))
    }
  }
}
