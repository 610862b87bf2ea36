// Entries to articles.

import Model
import Text

/// Entries to articles.
enum ArticleBuilder {
  /// The articles of a blog's feed, in document order; an entry without address, id and title is
  /// left out with a diagnostic.
  static func articles(in feed: Feed, _ identity: EntryIdentity, source: String, site: String) -> (
    [Article], [Diagnostic]
  ) {
    var diagnostics: [Diagnostic] = []
    let articles = feed.entries.compactMap { entry -> Article? in
      guard let id = identity.of(entry) else {
        diagnostics.append(
          Diagnostic(line: entry.line, "entry has neither address nor id and was left out"))
        return nil
      }
      let blocks = withoutBoilerplate(HTMLText.blocks(of: entry.body))
      let author = entry.authors.first ?? feed.authors.first
      return Article(
        id: id, title: entry.title ?? beginning(of: blocks) ?? id,
        url: entry.link ?? feed.link ?? "",
        author: author.flatMap { $0.name ?? $0.email }, date: entry.published ?? entry.updated,
        words: blocks.words, source: source, site: site, keys: identity.keys(of: entry))
    }
    return (articles, diagnostics)
  }

  /// How a text begins, which stands for its title in feeds of short notes; `nil` without words.
  private static func beginning(of blocks: [TextBlock]) -> String? {
    guard let text = blocks.first(where: { !$0.text.isEmpty })?.text else { return nil }
    var title = ""
    for word in text.split(separator: " ") {
      guard title.count + word.count < longestTitle else {
        return title.isEmpty ? "\(word.prefix(longestTitle))…" : "\(title) …"
      }
      title += (title.isEmpty ? "" : " ") + word
    }
    return title
  }

  private static let longestTitle = 64

  /// The blocks without what blog programs add at the end: "The post … appeared first on …",
  /// "Continue reading …".
  private static func withoutBoilerplate(_ blocks: [TextBlock]) -> [TextBlock] {
    var blocks = blocks
    while let last = blocks.last?.text, isBoilerplate(last) { blocks.removeLast() }
    return blocks
  }

  private static func isBoilerplate(_ text: String) -> Bool {
    if text.hasPrefix("The post "), text.contains(" appeared first on ") { return true }
    let heads = ["Continue reading", "Read more", "Read the full", "Read the rest", "[…]", "[...]"]
    return text.utf8.count < 120 && heads.contains(where: text.hasPrefix)
  }
}
