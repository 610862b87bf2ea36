// What was chosen of a post or an article, and what was not.

import Analysis
import Model
import Render

extension Explainer {
  /// Sentences of one post that are shown.
  private static let mostOfPost = 40

  /// What became of the sentences of a post.
  func post(_ place: Int, of index: Int) -> Explanation {
    let thread = material.threads[index]
    let post = thread.posts[place]
    let number = post.number.map { "post #\($0)" } ?? "a post"
    var explanation = start(.post, "\(number) of \"\(thread.title)\"")
    addOrigin(author: post.author, url: post.url, date: post.date, &explanation)
    if let report = material.issue.threads.first(where: { $0.id == thread.id }) {
      explanation.add("thread_rank", report.rank)
    }
    let reading = read(thread)
    guard let unit = reading.posts.firstIndex(where: { $0.id == post.id }) else {
      explanation.add(
        "window",
        "lies outside of \(material.issue.window.spelled), so nothing of it is chosen but how the thread opened"
      )
      return explanation
    }
    let choice = choice(reading)
    let own = choice.sentences.indices.filter { choice.sentences[$0].unit == unit }
    explanation.add(
      "sentences", "Its sentences", sentences: true,
      own.prefix(Self.mostOfPost).map { index in
        let text = choice.sentences[index].text
        let printed = composition.places(of: text, in: material.issue)
        let act = reading.acts.first { $0.sentence == index }.map { "; \($0.act.rawValue)" } ?? ""
        return Explanation.Row(
          text, [("weight", .number(choice.weights[index]))],
          choice.fate(of: index) + act
            + (printed.isEmpty ? "" : "; printed: \(printed.joined(separator: "; "))"))
      })
    explanation.add(
      setting(
        "[issue] words_per_thread", now: "\(material.settings.wordsPerThread)",
        "how many words are chosen from one thread"))
    explanation.add(
      editor(
        "[[issue.choose]] in = \"\(post.url)\", text = …", "prints a sentence that was not chosen"))
    return explanation
  }

  /// Where an article stands, and why.
  private func standing(_ article: Article) -> String {
    if material.issue.editorial.muted.contains(article.id) { return "not in the issue: muted" }
    let rule =
      "\(Words.count(material.issue.articlesShown, "article")) at most have sentences, those of the issue's topics first, then the newest"
    if composition.articles.contains(where: { $0.id == article.id }) {
      return "printed with sentences: \(rule)"
    }
    return composition.titles.contains { $0.id == article.id }
      ? "only its title: \(rule)" : "left out: \(rule)"
  }

  /// What was chosen of an article.
  func article(_ index: Int) -> Explanation {
    let article = material.articles[index]
    var explanation = start(.article, article.title)
    explanation.add("id", article.id)
    addOrigin(
      author: article.author ?? article.site, url: article.url, date: article.date, &explanation)
    explanation.add("stands", standing(article))
    if let report = material.issue.articles.first(where: { $0.id == article.id }) {
      explanation.add(
        "copies", report.copies.isEmpty ? nil : report.copies.map(\.url).joined(separator: ", "))
    }
    let topics = material.issue.topics.filter { $0.members.contains { $0.id == article.id } }
    explanation.add("topics", topics.map(\.label).joined(separator: ", "))
    let (choice, _) = articleChoice(article)
    explanation.add("chosen", "What was chosen, in order", sentences: true, choice.chosenRows)
    explanation.add("lost", "The best that lost", sentences: true, choice.lostRows())
    explanation.add(
      setting(
        "[issue] articles", now: "\(material.issue.articlesShown)",
        "how many articles are printed with sentences"))
    explanation.add(
      editor("mute = [\"\(article.url)\"]", "takes the article out of this issue"))
    explanation.add(
      editor(
        "[[issue.choose]] in = \"\(article.url)\", text = …",
        "prints a sentence that was not chosen"
      ))
    return explanation
  }
}
