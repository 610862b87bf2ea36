// The templates of this folder, as built into the program.

/// The templates of this folder, as built into the program.
package enum BuiltInTemplates {
  /// File names and their text, by name.
  package static let files: [(name: String, text: String)] = [
    ("index.html", PackageResources.index_html),
    ("brief.html", PackageResources.brief_html),
    ("feed.xml", PackageResources.feed_xml),
    ("foot.html", PackageResources.foot_html),
    ("head.html", PackageResources.head_html),
    ("episode.html", PackageResources.episode_html),
    ("issue.html", PackageResources.issue_html),
    ("issue.txt", PackageResources.issue_txt),
    ("quote.html", PackageResources.quote_html),
    ("style.css", PackageResources.style_css),
    ("topic.html", PackageResources.topic_html),
  ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
}
