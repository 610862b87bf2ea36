// What the judges of the site and the mail say, as values.

/// A page as a browser saw it.
package struct BrowsedPage: Decodable, Sendable {
  /// What was said on the console, or by the browser about the page.
  package struct Message: Decodable, Sendable {
    /// The console's level, or `exception`.
    package let level: String
    /// The words.
    package let text: String
  }

  /// A request.
  package struct Request: Decodable, Sendable {
    /// The address.
    package let url: String
    /// Whether it went to another origin.
    package let elsewhere: Bool
    /// Why it failed; empty when it did not.
    package let failure: String
  }

  /// What axe-core objects to.
  package struct Violation: Decodable, Sendable {
    /// The rule's name in axe-core.
    package let rule: String
    /// The rule in words.
    package let help: String
    /// The first elements that break it.
    package let nodes: [String]
  }

  /// The page in one colour scheme at one width.
  package struct State: Decodable, Sendable {
    /// `light` or `dark`.
    package let scheme: String
    /// In CSS pixels.
    package let width: Int
    /// Elements that make the page scroll sideways.
    package let overflow: [String]
    /// What axe-core objects to.
    package let violations: [Violation]
  }

  /// The path that was asked for.
  package let page: String
  /// The HTTP status.
  package let status: Int
  /// The console.
  package let console: [Message]
  /// All requests, the page's own first.
  package let requests: [Request]
  /// How many bytes came, uncompressed.
  package let bytes: Int
  /// How many bytes came, compressed and with their HTTP heads.
  package let transferred: Int
  /// In light and dark, each wide and narrow.
  package let states: [State]
}

/// Where the links of a site lead.
package struct LinkReport: Decodable, Sendable {
  /// Links that lead nowhere and the like, a line each.
  package let faults: [String]
  /// Pages that no link leads to.
  package let unreached: [String]
  /// How many links within the site there are.
  package let links: Int
}

/// A feed, a site map or a list of sources as others read it.
package struct OfferReport: Decodable, Sendable {
  /// An entry; what a form does not have is `nil`.
  package struct Entry: Decodable, Sendable {
    /// The id or the address.
    package let id: String
    /// The title.
    package let title: String?
    /// When it was published, as written.
    package let published: String?
    /// When it was changed, as written.
    package let updated: String?
    /// How many quotes its page has.
    package let quotes: Int?
    /// Those of them that its content lacks.
    package let missing: [String]?
  }

  /// What is wrong with it, a line each.
  package let faults: [String]
  /// Its entries.
  package let entries: [Entry]
}

/// A mail as Python reads it.
package struct MailReport: Decodable, Sendable {
  /// A part of a multipart.
  package struct Part: Decodable, Sendable {
    /// The content type, without parameters.
    package let type: String
    /// The declared character set, in lower case; empty when there is none.
    package let charset: String
    /// The transfer encoding, in lower case.
    package let encoding: String
    /// The decoded text.
    package let text: String
  }

  /// What the HTML part links or loads.
  package struct Address: Decodable, Sendable {
    /// The element.
    package let tag: String
    /// The address.
    package let address: String
  }

  /// The content type of the whole.
  package let type: String
  /// The parts in their order.
  package let parts: [Part]
  /// The headers, decoded.
  package let headers: [String: String]
  /// What the reader objects to.
  package let defects: [String]
  /// What the forms of the headers want otherwise, a line each.
  package let faults: [String]
  /// The size as SMTP sends it.
  package let bytes: Int
  /// All that the HTML part links or loads.
  package let addresses: [Address]
}
