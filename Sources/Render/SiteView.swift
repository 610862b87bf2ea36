// What every page has, and the values of the pages around the issues.

package import Model

/// An issue in a list of issues.
package struct IssueListing: Sendable {
  /// Its name in addresses.
  package let slug: String
  /// Its days, for a reader.
  package let window: String
  /// Its own date: the first moment after its window.
  package let until: Timestamp
  /// The lines of "In short".
  package let lines: [String]

  /// Creates a listing.
  package init(slug: String, window: String, until: Timestamp, lines: [String]) {
    (self.slug, self.window, self.until, self.lines) = (slug, window, until, lines)
  }
}

/// The values of the pages around the issues.
package enum SiteView {
  /// What every page has.
  ///
  /// - Parameters:
  ///   - root: The path from the page to the site's top: empty, or `../`.
  ///   - home: Whether there is a site to link to; a page by itself has none.
  package static func common(
    title: String, language: String, baseURL: String, style: String, root: String, home: Bool
  ) -> [String: TemplateValue] {
    [
      "title": TemplateValue(title), "lang": TemplateValue(language),
      "base_url": TemplateValue(baseURL), "root": TemplateValue(root),
      // A page without a place in a site has nothing to link to.
      "published": .flag(home || !baseURL.isEmpty),
      "home": home ? TemplateValue(root + "index.html") : .nothing,
      // A style sheet is the operator's own; only its end could leave the element.
      "style": .html(
        HTML(
          trusted: style.split(separator: "</", omittingEmptySubsequences: false).joined(
            separator: "<\\/"))),
    ]
  }

  /// The values of `index.html` and `feed.xml`.
  package static func archive(_ issues: [IssueListing], common: [String: TemplateValue])
    -> TemplateValue
  {
    var fields = common
    fields["page_title"] = common["title"]
    fields["updated"] = TemplateValue(
      (issues.map(\.until).max() ?? Timestamp(seconds: 0)).rfc3339)
    fields["issues"] = .list(
      issues.map { issue in
        .object([
          "slug": TemplateValue(issue.slug), "window": TemplateValue(issue.window),
          "until": TemplateValue(issue.until.rfc3339),
          "lines": .list(issue.lines.map { TemplateValue($0) }),
        ])
      })
    return .object(fields)
  }

  /// The values of `topic.html`.
  package static func topic(_ topic: Topic, in issue: Issue, common: [String: TemplateValue])
    -> TemplateValue
  {
    var fields = common
    fields["page_title"] = TemplateValue("\(topic.label) - \(issue.title)")
    fields["label"] = TemplateValue(topic.label)
    fields["description"] = TemplateValue(topic.description)
    fields["issue"] = TemplateValue(issue.window.slug)
    fields["window"] = TemplateValue(issue.window.spelled)
    fields["refs"] = .list(topic.refs.map(IssueView.proposal))
    fields["said"] = .list(topic.summary.map { IssueView.quote($0) })
    fields["members"] = .list(topic.members.map(IssueView.member))
    fields["terms"] = .list(topic.terms.map { TemplateValue($0) })
    fields["weeks"] = Charts.weeks(topic.history).map(TemplateValue.html) ?? .nothing
    fields["history"] = .list(
      topic.history.reversed().map { week in
        .object([
          "week": TemplateValue(week.week),
          "count": TemplateValue(
            [
              week.posts > 0 ? Words.count(week.posts, "post") : nil,
              week.moments > 0 ? Words.count(week.moments, "moment") : nil,
            ].compactMap { $0 }.joined(separator: ", ")),
        ])
      })
    return .object(fields.withPresence)
  }
}
