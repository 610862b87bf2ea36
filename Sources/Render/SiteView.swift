// What every page has, and the values of the pages around the issues.

package import Model

/// An issue in a list of issues.
package struct IssueListing: Equatable, Sendable {
  /// Its name in addresses.
  package let slug: String
  /// Its days, for a reader.
  package let window: String
  /// Its first day.
  package let firstDay: CalendarDay
  /// Its own date: the first moment after its window.
  package let until: Timestamp
  /// The lines of "In short".
  package let lines: [String]

  /// Creates a listing.
  package init(
    slug: String, window: String, firstDay: CalendarDay, until: Timestamp, lines: [String]
  ) {
    (self.slug, self.window, self.firstDay) = (slug, window, firstDay)
    (self.until, self.lines) = (until, lines)
  }

  /// The listing of an issue.
  package init(_ issue: Issue) {
    self.init(
      slug: issue.window.slug, window: issue.window.spelled, firstDay: issue.window.firstDay,
      until: issue.window.until,
      lines: IssueComposition.inShort(issue, IssueComposition(issue)).map {
        $0.note.isEmpty ? $0.text : "\($0.text) (\($0.note))"
      })
  }
}

/// The values of the pages around the issues.
enum SiteView {
  /// What every page has.
  ///
  /// - Parameters:
  ///   - issue: Whose publication it is.
  ///   - root: The path from the page to the site's top: empty, or `../`; the site's address for a
  ///     page by itself.
  ///   - isSite: Whether the page is a file of the site.
  ///   - path: The page's own path from the site's top.
  static func common(
    _ issue: Issue, style: String, root: String, isSite: Bool, path: String
  ) -> [String: TemplateValue] {
    [
      "title": TemplateValue(issue.title), "lang": TemplateValue(issue.language),
      "base_url": TemplateValue(issue.baseURL), "root": TemplateValue(root),
      // A page without a place in a site has nothing to link to.
      "published": .flag(isSite || !issue.baseURL.isEmpty),
      "home": isSite ? TemplateValue(root + "index.html") : .nothing,
      "canonical": issue.baseURL.isEmpty ? .nothing : TemplateValue(issue.baseURL + path),
      // A style sheet is the operator's own; only its end could leave the element.
      "style": .html(
        HTML(
          trusted: style.split(separator: "</", omittingEmptySubsequences: false).joined(
            separator: "<\\/"))),
    ]
  }

  /// Adds the issues before and after one.
  static func addNeighbours(
    of slug: String, in listings: [IssueListing], to fields: inout [String: TemplateValue]
  ) {
    guard let place = listings.firstIndex(where: { $0.slug == slug }) else { return }
    func link(_ index: Int) -> TemplateValue {
      listings.indices.contains(index) ? listing(listings[index]) : .nothing
    }
    (fields["previous"], fields["next"]) = (link(place + 1), link(place - 1))
  }

  static func listing(_ issue: IssueListing) -> TemplateValue {
    .object([
      "slug": TemplateValue(issue.slug), "window": TemplateValue(issue.window),
      "first_day": TemplateValue(issue.firstDay.iso8601),
      "until": TemplateValue(issue.until.rfc3339),
      "lines": .list(issue.lines.map { TemplateValue($0) }),
    ])
  }

  /// The values of `index.html`.
  static func archive(_ issues: [IssueListing], common: [String: TemplateValue]) -> TemplateValue {
    var fields = common
    fields["page_title"] = common["title"]
    fields["description"] = TemplateValue(issues.first?.lines.joined(separator: " · "))
    fields["issues"] = .list(issues.map(listing))
    fields["latest"] = issues.first.map(listing) ?? .nothing
    fields["years"] = .list(
      years(issues.dropFirst().map(\.firstDay)).map { year in
        .object([
          "year": TemplateValue(year),
          "issues": .list(
            issues.dropFirst().filter { $0.firstDay.year == year }.map(listing)),
        ])
      })
    return .object(fields.withPresence)
  }

  /// The years of days, newest first, each once: an issue over the turn of the year stands among those
  /// of the next.
  static func years(_ days: [CalendarDay]) -> [Int] { Set(days.map(\.year)).sorted(by: >) }

  /// The values of `search.html`.
  ///
  /// - Parameter known: The issues that can be searched.
  static func search(
    _ listings: [IssueListing], _ known: [IssueListing], title: String,
    common: [String: TemplateValue]
  ) -> TemplateValue {
    var fields = common
    fields["page_title"] = TemplateValue("Search - \(title)")
    fields["scripts"] = .flag(true)
    fields["issues"] = .list(listings.map(listing))
    fields["shards"] = .list(known.map(listing))
    return .object(fields.withPresence)
  }

  /// The values of `sources.opml`.
  static func sources(_ issue: Issue, common: [String: TemplateValue]) -> TemplateValue {
    var fields = common
    fields["sources"] = .list(
      issue.sources.compactMap { source in
        HTMLEscaping.link(source.address).map {
          .object([
            "name": TemplateValue(source.name), "url": TemplateValue($0),
            "kind": TemplateValue(source.kind),
            "category": TemplateValue(
              source.folder.isEmpty ? nil : "/" + source.folder.joined(separator: "/")),
          ])
        }
      })
    return .object(fields.withPresence)
  }

  /// The values of `sitemap.xml` (sitemaps.org, protocol 0.9): the pages among the site's files.
  static func map(
    _ paths: [String], _ listings: [IssueListing], common: [String: TemplateValue]
  ) -> TemplateValue {
    var fields = common
    let dates = Dictionary(
      listings.map { ("issues/\($0.slug).html", $0.until.rfc3339) }, uniquingKeysWith: { $1 })
    fields["pages"] = .list(
      paths.filter { $0.hasSuffix(".html") }.sorted().map { path in
        .object([
          "path": TemplateValue(path == "index.html" ? "" : path),
          "date": TemplateValue(dates[path]),
        ])
      })
    return .object(fields)
  }
}
