// What is meant to its explanation: what all explanations need.

import Analysis
import Model
import Render
import Store

/// Explains what an issue is made of.
struct Explainer {
  let material: IssueMaterial
  let archive: Archive
  let composition: IssueComposition
  let vocabularies: Vocabularies
  let reporter: ThreadReporter

  init(_ material: IssueMaterial, _ archive: Archive) {
    (self.material, self.archive) = (material, archive)
    composition = IssueComposition(material.issue)
    vocabularies = Vocabularies(material.languages)
    reporter = ThreadReporter(
      window: material.issue.window, languages: material.languages,
      registries: material.registries, words: material.settings.wordsPerThread,
      earlier: material.earlier)
  }

  /// The explanation of what is meant.
  func explain(_ target: ExplainTarget) throws -> Explanation {
    switch target {
    case .thread(let index): thread(index)
    case .post(let thread, let place): post(place, of: thread)
    case .article(let index): article(index)
    case .episode(let index): episode(index)
    case .moment(let episode, let second): moment(second, of: episode)
    case .topic(let slug): try topic(slug)
    case .proposal(let found): proposal(found)
    case .quote(let printed): quote(printed)
    case .sentence(let text, let thread): sentence(text, of: thread, nil)
    case .articleSentence(let text, let article): sentence(text, ofArticle: article, nil)
    case .spoken(let place, let episode): spoken(place, of: episode, nil)
    }
  }

  /// An explanation to be filled.
  func start(_ kind: Explanation.Kind, _ subject: String) -> Explanation {
    Explanation(kind, subject, issue: material.issue.window.slug)
  }

  func read(_ thread: DiscussionThread) -> ThreadReporter.Reading {
    reporter.read(thread, reporter.vocabulary(for: thread, vocabularies))
  }

  // MARK: Keys

  func setting(_ key: String, now: String?, _ effect: String) -> Explanation.Key {
    Explanation.Key(
      file: Files.name(of: material.settings.file), key: key, now: now, effect: effect)
  }

  /// A key of the editor's entry for this issue.
  func editor(_ key: String, now: String? = nil, _ effect: String) -> Explanation.Key {
    let file = material.settings.editor.map { Files.name(of: $0) } ?? "editor.toml"
    let window = material.issue.window
    let days =
      window.isWeek
      ? "week = \"\(window.week)\""
      : "from = \"\(window.firstDay.iso8601)\", until = \"\(window.endDay.iso8601)\""
    return Explanation.Key(file: file, key: "[[issue]] \(days): \(key)", now: now, effect: effect)
  }

  /// A key of a topics file; where there is none, how to make one.
  func topics(_ key: String, now: String? = nil, _ effect: String) -> Explanation.Key {
    material.settings.topicFiles.isEmpty
      ? setting(
        "topics = [\"topics.toml\"]", now: nil,
        "names a file of known topics; in it \(key) \(effect)")
      : Explanation.Key(file: "topics file", key: key, now: now, effect: effect)
  }

  // MARK: Rows

  /// The summands of a score, with their sum.
  func rows(_ parts: [ScorePart]) -> [Explanation.Row] {
    parts.map { part in
      Explanation.Row(
        part.name,
        [
          ("value", .number(part.value)), ("weight", .number(part.weight)),
          ("share", .number(part.share)),
        ])
    } + [Explanation.Row("sum", [("share", .number(parts.reduce(0) { $0 + $1.share }))])]
  }
}
