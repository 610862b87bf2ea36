// The names that a site gives to its issues and to its list.

/// Where a publication lives, as far as the names of its messages go.
package struct MailSite: Equatable, Sendable {
  /// The host, lower case.
  let host: String
  /// The parts of the path, as labels; they tell publications on one host apart.
  let path: [String]

  /// Reads the site's address: `https://digest.example.org/` or `https://example.org/digests/rust/`.
  package init(_ address: String) throws(MailProblem) {
    let lower = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else {
      throw .site(address)
    }
    let rest = lower.dropFirst(scheme.count).prefix { $0 != "?" && $0 != "#" }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    var host = String((parts.first ?? "").split(separator: "@").last ?? "")
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
      host = Self.label(host[..<end])
    } else {
      host = String(host.prefix { $0 != ":" })
    }
    guard host.utf8.allSatisfy({ $0 < 0x80 }) else { throw .foreignDomain(host) }
    guard Self.isDomain(host) else { throw .site(address) }
    self.host = host
    path = parts.dropFirst().map(Self.label).filter { !$0.isEmpty }
  }

  /// The site of a publication that is only mailed: the sender's domain.
  package init(of sender: Mailbox) { (host, path) = (sender.domain, []) }

  /// The Message-ID of an issue, always the same: `<2026-W47.hallway@digest.example.org>`.
  ///
  /// Source: RFC 5322 §3.6.4.
  ///
  /// - Parameter issue: The issue's name in addresses.
  package func messageID(of issue: String) -> String {
    let left = ([Self.label(issue[...], keepsCase: true)] + path + ["hallway"])
      .filter { !$0.isEmpty }.joined(separator: ".")
    return "<\(left)@\(host)>"
  }

  /// The list's name: `<hallway.digest.example.org>`, with a path `<hallway.rust.example.org>`.
  ///
  /// Source: RFC 2919 §3: it need not be a host, and stays when the mail server changes.
  package var listID: String {
    "<\((["hallway"] + path.reversed() + [host]).joined(separator: "."))>"
  }

  /// ASCII letters and digits, with hyphens for all else.
  private static func label(_ text: Substring, keepsCase: Bool) -> String {
    var label = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, MailText.isAlphanumeric(UInt8(truncatingIfNeeded: scalar.value)) {
        label.unicodeScalars.append(scalar)
      } else if !label.isEmpty, label.last != "-" {
        label += "-"
      }
    }
    if label.last == "-" { label.removeLast() }
    return keepsCase ? label : label.lowercased()
  }

  private static func label(_ text: Substring) -> String { label(text, keepsCase: false) }

  /// Whether a text is a domain of letters, digits and hyphens (RFC 1123 §2.1).
  static func isDomain(_ text: String) -> Bool {
    text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { MailText.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
      }
  }
}

/// A link that may stand in a header, between angle brackets.
package struct MailLink: Equatable, Sendable {
  /// The address: ASCII, without blanks, brackets and quotes.
  package let address: String

  /// Takes `https`, `http` and `mailto` addresses.
  package init(_ address: String) throws(MailProblem) {
    guard let link = HTMLEscaping.link(address), link == address, address.utf8.count <= 900,
      address.utf8.allSatisfy({
        (0x21...0x7E).contains($0) && !"<>\"\\^`{|}".utf8.contains($0)
      })
    else { throw .link(address) }
    self.address = address
  }

  /// Whether it can be asked without anybody reading along.
  var isSecure: Bool { address.prefix(8).lowercased() == "https://" }
}
