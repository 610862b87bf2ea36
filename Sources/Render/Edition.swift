// The door to Render: an issue out as text, page, site or JSON.
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
  private let style: String
  private let layout: TextLayout

  /// The names of the built-in template files.
  package static var templateNames: [String] { BuiltInTemplates.files.map(\.name) }

  /// Parses all templates, so that a fault shows before anything else is done.
  ///
  /// - Parameters:
  ///   - replacements: Texts in place of built-in files, by file name.
  ///   - measure: The cells that a text takes in plain text.
  package init(
    replacements: [String: String] = [:], measure: @escaping @Sendable (String) -> Int
  ) throws(TemplateError) {
    var templates: [String: Template] = [:]
    var style = ""
    for (name, text) in BuiltInTemplates.files {
      let text = replacements[name] ?? text
      if name == "style.css" {
        style = text
      } else {
        templates[name] = try Template(text, name: name)
      }
    }
    try Template.check(templates)
    page = TemplateRenderer(templates, escaping: .always)
    plain = TemplateRenderer(templates, escaping: .never)
    self.style = style
    layout = TextLayout(measure: measure)
  }

  /// The plain text edition: 72 columns, numbered links.
  package func text(_ issue: Issue) throws(TemplateError) -> String {
    let text = try plain.render("issue.txt", IssueText.value(issue, layout: layout))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The issue's page.
  ///
  /// - Parameter root: The path to the site's top; `nil` for a page by itself.
  package func page(_ issue: Issue, root: String?) throws(TemplateError) -> String {
    // A page by itself links into the published site.
    let common = SiteView.common(
      title: issue.title, language: issue.language, baseURL: issue.baseURL, style: style,
      root: root ?? issue.baseURL, home: root != nil)
    return try page.render("issue.html", IssueView.value(issue, site: common))
  }

  /// The files of the site that an issue changes: its page and text, its topics' and its
  /// episodes' pages, the archive, the feed.
  ///
  /// - Parameters:
  ///   - issues: All issues, this one included, newest first.
  ///   - goneOn: Topics that a newer issue has written pages of: theirs stay.
  package func site(
    _ issue: Issue, issues: [IssueListing], goneOn: Set<String> = []
  ) throws(TemplateError) -> [File] {
    func common(_ root: String) -> [String: TemplateValue] {
      SiteView.common(
        title: issue.title, language: issue.language, baseURL: issue.baseURL, style: style,
        root: root, home: true)
    }
    var files: [File] = [
      ("issues/\(issue.window.slug).html", try page(issue, root: "../")),
      ("issues/\(issue.window.slug).txt", try text(issue)),
    ]
    for topic in issue.topics where !goneOn.contains(topic.slug) {
      files.append(
        (
          "topics/\(topic.slug).html",
          try page.render("topic.html", SiteView.topic(topic, in: issue, common: common("../")))
        ))
    }
    for episode in issue.episodes {
      files.append(
        (
          "episodes/\(EpisodeView.slug(of: episode.id)).html",
          try page.render(
            "episode.html", EpisodeView.value(episode, in: issue, common: common("../")))
        ))
    }
    let archive = SiteView.archive(issues, common: common(""))
    files.append(("index.html", try page.render("index.html", archive)))
    files.append(("feed.xml", try page.render("feed.xml", archive)))
    return files
  }

  /// The issue as JSON, by contract.
  package func json(_ issue: Issue) throws -> String { try IssueJSON.encode(issue) }
}
