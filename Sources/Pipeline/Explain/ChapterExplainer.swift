// Why a chapter begins where it does, and not elsewhere.

import Analysis
import Model
import Render

extension Explainer {
  /// Candidates that lost, at most.
  private static let mostLost = 6
  /// Words that part chapters, at most.
  private static let mostTerms = 8
  /// How near a second is to a boundary that it means it.
  private static let near = 10.0

  /// A second of an episode: the boundary there, or else that of the chapter that it lies in.
  func moment(_ second: Double, of index: Int) -> Explanation {
    let episode = material.episodes[index]
    let chapters = chapters(of: index)
    let next = chapters.firstIndex { $0.start > second && $0.start - second <= Self.near }
    guard
      let place = next ?? chapters.lastIndex(where: { $0.start <= second })
        ?? chapters.indices.first
    else { return self.episode(index) }
    let chapter = chapters[place]
    let reasons = ChapterReasons(self, index)
    var explanation = start(
      chapter.sponsor ? .advertising : .chapter, "\(Words.clock(chapter.start)) \(chapter.title)")
    explanation.add("episode", episode.title)
    explanation.add("start", chapter.start, shown: Words.clock(chapter.start))
    explanation.add("end", chapter.end, shown: Words.clock(chapter.end))
    explanation.add("url", MomentLink.address(of: chapter.start, in: episode))
    explanation.add("begins", reasons.words(for: chapter))
    if let sentence = reasons.sentence(of: chapter) {
      explanation.add("first_sentence", reasons.talk.sentences[sentence].text)
    }
    if chapter.sponsor {
      addSigns(chapter, reasons, &explanation)
    } else if !chapter.given {
      addEvidence(chapter, reasons, &explanation)
      addLost(second, chapter, chapters, place, reasons, &explanation)
      addTitle(chapter, index, reasons, &explanation)
    }
    addChapterKeys(episode, &explanation)
    return explanation
  }

  private func addSigns(
    _ chapter: Chapter, _ reasons: ChapterReasons, _ explanation: inout Explanation
  ) {
    explanation.add(
      "signs", "What speaks for advertising",
      reasons.signs(of: chapter).map { sign in
        Explanation.Row(
          "\(Words.clock(reasons.talk.seconds[sign.sentence])) \(sign.what)", [],
          "\"\(sign.words)\"")
      })
  }

  /// The odds of the boundary.
  private func addEvidence(
    _ chapter: Chapter, _ reasons: ChapterReasons, _ explanation: inout Explanation
  ) {
    guard let place = reasons.place(of: chapter), let evidence = place.evidence,
      place.fate != .talkBegins
    else { return }
    explanation.add("chance", evidence.chance)
    let around = place.pick?.around ?? evidence.around
    let least = Explanation.hundredths(reasons.explanation?.threshold ?? 0)
    explanation.add(
      "around", around,
      shown:
        "\(Explanation.hundredths(around)) boundaries are to be expected within 40 words (\(least) is enough)"
    )
    var rows = [
      Explanation.Row("other words before than behind", [("odds", .number(evidence.words))])
    ]
    rows += evidence.signs.map { Explanation.Row($0.name, [("odds", .number($0.share))]) }
    rows += [
      Explanation.Row("what every boundary costs", [("odds", .number(evidence.prior))]),
      Explanation.Row("sum", [("odds", .number(evidence.odds))]),
    ]
    explanation.add("evidence", "What speaks for a boundary and what against (log odds)", rows)
    let terms = place.pick?.terms ?? []
    explanation.add(
      "terms", "Words that part it from the chapter before, and words that both have (log odds)",
      (terms.prefix(Self.mostTerms) + terms.dropFirst(Self.mostTerms).suffix(Self.mostTerms / 2))
        .map { Explanation.Row($0.name, [("odds", .number($0.share))]) })
  }

  /// Places in this chapter and the one before where a boundary might have been.
  private func addLost(
    _ second: Double, _ chapter: Chapter, _ chapters: [Chapter], _ index: Int,
    _ reasons: ChapterReasons, _ explanation: inout Explanation
  ) {
    guard let all = reasons.explanation?.places, !all.isEmpty else { return }
    let from = index > 0 ? chapters[index - 1].start : 0
    let seconds = reasons.talk.seconds
    let lost = all.indices.filter { place in
      guard let own = all[place].evidence, from < seconds[all[place].sentence],
        seconds[all[place].sentence] < chapter.end
      else { return false }
      switch all[place].fate {
      case .talkBegins, .found, .advertising: return false
      case .moved, .short: return true
      case .nothing: break
      }
      // What lies beside a better place is no candidate by itself.
      let beside = [place - 1, place + 1].filter(all.indices.contains)
      return own.chance > 0.01
        && beside.allSatisfy { own.chance >= all[$0].evidence?.chance ?? 0 }
    }.sorted { a, b in
      (all[a].evidence?.around ?? 0, b) > (all[b].evidence?.around ?? 0, a)
    }
    func row(_ place: EpisodeExplanation.Place) -> Explanation.Row {
      let time = Words.clock(seconds[place.sentence])
      return Explanation.Row(
        "\(time) \(reasons.talk.sentences[place.sentence].text)",
        [
          ("chance", .number(place.evidence?.chance ?? 0)),
          ("around", .number(place.evidence?.around ?? 0)),
          ("words", .number(place.evidence?.words ?? 0)),
          ("signs", .number(place.evidence?.signs.reduce(0) { $0 + $1.share } ?? 0)),
        ], reasons.words(for: place))
    }
    explanation.add(
      "lost", "Where else near by one might have been", sentences: true,
      lost.prefix(Self.mostLost).map { row(all[$0]) })
    let here = all.last { seconds[$0.sentence] <= second }
    if abs(chapter.start - second) > Self.near, let here {
      explanation.add("asked", "At \(Words.clock(second)) itself", sentences: true, [row(here)])
    }
  }

  /// The phrases that the title was made of.
  private func addTitle(
    _ chapter: Chapter, _ index: Int, _ reasons: ChapterReasons, _ explanation: inout Explanation
  ) {
    guard let sentence = reasons.sentence(of: chapter),
      let segment = reasons.talk.segments.firstIndex(where: { $0.sentences.contains(sentence) })
    else { return }
    explanation.add(
      "title", "The phrases that the title is made of, best first",
      titlePhrases(segment, of: index).map { phrase in
        Explanation.Row(
          phrase.text, [("weight", .number(phrase.weight)), ("said", .count(phrase.count))])
      })
  }
}
