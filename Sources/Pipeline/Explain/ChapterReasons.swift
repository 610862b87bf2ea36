// Why each chapter of one episode begins where it does.

import Analysis
import Model
import Render

/// Why each chapter of one episode begins where it does.
struct ChapterReasons {
  let episode: Episode
  let talk: EpisodeAnalysis
  /// Why what was found was found; `nil` where the publisher gave the chapters.
  let explanation: EpisodeExplanation?
  private let phrases: [String]

  init(_ explainer: Explainer, _ index: Int) {
    episode = explainer.material.episodes[index]
    talk = explainer.material.talks[index]
    phrases =
      (explainer.material.phrases[episode.show] ?? [])
      + episode.marks.compactMap { ChapterTitles.sponsor(in: $0.title) }.filter { !$0.isEmpty }
    explanation =
      episode.marks.isEmpty
      ? EpisodeAnalyzer.explain(
        talk, of: episode,
        vocabulary: EpisodeReporter.vocabulary(for: episode, explainer.vocabularies)) : nil
  }

  /// The first sentence of a chapter; `nil` for one without sentences.
  func sentence(of chapter: Chapter) -> Int? {
    talk.seconds.firstIndex { $0 >= chapter.start - 0.001 }
  }

  /// The place of the sentence that a found chapter begins with.
  func place(of chapter: Chapter) -> EpisodeExplanation.Place? {
    sentence(of: chapter).flatMap { explanation?.place(of: $0) }
  }

  func words(for chapter: Chapter) -> String {
    if chapter.given { return given(chapter) }
    guard let sentence = sentence(of: chapter) else { return "it has no sentence" }
    if chapter.sponsor { return "advertising: \(spelled(signs(of: chapter).prefix(3)))" }
    if talk.opening.contains(sentence) { return "opens the episode: \(frame(talk.opening, false))" }
    if talk.closing.contains(sentence) { return "closes the episode: \(frame(talk.closing, true))" }
    guard let place = explanation?.place(of: sentence) else { return "goes on" }
    switch place.fate {
    case .talkBegins: return "talk begins"
    case .advertising: return "advertising lies before it"
    case .found:
      let around = Explanation.hundredths(place.pick?.around ?? 0)
      let least = Explanation.hundredths(explanation?.threshold ?? 0)
      return "found: \(around) boundaries are to be expected around it (\(least) is enough)"
    // The first of a stretch that begins behind the opening or goes on behind advertising.
    case .moved, .short, .nothing: return "what goes on behind something else"
    }
  }

  private func given(_ chapter: Chapter) -> String {
    let from = episode.chapters == nil ? "the show notes or the feed" : "the publisher's chapters"
    guard chapter.sponsor else { return "given by the publisher, in \(from)" }
    let isTitled = ChapterTitles.sponsor(in: chapter.title) != nil
    return
      "given by the publisher, in \(from); advertising \(isTitled ? "by its title" : "for more than half of it")"
  }

  /// What speaks for advertising in a chapter.
  func signs(of chapter: Chapter) -> [SponsorReads.Sign] {
    talk.reads.filter { read in
      let second = talk.seconds[read.lowerBound]
      return chapter.start - 0.001 <= second && second < chapter.end
    }.flatMap {
      SponsorReads.explain(
        $0, of: talk.sentences, seconds: talk.seconds, phrases: phrases, show: episode.show)
    }
  }

  private func spelled(_ signs: ArraySlice<SponsorReads.Sign>) -> String {
    signs.map { "\($0.what) (\"\($0.words)\")" }.joined(separator: ", ")
  }

  /// The phrases by which sentences open or close the episode.
  private func frame(_ range: Range<Int>, _ isClosing: Bool) -> String {
    range.compactMap { EpisodeAnalyzer.framePhrase(in: talk.sentences[$0], closing: isClosing) }
      .map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// Why a boundary that might have been is none.
  func words(for place: EpisodeExplanation.Place) -> String {
    let least = Explanation.hundredths(explanation?.threshold ?? 0)
    switch place.fate {
    case .moved(let sentence):
      return "moved to \(Words.clock(talk.seconds[sentence])), where advertising lies"
    case .short:
      return "its chapter would have fewer than \(explanation?.leastWords ?? 0) words"
    case .talkBegins, .found, .advertising: return "a chapter begins there"
    case .nothing: break
    }
    guard let evidence = place.evidence else { return "nothing was found" }
    if evidence.around >= explanation?.threshold ?? 0 {
      return "so near to a chosen boundary that its probability counts there"
    }
    return "fewer than \(least) boundaries are to be expected around it"
  }
}
