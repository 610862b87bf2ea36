// One mail address with an optional name, read and checked.

/// One mail address with an optional name.
///
/// Source: RFC 5322 §3.4. Left out are comments, quoted names before the `@`, domain literals and
/// groups, which nobody writes into a configuration.
package struct Mailbox: Equatable, Sendable {
  /// The name before the address; `nil`: none.
  package let name: String?
  /// The bare address, ASCII: `name@example.org`.
  package let address: String
  /// What stands behind the `@`, lower case.
  package let domain: String

  /// Reads `name@example.org`, `Name <name@example.org>` or `"Name, quoted" <name@example.org>`.
  package init(_ text: String) throws(MailProblem) {
    guard !text.unicodeScalars.contains(where: MailText.isControl) else { throw .control(text) }
    let text = MailText.oneLine(text)
    guard let open = text.lastIndex(of: "<") else {
      guard !text.isEmpty, !text.contains(where: { $0 == ">" || $0 == "\"" }) else {
        throw .noMailbox(text)
      }
      try self.init(name: nil, address: text)
      return
    }
    guard text.last == ">", let name = Self.name(text[..<open]) else { throw .noMailbox(text) }
    try self.init(
      name: name.isEmpty ? nil : name,
      address: String(text[text.index(after: open)...].dropLast()))
  }

  private init(name: String?, address: String) throws(MailProblem) {
    guard let at = address.firstIndex(of: "@"), at == address.lastIndex(of: "@") else {
      throw .noMailbox(address)
    }
    let local = address[..<at]
    let domain = String(address[address.index(after: at)...])
    guard local.utf8.allSatisfy({ $0 < 0x80 }) else { throw .foreignLocalPart(address) }
    guard Self.isDotAtom(local) else { throw .localPart(address) }
    guard domain.utf8.allSatisfy({ $0 < 0x80 }) else { throw .foreignDomain(domain) }
    guard MailSite.isDomain(domain) else { throw .domain(address) }
    // RFC 5321 §4.5.3.1; 254 leaves the brackets their place in a path of 256.
    guard local.utf8.count <= 64, address.utf8.count <= 254 else { throw .tooLong(address) }
    (self.name, self.address, self.domain) = (name, address, domain.lowercased())
  }

  /// A name without its quotes; `nil` when a quote or bracket in it is left over.
  private static func name(_ text: Substring) -> String? {
    let text = MailText.oneLine(String(text))
    guard text.first == "\"" else {
      return text.contains(where: { "\"<>".contains($0) }) ? nil : text
    }
    var name = ""
    var isEscaped = false
    for (index, character) in zip(text.indices, text).dropFirst() {
      if isEscaped {
        name.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        return text.index(after: index) == text.endIndex ? MailText.oneLine(name) : nil
      } else {
        name.append(character)
      }
    }
    return nil
  }

  private static func isDotAtom(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.utf8.allSatisfy(MailText.isAtom)
    }
  }
}
