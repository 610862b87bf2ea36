// Why a message cannot be made of what the operator wrote.

/// Why an address, a link or a site cannot stand in a message.
package enum MailProblem: Error, Equatable {
  /// The text has a line break or another control character.
  case control(String)
  /// The text is no address with an optional name before it.
  case noMailbox(String)
  /// What stands before the `@` is nothing that a mail server takes.
  case localPart(String)
  /// What stands before the `@` has letters beyond ASCII.
  case foreignLocalPart(String)
  /// What stands behind the `@` is no domain.
  case domain(String)
  /// A domain has letters beyond ASCII.
  case foreignDomain(String)
  /// The address has more bytes than SMTP lets through.
  case tooLong(String)
  /// The text is no link that may stand in a header.
  case link(String)
  /// The site's address names no host.
  case site(String)

  /// What is wrong and what to do, lower case.
  package var message: String {
    switch self {
    case .control(let text):
      "'\(MailText.oneLine(text))' has a line break or a control character in it; take it out"
    case .noMailbox(let text):
      "'\(text)' is no mail address; write name@example.org or Name <name@example.org>, "
        + "one in each text"
    case .localPart(let address):
      "'\(address)' has no usable name before the @; letters, digits and . _ + - can be used"
    case .foreignLocalPart(let address):
      "'\(address)' has letters beyond ASCII before the @, which most mail servers refuse; "
        + "use an address of plain letters"
    case .domain(let address):
      "'\(address)' has no domain behind the @; expected one such as example.org"
    case .foreignDomain(let domain):
      "the domain '\(domain)' has letters beyond ASCII; write it as its xn-- form (punycode)"
    case .tooLong(let address):
      "'\(address)' is too long for a mail address: at most 64 characters before the @ and 254 in all"
    case .link(let text):
      "'\(MailText.oneLine(text))' is no link for a header; expected https://…, http://… or "
        + "mailto:…, of ASCII without blanks"
    case .site(let address):
      "'\(MailText.oneLine(address))' names no host; write the site's address as "
        + "https://digest.example.org/"
    }
  }
}
