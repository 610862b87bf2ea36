// Why an episode's chapters are what they are, and a spoken sentence is quoted or not.

import Analysis
import Model
import Render

extension Explainer {
  func episodeReporter(_ index: Int) -> EpisodeReporter {
    let episode = material.episodes[index]
    let vocabulary = EpisodeReporter.vocabulary(for: episode, vocabularies)
    return EpisodeReporter(
      episode: episode, talk: material.talks[index], vocabulary: vocabulary,
      language: material.languages.foreign(vocabulary.language), earlier: material.earlier)
  }

  /// The phrases that a segment is titled by.
  func titlePhrases(_ segment: Int, of episode: Int) -> [Keyphrases.Phrase] {
    material.finder.titlePhrases(
      of: material.documents.firstChapter[episode] + segment,
      in: material.topics.map(\.topic))
  }

  /// All chapters of an episode, each with why it begins.
  func episode(_ index: Int) -> Explanation {
    let episode = material.episodes[index]
    var explanation = start(.episode, episode.title)
    explanation.add("id", episode.id)
    explanation.add("show", episode.show)
    explanation.add("url", episode.url)
    explanation.add("audio", episode.audio)
    let isMuted = material.issue.editorial.muted.contains(episode.id)
    explanation.add("stands", isMuted ? "not in the issue: muted" : "among the issue's episodes")
    guard !episode.cues.isEmpty else {
      explanation.add("transcript", "none, so nothing can be found or quoted")
      explanation.add(
        setting("[[feed]] transcript = \"…\"", now: nil, "where transcripts of the show are"))
      return explanation
    }
    explanation.add("transcript", episode.transcript)
    let chapters = chapters(of: index)
    let search = ChapterReasons(self, index)
    explanation.add(
      "chapters", "Chapters, and why they begin",
      chapters.map { chapter in
        Explanation.Row(
          "\(Words.clock(chapter.start)) \(chapter.title)",
          [("seconds", .number(chapter.end - chapter.start))], search.words(for: chapter))
      })
    explanation.add("next", "name a second for more: hallway explain … --at 23:14")
    addChapterKeys(episode, &explanation)
    return explanation
  }

  func chapters(of index: Int) -> [Chapter] {
    let id = material.episodes[index].id
    return material.issue.episodes.first { $0.id == id }?.chapters.map(\.chapter) ?? []
  }

  func addChapterKeys(_ episode: Episode, _ explanation: inout Explanation) {
    let source = material.settings.sources.first { $0.address == episode.source }
    let table = source == nil ? "[[episode]]" : "[[feed]] of \"\(episode.show)\""
    let loose = material.settings.episodes.first { $0.transcript == episode.source }
    if source != nil {
      explanation.add(
        setting(
          "\(table): chapters = \"…\"", now: source?.chaptersPattern.map { "\"\($0)\"" },
          "where the publisher's chapters files are; given chapters go before found ones"))
    }
    let sponsors = source?.sponsors ?? loose?.sponsors ?? []
    explanation.add(
      setting(
        "\(table): sponsors = […]",
        now: sponsors.isEmpty ? nil : "[\(sponsors.map { "\"\($0)\"" }.joined(separator: ", "))]",
        "names and phrases of the show's advertising, which is cut out"))
  }

  /// A sentence of an episode.
  func spoken(_ place: Int, of index: Int, _ quote: Quote?) -> Explanation {
    let episode = material.episodes[index]
    let talk = material.talks[index]
    let said = talk.sentences[place]
    let own = quote ?? EpisodeReporter.quote(said, episode)
    var explanation = start(.quote, said.text)
    explanation.add(
      "source", "the episode \"\(episode.title)\" at \(Words.clock(talk.seconds[place]))")
    addOrigin(author: said.author, url: own.url, date: episode.date, &explanation)
    addRoles(said.text, nil, &explanation)
    let segment = talk.segments.firstIndex { $0.sentences.contains(place) }
    guard let segment, let inside = talk.segments[segment].sentences.firstIndex(of: place) else {
      explanation.add(
        "summary",
        talk.reads.contains { $0.contains(place) }
          ? "not looked at: it is in advertising" : "not looked at: it opens or closes the episode")
      addChapterKeys(episode, &explanation)
      return explanation
    }
    let reporter = episodeReporter(index)
    let title = reporter.titles { titlePhrases($0, of: index) }[segment]
    explanation.add("chapter", title)
    let sentences = talk.segments[segment].sentences.map { talk.sentences[$0] }
    let text = SentenceSalience.weigh(
      sentences, genre: .episode, title: title, vocabulary: reporter.vocabulary)
    let choice = SentenceChoice(
      sentences: sentences, weights: text.weights,
      explanation: Summarizer.explain(
        text, genre: .episode, words: EpisodeReporter.words, sentences: reporter.most(of: segment),
        allowed: reporter.isAdmitted), refusal: refusal)
    weigh(inside, choice, title: title, genre: .episode, reporter.vocabulary, &explanation)
    addKeys(said.text, place: episode.url ?? episode.id, &explanation, words: false)
    return explanation
  }
}
