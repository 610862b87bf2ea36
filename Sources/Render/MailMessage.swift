// One issue as a mail message: head, plain text and HTML, the same bytes for the same issue.

package import Model

/// One issue as a mail message.
///
/// No clock and no chance has a part in it: the same values give the same bytes.
///
/// Source: RFC 5322, RFC 2045 to 2047, RFC 2046 §5.1.4 (`multipart/alternative`).
package struct MailMessage: Equatable, Sendable {
  /// Who sends it.
  package var from: Mailbox
  /// Whom the head names; empty: nobody, as befits a message to many who do not know each other.
  package var to: [Mailbox]
  /// What it is about.
  package var subject: String
  /// The issue's own date.
  package var date: Timestamp
  /// The publication's title, as the list's name for readers.
  package var listTitle: String
  /// Where the publication lives.
  package var site: MailSite
  /// The issue's name in addresses.
  package var issue: String
  /// The publication's site; `nil`: it is only mailed.
  package var archive: MailLink?
  /// The issue's page; `nil`: it has none.
  package var page: MailLink?
  /// How to leave, the preferred way first.
  ///
  /// An `https` address promises that a POST of `List-Unsubscribe=One-Click` is enough (RFC 8058).
  package var unsubscribe: [MailLink]
  /// The language tag of the publication (BCP 47).
  package var language: String
  /// The plain text.
  package var text: String
  /// Whether lines of the text that end in a blank go on in the next (RFC 3676).
  package var isFlowed: Bool
  /// The HTML page.
  package var html: String

  /// Creates the message of an issue.
  ///
  /// - Throws: When the site's address is given and is none.
  package init(
    _ issue: Issue, from: Mailbox, to: [Mailbox], unsubscribe: [MailLink] = [], text: String,
    isFlowed: Bool, html: String
  ) throws(MailProblem) {
    let base = issue.baseURL
    (self.from, self.to, self.unsubscribe) = (from, to, unsubscribe)
    (self.text, self.isFlowed, self.html) = (text, isFlowed, html)
    subject = "\(issue.title): \(issue.window.spelled)"
    (date, listTitle) = (issue.window.until, issue.title)
    (self.issue, language) = (issue.window.slug, issue.language)
    site = try base.isEmpty ? MailSite(of: from) : MailSite(base)
    archive = try base.isEmpty ? nil : MailLink(base)
    page = try base.isEmpty ? nil : MailLink(base + "issues/\(issue.window.slug).html")
  }

  /// Whether it goes to somebody for a look: then it must not be taken for the message itself, which
  /// a program that keeps no message twice would hide.
  package var isForALook = false

  /// The Message-ID, brackets included; it tells whether an issue was sent already.
  package var id: String {
    site.messageID(of: isForALook ? "\(issue).look-\(StableHash.of(text + html))" : issue)
  }

  /// Whether Gmail is likely to cut the page off ("message clipped"), which it does beyond 102 KB.
  package var isLikelyClipped: Bool { html.utf8.count > 102 * 1024 }

  /// The whole message: lines of at most 78 ASCII characters that end in CRLF, except for links,
  /// which cannot be folded.
  package var bytes: [UInt8] {
    let parts = [
      (
        "text/plain; charset=utf-8\(isFlowed ? "; format=flowed" : "")", MailEncoding.shortest(text)
      ),
      ("text/html; charset=utf-8", MailEncoding.shortest(html)),
    ]
    let boundary = Self.boundary(parts.map(\.1))
    var message = head(boundary: boundary) + "\r\n"
    for (type, encoding) in parts {
      message += "--\(boundary)\r\nContent-Type: \(type)\r\n"
      message += "Content-Transfer-Encoding: \(encoding.name)\r\n\r\n\(encoding.body)\r\n"
    }
    message += "--\(boundary)--\r\n"
    return Array(message.utf8)
  }

  /// `=_` stands in no line of either encoding, so no boundary that begins with it can be met in a
  /// part (RFC 2045 §6.7); the rest only tells nested messages apart.
  private static func boundary(_ parts: [MailEncoding]) -> String {
    "=_hallway_" + StableHash.of(parts.map(\.body).joined())
  }

  private func head(boundary: String) -> String {
    var head = MailHeaders()
    head.add("Date", [MailHeaders.date(date)])
    head.add("From", [from])
    if to.isEmpty {
      head.add("To", ["undisclosed-recipients:;"])
    } else {
      head.add("To", to)
    }
    head.add("Subject", text: subject)
    head.add("Message-ID", [id])
    head.add("List-Id", phrase: listTitle, site.listID)
    if !unsubscribe.isEmpty {
      let last = unsubscribe.count - 1
      head.add(
        "List-Unsubscribe",
        unsubscribe.enumerated().map { "<\($1.address)>\($0 < last ? "," : "")" })
      if unsubscribe.contains(where: \.isSecure) {
        head.add("List-Unsubscribe-Post", ["List-Unsubscribe=One-Click"])
      }
    }
    if let archive { head.add("List-Archive", ["<\(archive.address)>"]) }
    if let page { head.add("Archived-At", ["<\(page.address)>"]) }
    // What a periodic process sends of its own accord is marked so (RFC 3834 §5.2): holiday notes
    // stay away. Exchange heeds only its own header; of its values, these two leave bounces alone.
    // `Precedence: bulk` would add nothing that List-Id does not say, and no standard has it.
    head.add("Auto-Submitted", ["auto-generated"])
    head.add("X-Auto-Response-Suppress", ["OOF,", "AutoReply"])
    head.add("MIME-Version", ["1.0"])
    if Self.isLanguageTag(language) { head.add("Content-Language", [language]) }
    head.add("Content-Type", ["multipart/alternative;", "boundary=\"\(boundary)\""])
    return head.text
  }

  private static func isLanguageTag(_ text: String) -> Bool {
    text.utf8.count <= 60
      && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
        (1...8).contains(part.utf8.count) && part.utf8.allSatisfy(MailText.isAlphanumeric)
      }
  }
}
