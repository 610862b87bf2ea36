// An issue to the values that its text edition's template prints: laid out, with numbered links.

package import Model

/// An issue to the values of `issue.txt`: every value is laid out already, links are numbered in
/// order.
///
/// A new section is a line in `fields`, a function that makes its blocks, and a heading in the
/// template.
package struct IssueText {
  let layout: TextLayout
  private var links: [String] = []
  private var numbers: [String: Int] = [:]

  /// The values of `issue.txt`.
  package static func value(_ issue: Issue, layout: TextLayout) -> TemplateValue {
    var text = IssueText(layout: layout)
    return .object(text.fields(issue))
  }

  private init(layout: TextLayout) { self.layout = layout }

  /// In reading order, which is the order of the links' numbers.
  private mutating func fields(_ issue: Issue) -> [String: TemplateValue] {
    let composition = IssueComposition(issue)
    var fields: [String: TemplateValue] = [:]
    fields["masthead"] = lines(masthead(issue))
    fields["is_empty"] = .flag(issue.isEmpty)
    fields["note"] = blocks(issue.editorial.note.map { paragraph($0) })
    fields["corrections"] = lines(issue.editorial.corrections.map { item($0) })
    fields["in_short"] = lines(inShort(issue, composition))
    fields["decisions"] = lines(
      issue.decisions.map {
        item(IssuePhrases.decision($0), link: $0.proposal.resolution ?? $0.proposal.url)
      })
    fields["announced"] = blocks(composition.announced.map { brief($0.thread, $0.quote) })
    fields["deadlines"] = blocks(issue.deadlines.map { deadline($0) })
    fields["leads"] = .list(composition.leads.enumerated().map { .text(story($1, $0 + 1)) })
    fields["moving"] = blocks(composition.moving.map { brief($0.thread, $0.quote) })
    fields["fresh"] = blocks(composition.fresh.map { brief($0.thread, $0.quote) })
    fields["further"] = lines(further(composition.further))
    fields["episodes"] = blocks(composition.episodes.map { episode($0) })
    fields["articles"] = blocks(composition.articles.map { article($0) })
    fields["titles"] = blocks(also(composition))
    fields["quote_of_the_week"] = blocks([issue.quoteOfTheWeek].compactMap { $0 }.map { quote($0) })
    fields["glossary"] = lines(issue.glossary.map { term($0) })
    fields["missing"] = lines(issue.missing.map { item("\($0.source): \($0.what)") })
    fields["colophon"] = blocks([paragraph(IssuePhrases.colophon)])
    fields["links"] = lines(links.enumerated().map { layout.line("[\($0 + 1)] \($1)") })
    return fields.withPresence
  }

  private func masthead(_ issue: Issue) -> [String] {
    let counts = IssuePhrases.counts(issue.statistics).joined(separator: " - ")
    return [issue.title.uppercased(), issue.window.spelled, counts]
      .filter { !$0.isEmpty }.map { layout.centered(HTMLEscaping.disarmed($0)) }
  }

  private func inShort(_ issue: Issue, _ composition: IssueComposition) -> [String] {
    let news = IssueComposition.inShort(issue, composition)
      .map { item($0.note.isEmpty ? $0.text : "\($0.text) (\($0.note))") }
    let isQuiet = !issue.registries.isEmpty && issue.decisions.isEmpty
    return news + (isQuiet ? [item(IssuePhrases.unchanged)] : [])
  }

  private mutating func deadline(_ deadline: Issue.Deadline) -> String {
    joined([item("\(deadline.day.long): \(deadline.title)"), quote(deadline.quote)])
  }

  private mutating func also(_ composition: IssueComposition) -> [String] {
    guard !composition.titles.isEmpty else { return [] }
    let titles = composition.titles.map {
      item("\($0.title) (\($0.site))", link: $0.url)
    }
    let more = composition.furtherArticles
    let rest = more > 0 ? [paragraph("And \(Words.count(more, "article")) more.")] : []
    return [(["Also published:"] + titles + rest).joined(separator: "\n")]
  }

  private func further(_ count: Int) -> [String] {
    count > 0 ? [paragraph("And \(Words.count(count, "thread")) more.")] : []
  }

  private mutating func term(_ term: Issue.Term) -> String {
    guard let source = term.quote else { return item("\(term.name): \(term.definition ?? "")") }
    return joined([item("\(term.name):"), quote(source)])
  }
}

/// What sections are made of.
extension IssueText {
  /// A paragraph, with the number of a link behind it.
  mutating func paragraph(_ text: String, link address: String?) -> String {
    paragraph(text + mark(address))
  }

  /// A paragraph.
  func paragraph(_ text: String, first: String = "", rest: String = "") -> String {
    layout.wrap(HTMLEscaping.disarmed(text), first: first, rest: rest)
  }

  /// An item of a list, with the number of a link behind it.
  mutating func item(_ text: String, link address: String?) -> String { item(text + mark(address)) }

  /// An item of a list.
  func item(_ text: String) -> String { paragraph(text, first: "* ", rest: "  ") }

  /// A quote with its source on a line of its own.
  mutating func quote(_ quote: Quote) -> String {
    let place = IssuePhrases.place(of: quote).map { ", \($0)" } ?? ""
    let source = IssuePhrases.author(of: quote) + place + mark(quote.url)
    return joined([
      layout.quote(HTMLEscaping.disarmed(quote.text)), paragraph(source, first: "-- ", rest: "   "),
    ])
  }

  /// Parts under one another.
  func joined(_ parts: [String]) -> String { parts.joined(separator: "\n") }

  /// Parts with an empty line between.
  func apart(_ parts: [String]) -> String { parts.joined(separator: "\n\n") }

  /// ` [7]` for an address, the same number for the same address; empty for none that may be
  /// linked.
  mutating func mark(_ address: String?) -> String {
    guard let address = HTMLEscaping.link(address) else { return "" }
    if let known = numbers[address] { return " [\(known)]" }
    links.append(address)
    numbers[address] = links.count
    return " [\(links.count)]"
  }

  private func lines(_ parts: [String]) -> TemplateValue {
    parts.isEmpty ? .nothing : .text(joined(parts))
  }

  private func blocks(_ parts: [String]) -> TemplateValue {
    parts.isEmpty ? .nothing : .text(apart(parts))
  }
}
