// Why a sentence of a thread or an article is printed, or is not.

import Analysis
import Model
import Render

extension Explainer {
  /// A quote of the issue, wherever it comes from.
  func quote(_ quote: Quote) -> Explanation {
    for (index, thread) in material.threads.enumerated()
    where thread.posts.contains(where: { $0.id == quote.origin }) {
      return sentence(quote.text, of: index, quote)
    }
    if let index = material.articles.firstIndex(where: { $0.id == quote.origin }) {
      return sentence(quote.text, ofArticle: index, quote)
    }
    for (index, episode) in material.episodes.enumerated()
    where quote.origin.hasPrefix(episode.id + "#cue-") {
      let talk = material.talks[index]
      let place = Self.place(of: quote.text, in: talk.sentences) {
        episode.cueID($0.unit) == quote.origin
      }
      if let place { return spoken(place, of: index, quote) }
    }
    return start(.quote, quote.text)
  }

  /// The sentence that a text is, or else the first of several that the editor chose as one.
  private static func place(
    of text: String, in sentences: [Sentence], where isMeant: (Sentence) -> Bool = { _ in true }
  ) -> Int? {
    sentences.firstIndex { $0.text == text && isMeant($0) }
      ?? sentences.firstIndex { text.hasPrefix($0.text) && isMeant($0) }
  }

  /// A sentence of a thread.
  ///
  /// - Parameter quote: As the issue has it; `nil` for one that it may not have.
  func sentence(_ text: String, of index: Int, _ quote: Quote?) -> Explanation {
    let thread = material.threads[index]
    let reading = read(thread)
    var explanation = start(.quote, text)
    let found = Self.place(of: text, in: reading.text.sentences) { sentence in
      quote.map { reading.posts[sentence.unit].id == $0.origin } ?? (sentence.text == text)
    }
    let post =
      found.map { reading.posts[reading.text.sentences[$0].unit] }
      ?? thread.posts.first { $0.id == quote?.origin }
    explanation.add("source", "\"\(thread.title)\"\(post?.number.map { ", post #\($0)" } ?? "")")
    addOrigin(author: post?.author, url: post?.url, date: post?.date, &explanation)
    let report = material.issue.threads.first { $0.id == thread.id }
    addRoles(text, report, &explanation)
    if let found {
      weigh(
        found, choice(reading), title: thread.title, genre: .thread, reading.vocabulary,
        &explanation)
    } else if let post {
      weighOpening(text, post, thread, reading.vocabulary, &explanation)
    }
    if let found { addActs(of: found, reading, &explanation) }
    if report?.opening?.text == text, found != nil, let post {
      explanation.add(
        "opening",
        "of the sentences of the first post that fit \(ThreadReporter.openingWords) words the weightiest; \(openingPlace(post))"
      )
    }
    if material.issue.quoteOfTheWeek?.text == text { addMemorable(text, &explanation) }
    addKeys(text, place: thread.url, &explanation, words: true)
    return explanation
  }

  /// A sentence of an article.
  func sentence(_ text: String, ofArticle index: Int, _ quote: Quote?) -> Explanation {
    let article = material.articles[index]
    var explanation = start(.quote, text)
    explanation.add("source", "the article \"\(article.title)\"")
    addOrigin(
      author: article.author ?? article.site, url: article.url, date: article.date, &explanation)
    addRoles(text, nil, &explanation)
    let (choice, vocabulary) = articleChoice(article)
    if let place = Self.place(of: text, in: choice.sentences) {
      weigh(place, choice, title: article.title, genre: .thread, vocabulary, &explanation)
    }
    addKeys(text, place: article.url, &explanation, words: false)
    return explanation
  }

  func articleChoice(_ article: Article) -> (SentenceChoice, Vocabulary) {
    let vocabulary = vocabularies.vocabulary(for: article.words, source: article.source)
    let text = SentenceSalience.weigh(
      Sentences.ofPosts([(article.author ?? "", article.words)]), genre: .thread,
      title: article.title, vocabulary: vocabulary)
    let choice = SentenceChoice(
      sentences: text.sentences, weights: text.weights,
      explanation: Summarizer.explain(text, genre: .thread, words: ArticleReporter.words) {
        ArticleReporter.isAdmitted($0, material.earlier)
      }, refusal: refusal)
    return (choice, vocabulary)
  }

  // MARK: Parts

  func addOrigin(
    author: String?, url: String?, date: Timestamp?, _ explanation: inout Explanation
  ) {
    explanation.add("author", author)
    explanation.add("url", url)
    explanation.add("published", date?.rfc3339)
  }

  /// As what a sentence was taken, and where it is printed.
  func addRoles(_ text: String, _ report: ThreadReport?, _ explanation: inout Explanation) {
    var roles: [String] = []
    if report?.foremost?.text == text { roles.append("the foremost sentence of the summary") }
    if report?.summary.contains(where: { $0.text == text }) == true { roles.append("summary") }
    if report?.opening?.text == text { roles.append("how the thread opened") }
    for act in SpeechAct.allCases
    where report?.positions[act]?.contains(where: { $0.text == text }) == true {
      roles.append("position: \(act.rawValue)")
    }
    if material.issue.quoteOfTheWeek?.text == text { roles.append("the quote of the week") }
    if material.issue.deadlines.contains(where: { $0.quote.text == text }) {
      roles.append("a day ahead that it names")
    }
    for term in material.issue.glossary where term.quote?.text == text {
      roles.append("a definition of \(term.name)")
    }
    let isChosen = material.entries.contains { $0.choices.contains { $0.text == text } }
    if isChosen { roles.append("chosen by the editor's file") }
    explanation.add("admitted_as", roles.joined(separator: "; "))
    let places = composition.places(of: text, in: material.issue)
    explanation.add(
      "printed", places.isEmpty ? "nowhere in this issue" : places.joined(separator: "; "))
  }

  /// The weight of a sentence among those of its text, its terms, its act, and the choice.
  func weigh(
    _ index: Int, _ choice: SentenceChoice, title: String, genre: SentenceSalience.Genre,
    _ vocabulary: Vocabulary, _ explanation: inout Explanation
  ) {
    let sentence = choice.sentences[index]
    let own = SentenceSalience.explain(
      choice.sentences, genre: genre, title: title, vocabulary: vocabulary)[index]
    let heavier = choice.weights.count { $0 > choice.weights[index] }
    explanation.add("summary", choice.fate(of: index))
    explanation.add(
      "weight", choice.weights[index],
      shown:
        "\(Explanation.hundredths(choice.weights[index])), number \(heavier + 1) of \(choice.weights.count) sentences"
    )
    let opens = !sentence.isSpoken && sentence.unit == 0 && sentence.place == 0
    if StandsAlone.leans(sentence.text, opensThread: opens, isTalk: sentence.isSpoken) {
      explanation.add("leans", "on the sentence before it: a pronoun or a connective at its head")
    }
    if vocabulary.language == "en", !sentence.isSpoken, let act = SpeechActs.explain(sentence) {
      let cue = act.cue.map { "the words \"\($0)\"" } ?? "the form of a question"
      explanation.add("act", "\(act.act.rawValue), strength \(act.strength) of 3, by \(cue)")
    }
    explanation.add("traits", "What its weight is made of", rows(own.parts))
    explanation.add(
      "terms", "Its terms",
      own.terms.prefix(12).map { term in
        Explanation.Row(
          term.name,
          [
            ("count", .count(term.count)), ("sentences", .count(term.sentences)),
            ("tfidf", .number(term.weight)), ("worth", .number(term.worth)),
          ])
      })
    explanation.add("choice", "What it was chosen or left by", choice.scoreRows(of: index))
    explanation.add(
      "chosen", "What was chosen, in order", sentences: true, choice.chosenRows)
    explanation.add(
      "lost", "The best that lost", sentences: true, choice.lostRows { $0 != index })
  }

  private func openingPlace(_ post: Post) -> String {
    "post #\(post.number ?? 1) is read by itself for that"
  }

  /// The opening of a thread whose first post lies before the window.
  private func weighOpening(
    _ text: String, _ post: Post, _ thread: DiscussionThread, _ vocabulary: Vocabulary,
    _ explanation: inout Explanation
  ) {
    let weighed = SentenceSalience.weigh(
      Sentences.ofPosts([(post.authorKey, post.words)]), genre: .thread, title: thread.title,
      vocabulary: vocabulary)
    guard let index = weighed.sentences.firstIndex(where: { $0.text == text }) else { return }
    let choice = SentenceChoice(
      sentences: weighed.sentences, weights: weighed.weights,
      explanation: Summarizer.explain(
        weighed, genre: .thread, words: ThreadReporter.openingWords,
        allowed: ThreadReporter.mayOpen), refusal: refusal)
    weigh(index, choice, title: thread.title, genre: .thread, vocabulary, &explanation)
  }

  /// - Parameter words: Whether the words of a summary are a setting.
  func addKeys(
    _ text: String, place: String, _ explanation: inout Explanation, words: Bool
  ) {
    if words {
      explanation.add(
        setting(
          "[issue] words_per_thread", now: "\(material.settings.wordsPerThread)",
          "how many words are chosen from one thread"))
    }
    let quote = material.issue.quotes.first { $0.text == text }
    if let quote {
      explanation.add(
        editor("drop = [\"q-\(QuoteID.of(quote))\"]", "takes the sentence out of this issue"))
    } else {
      explanation.add(
        editor(
          "[[issue.choose]] in = \"\(place)\", text = \"\(text)\"",
          "prints the sentence in the first place"))
    }
  }
}
