// An issue to the values that the HTML part of its mail prints.

import Model

/// An issue to the values that the HTML part of its mail prints.
enum MailView {
  /// The values of `mail.html`: those of `issue.html`, and `web` and `unsubscribe`.
  ///
  /// - Parameters:
  ///   - view: How its quotes and days are shown.
  ///   - site: Values that every page has; its `root` is the site's address.
  ///   - unsubscribe: How to leave; `nil`: the list that it goes to says so itself.
  static func value(
    _ issue: Issue, _ view: IssueView, site: [String: TemplateValue], unsubscribe: MailLink?
  ) -> TemplateValue {
    var fields = site
    fields["web"] =
      issue.baseURL.isEmpty
      ? .nothing
      : TemplateValue(HTMLEscaping.link("\(issue.baseURL)issues/\(issue.window.slug).html"))
    fields["unsubscribe"] = TemplateValue(unsubscribe?.address)
    return view.value(issue, site: fields)
  }
}
