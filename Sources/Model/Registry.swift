// Numbered proposals: PEPs, BIPs, RFCs, as a registry's index knows them.

/// One numbered proposal.
package struct Proposal: Equatable, Codable, Sendable {
  /// Prefix and number: `PEP 751`.
  package let id: String
  /// Its number.
  package let number: Int
  /// Its title.
  package let title: String
  /// Its status, in the registry's own word.
  package let status: String
  /// Its page.
  package let url: String
  /// Where it is discussed; `nil` when the index does not say.
  package let discussion: String?
  /// The post or message that decided it; `nil` while undecided.
  package let resolution: String?
  /// The day of that decision; `nil` while undecided or not told.
  package let decidedOn: CalendarDay?

  /// Creates a proposal.
  package init(
    id: String, number: Int, title: String, status: String, url: String, discussion: String?,
    resolution: String?, decidedOn: CalendarDay?
  ) {
    (self.id, self.number, self.title, self.status) = (id, number, title, status)
    (self.url, self.discussion, self.resolution) = (url, discussion, resolution)
    self.decidedOn = decidedOn
  }
}

/// An index of numbered proposals with one prefix.
package struct Registry: Equatable, Sendable {
  /// The prefix in capitals: `PEP`.
  package let prefix: String
  /// The proposals, by number.
  package let proposals: [Int: Proposal]

  /// Creates a registry.
  package init(prefix: String, proposals: [Int: Proposal]) {
    (self.prefix, self.proposals) = (prefix, proposals)
  }
}

/// A subject that the community already has a name for.
package struct KnownTopic: Equatable, Sendable {
  /// Its name in addresses.
  package let slug: String
  /// Its name for readers.
  package let label: String
  /// Proposals that belong to it, as `PEP 703`.
  package let refs: [String]
  /// Other spellings by which it is known; case and inflection do not count.
  package let aliases: [String]
  /// What it is, in a sentence; `nil` when the file does not say.
  package let description: String?
  /// Whether it is left out of the issue.
  package let mute: Bool
  /// Whether it goes before others.
  package let watch: Bool

  /// Creates a known topic.
  package init(
    slug: String, label: String, refs: [String], aliases: [String], description: String? = nil,
    mute: Bool = false, watch: Bool = false
  ) {
    (self.slug, self.label, self.refs, self.aliases) = (slug, label, refs, aliases)
    (self.description, self.mute, self.watch) = (description, mute, watch)
  }
}
