// A transcript to sentences, advertising, opening and closing, and topical segments.

package import Model
import Text

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
    /// The second at which it begins.
    package let start: Double
    /// The second at which the next segment begins, or the episode ends.
    package let end: Double
    /// The publisher's title for it; `nil` where it was found.
    package let title: String?
  }

  /// All sentences, in order.
  package let sentences: [Sentence]
  /// The second at which each begins; cues without times count their own number as the second.
  package let seconds: [Double]
  /// Which of them are advertising, as ranges, ascending, apart.
  package let reads: [Range<Int>]
  /// Which of them open the episode; advertising may lie inside.
  package let opening: Range<Int>
  /// Which of them close the episode; advertising may lie inside.
  package let closing: Range<Int>
  /// The topical segments, in order: what is neither advertising, opening, nor closing.
  package let segments: [Segment]
}

extension EpisodeAnalysis {
  /// What is said in a segment on its subject: without greetings, announcements, and what names the
  /// show.
  package func subjectMatter(of segment: Segment, show: String) -> String {
    let name = Strings.folded(show.lowercased())
    return segment.sentences.map { sentences[$0] }.filter { sentence in
      !SentenceTraits.isCourtesy(sentence)
        && (name.isEmpty || !Strings.contains(sentence.text.lowercased(), name))
    }.map(\.text).joined(separator: " ")
  }
}

/// A chapter, and which sentences are said in it.
package struct SpokenChapter: Equatable, Sendable {
  /// The chapter as a reader sees it.
  package let chapter: Chapter
  /// Its sentences.
  package let sentences: Range<Int>
  /// Whether it is an opening or closing: no topic, nothing to quote.
  package let isFrame: Bool
}

/// A transcript to sentences, advertising, opening and closing, and topical segments.
package enum EpisodeAnalyzer {
  /// Takes a transcript apart.
  ///
  /// - Parameter phrases: What is said in this show's reads, see `SponsorReads.find`: as the
  ///   configuration says, and `SponsorReads.recurring` finds.
  package static func analyze(
    _ episode: Episode, vocabulary: Vocabulary, phrases: [String] = []
  ) -> EpisodeAnalysis {
    let cues = episode.cues
    let sentences = Sentences.ofCues(cues.map { ($0.speaker, $0.text) })
    let isTimed = cues.contains { $0.start != nil }
    let clock = clock(sentences, of: episode)
    let given = episode.marks.compactMap { ChapterTitles.sponsor(in: $0.title) }
    var reads = SponsorReads.find(
      sentences, seconds: clock, phrases: phrases + given.filter { !$0.isEmpty },
      show: episode.show)
    let marks = markedRanges(episode, clock)
    for (mark, range) in zip(episode.marks, marks)
    where ChapterTitles.sponsor(in: mark.title) != nil && !range.isEmpty {
      reads = joined(reads + [range])
    }
    var opening = EpisodeFrame.opening(sentences, seconds: clock, reads: reads)
    var closing = EpisodeFrame.closing(sentences, seconds: clock, reads: reads)
    if closing.lowerBound < opening.upperBound { opening = 0..<0 }
    // "This has been another episode of the show. Thank you to our sponsors": one read.
    if let last = reads.indices.last(where: { closing.contains(reads[$0].lowerBound) }),
      clock[reads[last].lowerBound] - clock[closing.lowerBound] <= 15,
      !reads.indices.contains(where: { $0 < last && reads[$0].upperBound > closing.lowerBound })
    {
      reads[last] = closing.lowerBound..<reads[last].upperBound
    }
    for (place, mark) in episode.marks.enumerated() where ChapterTitles.isFrame(mark.title) {
      if place == 0 { opening = 0..<marks[place].upperBound }
      if place > 0, place == episode.marks.count - 1 { closing = marks[place] }
    }
    let talk = talk(sentences.count, reads: reads, opening: opening, closing: closing)
    let seconds = isTimed ? clock : sentences.map { Double($0.unit) }
    let length = episode.seconds ?? cues.last.map { $0.end ?? seconds.last ?? 0 } ?? 0
    let stretches =
      episode.marks.isEmpty
      ? ChapterSearch(talk, sentences, clock, vocabulary).stretches.map { ($0, nil) }
      : self.given(talk, episode.marks, marks)
    let segments = stretches.enumerated().compactMap {
      place, stretch -> EpisodeAnalysis.Segment? in
      guard let head = stretch.sentences.first, let last = stretch.sentences.last else {
        return nil
      }
      let endCue = sentences[last].unit + 1
      let next =
        stretches[(place + 1)...].lazy.compactMap(\.sentences.first).first ?? sentences.count
      // Talk ends where the closing begins, and where advertising does.
      let isCut = reads.contains { $0.contains(last + 1) }
      let end =
        isCut ? last + 1 : min(next, closing.isEmpty ? next : max(closing.lowerBound, last + 1))
      return EpisodeAnalysis.Segment(
        sentences: stretch.sentences, firstCue: sentences[head].unit, endCue: endCue,
        start: seconds[head],
        end: end < sentences.count ? seconds[end] : max(length, seconds[last]),
        title: stretch.title)
    }
    return EpisodeAnalysis(
      sentences: sentences, seconds: seconds, reads: reads, opening: opening, closing: closing,
      segments: segments)
  }

  /// The sentences that are neither advertising nor opening nor closing.
  static func talk(
    _ count: Int, reads: [Range<Int>], opening: Range<Int>, closing: Range<Int>
  ) -> [Int] {
    let outside = Set(reads.joined()).union(opening).union(closing)
    return (0..<count).filter { !outside.contains($0) }
  }

  /// The chapters that a reader sees: the segments under their titles, cut where advertising lies
  /// between, the opening and the closing.
  ///
  /// - Parameter titles: One for each segment.
  package static func chapters(
    _ analysis: EpisodeAnalysis, titles: [String], of episode: Episode
  ) -> [SpokenChapter] {
    if !episode.marks.isEmpty { return givenChapters(analysis, of: episode) }
    var labels = [Label?](repeating: nil, count: analysis.sentences.count)
    for (place, (segment, title)) in zip(analysis.segments, titles).enumerated() {
      for index in segment.sentences { labels[index] = Label(title: title, place: place) }
    }
    for index in analysis.opening { labels[index] = Label(title: "Introduction", isFrame: true) }
    for index in analysis.closing { labels[index] = Label(title: "Outro", isFrame: true) }
    for index in analysis.reads.joined() {
      labels[index] = Label(title: "Sponsor", isSponsor: true)
    }
    var starts: [(first: Int, label: Label)] = []
    for (index, label) in labels.enumerated() {
      guard let label, label != starts.last?.label else { continue }
      starts.append((index, label))
    }
    let said = max(analysis.seconds.last ?? 0, episode.cues.last?.end ?? 0)
    var end = max(episode.seconds ?? 0, said)
    // Minutes behind the last word belong to no closing: a transcript may have been cut off.
    if !analysis.closing.isEmpty, end - said > 60 { end = said }
    return starts.enumerated().map { index, stretch in
      let next = index + 1 < starts.count ? starts[index + 1].first : analysis.sentences.count
      let stop = next < analysis.sentences.count ? analysis.seconds[next] : end
      let firstCue = analysis.sentences[stretch.first].unit
      let endCue = max(analysis.sentences[next - 1].unit + 1, firstCue + 1)
      return SpokenChapter(
        chapter: Chapter(
          start: analysis.seconds[stretch.first], end: stop, title: stretch.label.title,
          given: false, sponsor: stretch.label.isSponsor, cues: firstCue..<endCue),
        sentences: stretch.first..<next, isFrame: stretch.label.isFrame)
    }
  }

  /// What a sentence belongs to.
  private struct Label: Equatable {
    let title: String
    var place = -1
    var isSponsor = false
    var isFrame = false
  }

  /// The publisher's own chapters; one that says so, or is advertising for more than half, is
  /// marked so.
  private static func givenChapters(
    _ analysis: EpisodeAnalysis, of episode: Episode
  ) -> [SpokenChapter] {
    func second(_ cue: Int) -> Double { episode.cues[cue].start ?? Double(cue) }
    let clock = clock(analysis.sentences, of: episode)
    let ranges = markedRanges(episode, clock)
    let last = analysis.seconds.last ?? 0
    let end = max(episode.seconds ?? 0, last, episode.marks.last?.start ?? 0)
    let reads = analysis.reads.map { read in
      let to = read.upperBound < clock.count ? clock[read.upperBound] : end
      return clock[read.lowerBound]..<max(clock[read.lowerBound], to)
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
      let chapter = Chapter(
        start: mark.start, end: stop, title: mark.title, given: true,
        sponsor: ChapterTitles.sponsor(in: mark.title) != nil
          || advertised * 2 > own.upperBound - own.lowerBound,
        cues: firstCue..<max(firstCue, endCue))
      return SpokenChapter(
        chapter: chapter, sentences: ranges[index], isFrame: ChapterTitles.isFrame(mark.title))
    }
  }
}

extension EpisodeAnalyzer {
  private typealias Stretch = (sentences: [Int], title: String?)

  /// The publisher's chapters, but for advertising, openings and closings.
  private static func given(
    _ talk: [Int], _ marks: [ChapterMark], _ ranges: [Range<Int>]
  ) -> [Stretch] {
    zip(marks, ranges).map { mark, range in
      let isTalk =
        ChapterTitles.sponsor(in: mark.title) == nil && !ChapterTitles.isFrame(mark.title)
      return (isTalk ? talk.filter(range.contains) : [], mark.title)
    }
  }

  /// The sentences of each of the publisher's chapters: those that begin in it.
  private static func markedRanges(_ episode: Episode, _ clock: [Double]) -> [Range<Int>] {
    let firsts = episode.marks.map { mark in
      clock.firstIndex { $0 >= mark.start - 0.5 } ?? clock.count
    }
    return firsts.indices.map { place in
      let end = place + 1 < firsts.count ? firsts[place + 1] : clock.count
      return firsts[place]..<max(firsts[place], end)
    }
  }

  /// The second of each sentence; where the form gives no times but the feed a length, the words
  /// fill it.
  static func clock(_ sentences: [Sentence], of episode: Episode) -> [Double] {
    let seconds = SpeechClock.seconds(sentences, of: episode.cues)
    guard !episode.cues.contains(where: { $0.start != nil }), let length = episode.seconds,
      let last = seconds.last, last > 0, length > 0
    else { return seconds }
    return seconds.map { $0 * length / last }
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
