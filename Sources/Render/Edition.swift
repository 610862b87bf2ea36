// The door to Render: issues out as text, page, site, mail, Markdown or JSON.
//
// Everything else in this folder is implementation. Pure until SiteWriter; the only place that
// knows HTML. May import Model and Templates.

package import Model
import Templates

/// The templates, parsed and ready.
package struct Edition: Sendable {
  /// One file of the site: its path from the top, and its text.
  package typealias File = (path: String, text: String)

  private let page: TemplateRenderer
  private let plain: TemplateRenderer
  private let texts: [String: String]
  private let measure: @Sendable (String) -> Int
  private let day: @Sendable (Timestamp) -> CalendarDay

  /// The names of the built-in template files.
  package static var templateNames: [String] { BuiltInTemplates.files.map(\.name) }
  /// The built-in template files, to start own ones from.
  package static var templates: [(name: String, text: String)] { BuiltInTemplates.files }
  /// Whether a file of the operator's folder is a template: one in place of a built-in file, or one
  /// that those may include.
  package static func isTemplate(_ name: String) -> Bool {
    templateNames.contains(name)
      || (!name.hasPrefix(".")
        && [".html", ".txt", ".xml", ".mustache"].contains(where: name.hasSuffix))
  }

  /// Files of the operator's that neither replace a built-in one nor are included by any: a slip,
  /// mostly.
  package let unused: [String]

  /// Built-in files that are printed as they are.
  private static let verbatim: Set<String> = ["style.css", "search.js"]

  /// Parses all templates, so that a fault shows before anything else is done.
  ///
  /// - Parameters:
  ///   - replacements: Texts in place of built-in files, by file name, and files that those include.
  ///   - day: The day of a moment where the publication is.
  ///   - measure: The cells that a text takes in plain text.
  package init(
    replacements: [String: String] = [:],
    day: @escaping @Sendable (Timestamp) -> CalendarDay = { $0.utcDay },
    measure: @escaping @Sendable (String) -> Int
  ) throws(TemplateError) {
    var files = Dictionary(uniqueKeysWithValues: BuiltInTemplates.files.map { ($0.name, $0.text) })
    files.merge(replacements) { $1 }
    var templates: [String: Template] = [:]
    for (name, text) in files.sorted(by: { $0.key < $1.key })
    where !Self.verbatim.contains(name) {
      templates[name] = try Template(text, name: name)
    }
    try Template.check(templates)
    let included = Template.inclusions(in: templates)
    unused = replacements.keys.filter { name in
      !Self.templateNames.contains(name) && !included.contains(name)
    }.sorted()
    page = TemplateRenderer(templates, escaping: .always)
    plain = TemplateRenderer(templates, escaping: .never)
    texts = files.filter { Self.verbatim.contains($0.key) }
    (self.day, self.measure) = (day, measure)
  }

  /// The plain text edition: 72 columns, numbered links.
  package func text(_ issue: Issue, flowed: Bool = false) throws(TemplateError) -> String {
    let layout = TextLayout(flowed: flowed, measure: measure)
    let text = try plain.render("issue.txt", IssueText.value(issue, layout: layout))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The issue's page by itself; it links into the published site.
  package func page(_ issue: Issue) throws(TemplateError) -> String {
    let common = SiteView.common(
      issue, style: style, root: issue.baseURL, isSite: false,
      path: "issues/\(issue.window.slug).html")
    return try page.render("issue.html", view.value(issue, site: common))
  }

  /// The issue as a mail message: the text edition, and a page of its own for mail programs.
  package func mail(_ issue: Issue, from: Mailbox, to: [Mailbox], unsubscribe: [MailLink]) throws
    -> MailMessage
  {
    let common = SiteView.common(
      issue, style: "", root: issue.baseURL, isSite: false,
      path: "issues/\(issue.window.slug).html")
    let html = try page.render(
      "mail.html", MailView.value(issue, view, site: common, unsubscribe: unsubscribe.first))
    return try MailMessage(
      issue, from: from, to: to, unsubscribe: unsubscribe,
      text: try text(issue, flowed: true), isFlowed: true, html: html)
  }

  /// The issue as Markdown; see `IssueMarkdown.render`.
  package func markdown(_ issue: Issue, frontMatter: Bool) -> String {
    IssueMarkdown.render(issue, frontMatter: frontMatter)
  }

  /// The issue as JSON, by contract.
  package func json(_ issue: Issue) throws -> String { try IssueJSON.encode(issue) }

  private var view: IssueView { IssueView(day: day) }
  private var style: String { texts["style.css"] ?? "" }

  // MARK: The site

  /// The whole site: every issue's page and text, the topics over the months, the episodes, archive,
  /// feeds, sources, site map and search.
  ///
  /// The same issues give the same files.
  ///
  /// - Parameters:
  ///   - latest: The newest issue whose content is known: it gives title, language and sources.
  ///   - listings: All issues, newest first.
  ///   - topics: The names of an issue's topics, by the issue's name, so that no topic is held longer
  ///     than it must be; one that is missing there is held to the end.
  ///   - issue: An issue by its name; `nil` when its content is not known, and then its pages stay as
  ///     they are.
  ///   - emit: Takes one file after the other; of issues no more than one is held at a time.
  /// - Returns: Whether these are all files of the site: that of every issue the content is known.
  /// - Complexity: O(*n*) in the quotes of all issues; in memory, those of the issues that topics are
  ///   still going on in, and a line of every other topic.
  @discardableResult
  package func site(
    _ latest: Issue, listings: [IssueListing], topics: (String) throws -> [String],
    issue: (String) throws -> Issue?, emit: (File) throws -> Void
  ) throws -> Bool {
    var paths: [String] = []
    func add(_ path: String, _ text: String) throws {
      paths.append(path)
      try emit((path, text))
    }
    func common(_ path: String) -> [String: TemplateValue] {
      SiteView.common(
        latest, style: style, root: path.contains("/") ? "../" : "", isSite: true, path: path)
    }
    func render(
      _ path: String, _ template: String, _ value: ([String: TemplateValue]) -> TemplateValue
    ) throws {
      try add(path, try page.render(template, value(common(path))))
    }
    func render(_ topic: TopicHistory) throws {
      try render("topics/\(topic.latest.slug).html", "topic.html") {
        TopicView.value(topic, view, title: latest.title, common: $0)
      }
    }
    var oldest: [String: String] = [:]
    for listing in listings {
      for topic in try topics(listing.slug) { oldest[topic] = listing.slug }
    }
    var histories = TopicHistories(oldest: oldest)
    var known: [IssueListing] = []
    var contents: [String: String] = [:]
    var heard: Set<String> = []
    for listing in listings {
      guard let issue = try issue(listing.slug) else { continue }
      known.append(listing)
      for topic in histories.add(issue) { try render(topic) }
      try render("issues/\(listing.slug).html", "issue.html") { site in
        var site = site
        SiteView.addNeighbours(of: listing.slug, in: listings, to: &site)
        return view.value(issue, site: site)
      }
      try add("issues/\(listing.slug).txt", try text(issue))
      try add("search/\(listing.slug).js", SearchShard.build(SearchEntries.of(issue)))
      for episode in issue.unmutedEpisodes where heard.insert(episode.id).inserted {
        try render("episodes/\(EpisodeView.slug(of: episode.id)).html", "episode.html") {
          EpisodeView.value(episode, in: issue, view, common: $0)
        }
      }
      if known.count <= SiteFeed.whole { contents[listing.slug] = try content(issue, of: latest) }
    }
    for topic in histories.rest() { try render(topic) }
    let pages = TopicView.pages(histories.groups)
    for (year, groups) in pages {
      let path = year.map { "topics-\($0).html" } ?? "topics/index.html"
      try render(path, "topics.html") {
        TopicView.list(
          groups, year: year, years: pages.compactMap(\.year), title: latest.title, common: $0)
      }
    }
    try render("index.html", "index.html") { SiteView.archive(listings, common: $0) }
    try render("search.html", "search.html") {
      SiteView.search(listings, known, title: latest.title, common: $0)
    }
    try add("search.js", texts["search.js"] ?? "")
    let entries = SiteFeed.entries(listings, contents: contents)
    try render("feed.xml", "feed.xml") { SiteFeed.atom(entries, common: $0) }
    try add("feed.json", try SiteFeed.json(entries, of: latest))
    try render("sources.opml", "sources.opml") { SiteView.sources(latest, common: $0) }
    try render("sitemap.xml", "sitemap.xml") { SiteView.map(paths, listings, common: $0) }
    return known.count == listings.count
  }

  /// An issue whole, for the site's feeds: with addresses from the root of the site as it is now.
  private func content(_ issue: Issue, of latest: Issue) throws(TemplateError) -> String {
    let site = SiteView.common(
      latest, style: "", root: latest.baseURL, isSite: true,
      path: "issues/\(issue.window.slug).html")
    return try page.render("feed-content.html", view.value(issue, site: site))
  }
}
