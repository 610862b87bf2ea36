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
  private let layout: TextLayout

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
  ///   - measure: The cells that a text takes in plain text.
  package init(
    replacements: [String: String] = [:], measure: @escaping @Sendable (String) -> Int
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
    layout = TextLayout(measure: measure)
  }

  /// The plain text edition: 72 columns, numbered links.
  package func text(_ issue: Issue) throws(TemplateError) -> String {
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
    return try page.render("issue.html", IssueView.value(issue, site: common))
  }

  /// The issue as a mail message: the text edition, and a page of its own for mail programs.
  package func mail(_ issue: Issue, from: Mailbox, to: [Mailbox], unsubscribe: [MailLink]) throws
    -> MailMessage
  {
    let common = SiteView.common(
      issue, style: "", root: issue.baseURL, isSite: false,
      path: "issues/\(issue.window.slug).html")
    let html = try page.render(
      "mail.html", MailView.value(issue, site: common, unsubscribe: unsubscribe.first))
    return try MailMessage(
      issue, from: from, to: to, unsubscribe: unsubscribe, text: try text(issue), isFlowed: false,
      html: html)
  }

  /// The issue as JSON, by contract.
  package func json(_ issue: Issue) throws -> String { try IssueJSON.encode(issue) }

  private var style: String { texts["style.css"] ?? "" }

  // MARK: The site

  /// The whole site: every issue's page and text, the topics over the months, the episodes, archive,
  /// feeds, sources, site map and search.
  ///
  /// The same issues give the same files.
  ///
  /// - Parameters:
  ///   - issues: Those whose content is known, newest first; the first one gives title, language and
  ///     sources.
  ///   - listings: All issues, newest first.
  /// - Complexity: O(*n*) in the quotes of all issues.
  package func site(_ issues: [Issue], listings: [IssueListing]) throws -> [File] {
    guard let latest = issues.first else { return [] }
    func common(_ path: String) -> [String: TemplateValue] {
      SiteView.common(
        latest, style: style, root: path.contains("/") ? "../" : "", isSite: true, path: path)
    }
    func render(_ path: String, _ template: String, _ value: TemplateValue) throws(TemplateError)
      -> File
    {
      (path, try page.render(template, value))
    }
    var files: [File] = []
    for issue in issues {
      let path = "issues/\(issue.window.slug).html"
      var site = common(path)
      SiteView.addNeighbours(of: issue.window.slug, in: listings, to: &site)
      files.append(try render(path, "issue.html", IssueView.value(issue, site: site)))
      files.append(("issues/\(issue.window.slug).txt", try text(issue)))
      files.append(
        ("search/\(issue.window.slug).js", SearchShard.build(SearchEntries.of(issue))))
    }
    let topics = TopicHistory.all(issues)
    for topic in topics {
      let path = "topics/\(topic.latest.slug).html"
      files.append(try render(path, "topic.html", TopicView.value(topic, common: common(path))))
    }
    files.append(
      try render(
        "topics/index.html", "topics.html",
        TopicView.list(topics, common: common("topics/index.html"))))
    var seen: Set<String> = []
    for issue in issues {
      for episode in issue.episodes where seen.insert(episode.id).inserted {
        let path = "episodes/\(EpisodeView.slug(of: episode.id)).html"
        files.append(
          try render(
            path, "episode.html", EpisodeView.value(episode, in: issue, common: common(path))))
      }
    }
    files.append(
      try render("index.html", "index.html", SiteView.archive(listings, common: common(""))))
    files.append(
      try render(
        "search.html", "search.html",
        SiteView.search(listings, issues, topics, common: common("search.html"))))
    files.append(("search.js", texts["search.js"] ?? ""))
    files += try feeds(issues, listings, common: common(""))
    files.append(
      try render("sources.opml", "sources.opml", SiteView.sources(latest, common: common(""))))
    files.append(
      try render(
        "sitemap.xml", "sitemap.xml",
        SiteView.map(files.map(\.path), listings, common: common(""))))
    return files
  }

  /// `feed.xml` and `feed.json`: the newest issues whole, the others by their lines.
  private func feeds(
    _ issues: [Issue], _ listings: [IssueListing], common: [String: TemplateValue]
  ) throws -> [File] {
    var contents: [String: String] = [:]
    for issue in issues.prefix(SiteFeed.whole) {
      let site = SiteView.common(
        issue, style: "", root: issue.baseURL, isSite: true,
        path: "issues/\(issue.window.slug).html")
      contents[issue.window.slug] = try page.render(
        "feed-content.html", IssueView.value(issue, site: site))
    }
    let entries = SiteFeed.entries(listings, contents: contents)
    return [
      ("feed.xml", try page.render("feed.xml", SiteFeed.atom(entries, common: common))),
      ("feed.json", try SiteFeed.json(entries, of: issues[0])),
    ]
  }
}
