// The templates of this folder, as built into the program.

/// The templates of this folder, as built into the program.
package enum BuiltInTemplates {
  /// File names and their text, by name.
  package static let files: [(name: String, text: String)] = [
    ("brief.html", PackageResources.brief_html),
    ("episode.html", PackageResources.episode_html),
    ("feed-content.html", PackageResources.feed_content_html),
    ("feed.xml", PackageResources.feed_xml),
    ("foot.html", PackageResources.foot_html),
    ("head.html", PackageResources.head_html),
    ("index.html", PackageResources.index_html),
    ("issue-body.html", PackageResources.issue_body_html),
    ("issue.html", PackageResources.issue_html),
    ("issue.txt", PackageResources.issue_txt),
    ("mail-body.html", PackageResources.mail_body_html),
    ("mail-brief.html", PackageResources.mail_brief_html),
    ("mail-quote.html", PackageResources.mail_quote_html),
    ("mail-section.html", PackageResources.mail_section_html),
    ("mail-small.html", PackageResources.mail_small_html),
    ("mail-title.html", PackageResources.mail_title_html),
    ("mail.html", PackageResources.mail_html),
    ("quote.html", PackageResources.quote_html),
    ("search.html", PackageResources.search_html),
    ("search.js", PackageResources.search_js),
    ("sitemap.xml", PackageResources.sitemap_xml),
    ("sources.opml", PackageResources.sources_opml),
    ("style.css", PackageResources.style_css),
    ("topic.html", PackageResources.topic_html),
    ("topics.html", PackageResources.topics_html),
  ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
}
