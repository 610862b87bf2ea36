// An issue as Markdown, for a static site or for a forum.

package import Model

/// An issue as Markdown (CommonMark 0.31), straight from its values.
///
/// A new section is a line in `body` and a function that makes its blocks. Every text of a source
/// goes through `text` or `link`.
package struct IssueMarkdown {
  let place: MarkdownEscaping.Place

  /// The issue.
  ///
  /// - Parameter frontMatter: Whether title, date and description stand before it in YAML, as Hugo,
  ///   Jekyll and Zola read them; the date is the end of the window. Without, the issue begins with a
  ///   heading, and signs that a forum would make links of are kept from it.
  package static func render(_ issue: Issue, frontMatter: Bool) -> String {
    let markdown = IssueMarkdown(place: frontMatter ? .site : .forum)
    let body = markdown.body(issue).joined(separator: "\n\n") + "\n"
    return frontMatter ? Self.matter(issue) + "\n" + body : body
  }

  private static func title(_ issue: Issue) -> String { "\(issue.title): \(issue.window.spelled)" }

  private static func matter(_ issue: Issue) -> String {
    let lines = IssueComposition.inShort(issue, IssueComposition(issue)).map(\.text)
    return """
      ---
      title: \(MarkdownEscaping.yaml(title(issue)))
      date: \(issue.window.until.rfc3339)
      description: \(MarkdownEscaping.yaml(lines.joined(separator: " · ")))
      ---

      """
  }

  private func body(_ issue: Issue) -> [String] {
    let composition = IssueComposition(issue)
    var blocks: [String] = []
    if place == .forum { blocks.append("# \(text(Self.title(issue)))") }
    let counts = IssuePhrases.counts(issue.statistics).joined(separator: " · ")
    if !counts.isEmpty { blocks.append(counts) }
    if issue.isEmpty { blocks.append(IssuePhrases.empty) }
    blocks += section("From the editor", issue.editorial.note.map { text($0) })
    blocks += section("Corrections", list(issue.editorial.corrections.map { text($0) }))
    blocks += section("In short", list(inShort(issue, composition)))
    blocks += section("Decisions", list(issue.decisions.map { decision($0) }))
    blocks += section(
      "Announced in other threads", list(composition.announced.map { brief($0.thread, $0.quote) }))
    blocks += section("Days ahead", list(issue.deadlines.map { deadline($0) }))
    blocks += section(
      "The topics", composition.leads.enumerated().flatMap { story($1, number: $0 + 1) })
    blocks += section(
      "Also moving", list(composition.moving.map { brief($0.thread, $0.quote) }))
    blocks += section("New threads", list(composition.fresh.map { brief($0.thread, $0.quote) }))
    if composition.further > 0 {
      blocks.append("And \(Words.count(composition.further, "thread")) more.")
    }
    blocks += section("On the podcasts", composition.episodes.flatMap { episode($0) })
    blocks += section("Elsewhere", composition.articles.flatMap { article($0) })
    blocks += section("Also published", list(composition.titles.map { named($0) }))
    blocks += section(
      "Quote of the week", [issue.quoteOfTheWeek].compactMap { $0 }.map { quote($0) })
    blocks += section("For newcomers", list(issue.glossary.map { term($0) }))
    blocks += section(
      "What this issue does not have",
      list(issue.missing.map { text("\($0.source): \($0.what)") }))
    return blocks + section("Colophon", [IssuePhrases.colophon])
  }

  private func inShort(_ issue: Issue, _ composition: IssueComposition) -> [String] {
    let news = IssueComposition.inShort(issue, composition)
      .map { text($0.note.isEmpty ? $0.text : "\($0.text) (\($0.note))") }
    let isQuiet = !issue.registries.isEmpty && issue.decisions.isEmpty
    return news + (isQuiet ? [IssuePhrases.unchanged] : [])
  }

  private func decision(_ change: Issue.StatusChange) -> String {
    let proposal = change.proposal
    return link(IssuePhrases.decision(change), to: proposal.resolution ?? proposal.url)
  }

  private func deadline(_ deadline: Issue.Deadline) -> String {
    "\(deadline.day.long): \(text(deadline.title))\n\n\(quote(deadline.quote))"
  }

  private func term(_ term: Issue.Term) -> String {
    guard let source = term.quote else { return text("\(term.name): \(term.definition ?? "")") }
    return "\(text("\(term.name):"))\n\n\(quote(source))"
  }
}

/// What sections are made of.
extension IssueMarkdown {
  /// A heading and what stands under it; nothing where nothing does.
  func section(_ heading: String, _ blocks: [String]) -> [String] {
    blocks.isEmpty ? [] : ["## \(heading)"] + blocks
  }

  /// One list; an item may have several paragraphs.
  func list(_ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    let isLoose = items.contains { $0.contains("\n") }
    let lines = items.map { item in
      "* "
        + item.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { $0 == 0 || $1.isEmpty ? String($1) : "  \($1)" }.joined(separator: "\n")
    }
    return [lines.joined(separator: isLoose ? "\n\n" : "\n")]
  }

  /// A quote with its source under it.
  func quote(_ quote: Quote) -> String {
    let author = text(IssuePhrases.author(of: quote))
    // A number in a link is no forum's to link.
    let place = IssuePhrases.place(of: quote).map { MarkdownEscaping.text($0, for: .site) }
    let address = HTMLEscaping.link(quote.url).map { MarkdownEscaping.destination($0) }
    let source = address.map { "[\(place ?? "source")](\($0))" } ?? place
    return
      "> \(text(quote.text))\n>\n> — \(([author] + [source].compactMap { $0 }).joined(separator: ", "))"
  }

  /// A text that stays text.
  func text(_ text: String) -> String { MarkdownEscaping.text(text, for: place) }

  /// A link, where the address may be linked.
  func link(_ text: String, to address: String?) -> String {
    MarkdownEscaping.link(text, to: address, for: place)
  }
}
