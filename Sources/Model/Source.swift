// A subscribed feed.

/// A feed that the community publishes and Hallway reads.
package struct Source: Hashable, Sendable {
  /// What kind of place it is.
  package enum Kind: String, CaseIterable, Sendable {
    case forum, blog, podcast
  }

  /// Its address: `http`, `https`, or an absolute path of a local file.
  ///
  /// Its identity.
  package let address: String
  /// What the configuration says it is; `nil`: to be guessed from what is read.
  package let kind: Kind?
  /// The name given in the configuration; `nil`: the feed's own title is used.
  package let title: String?
  /// Whether the feeds of single threads that it names are read too.
  package let followThreads: Bool
  /// The folders that it lies in, outermost first.
  package let folder: [String]
  /// Where a podcast's transcripts are that its feed does not name, with fields in braces; `nil`:
  /// only what the feed names is read.
  package let transcriptPattern: String?
  /// The same for its chapters files.
  package let chaptersPattern: String?
  /// The same for a moment, with `{seconds}`.
  package let momentPattern: String?
  /// Whether a podcast's transcripts may be shown whole.
  package let republish: Bool
  /// What is said in a podcast's sponsor reads: names and phrases.
  package let sponsors: [String]
  /// Whether its address is its subscribers' own and is not published.
  package let isPrivate: Bool

  /// What stands for its address in the names of what it sends, which stand in pages: the address, but
  /// neither one that only subscribers know nor the folders of a machine.
  package var scope: String {
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    guard isPrivate || !isWeb else { return address }
    return "\(isWeb ? "private" : "file")-\(StableHash.of(address))"
  }

  /// Creates a source.
  package init(
    address: String, kind: Kind? = nil, title: String? = nil, followThreads: Bool = false,
    folder: [String] = [], transcriptPattern: String? = nil, chaptersPattern: String? = nil,
    momentPattern: String? = nil, republish: Bool = false, sponsors: [String] = [],
    isPrivate: Bool = false
  ) {
    (self.address, self.kind, self.title) = (address, kind, title)
    (self.followThreads, self.folder) = (followThreads, folder)
    (self.transcriptPattern, self.chaptersPattern) = (transcriptPattern, chaptersPattern)
    (self.momentPattern, self.republish, self.sponsors) = (momentPattern, republish, sponsors)
    self.isPrivate = isPrivate
  }
}

/// What is remembered about the reading of one source.
package struct SourceHealth: Equatable, Sendable {
  /// The address of the source.
  package var address: String
  /// The feed's own title, when it has been read.
  package var title: String?
  /// The kind last known.
  package var kind: Source.Kind?
  /// When it was last asked; `nil`: never.
  package var lastAttempt: Timestamp?
  /// When it last answered well, unchanged counted; `nil`: never.
  package var lastSuccess: Timestamp?
  /// Failures since the last success; an answer that asks for a pause is none.
  package var failures: Int
  /// Since when it has not answered well; `nil` when the last attempt went well.
  package var failingSince: Timestamp?
  /// What the last failure was; `nil` when the last attempt went well.
  package var lastError: String?
  /// ETag and Last-Modified, byte for byte as the server gave them.
  package var validators: Validators
  /// When a whole document was last received; `nil`: never.
  package var lastFull: Timestamp?
  /// The moment before which it is not to be asked again; `nil`: any time.
  package var nextAttempt: Timestamp?
  /// Where it says that it has moved for good; `nil` when it does not say so.
  package var movedTo: String?
  /// How often in a row it said so and a feed was there.
  package var movedSightings = 0
  /// Whether it said that it is gone for good (410).
  package var isGone = false
  /// How the list that names this thread's feed last described it, when it was read; `nil`: no list
  /// does.
  package var listedAs: String?
  /// The language tag that the feed names; `nil` when it names none.
  package var language: String?

  /// Creates a record.
  package init(
    address: String, title: String? = nil, kind: Source.Kind? = nil, lastAttempt: Timestamp? = nil,
    lastSuccess: Timestamp? = nil, failures: Int = 0, lastError: String? = nil,
    validators: Validators = Validators()
  ) {
    (self.address, self.title, self.kind) = (address, title, kind)
    (self.lastAttempt, self.lastSuccess, self.failures) = (lastAttempt, lastSuccess, failures)
    (self.lastError, self.validators) = (lastError, validators)
  }

  /// Whether the last attempt went well; not before there was one.
  package var isWell: Bool { lastSuccess != nil && lastError == nil }

  /// Whether it has not answered well for a week, or never has: more than a hiccup.
  ///
  /// That it asks for a pause is no failure, but no answer either.
  package func keepsFailing(at now: Timestamp) -> Bool {
    guard lastError != nil else { return false }
    return lastSuccess == nil
      || failingSince.map { now.seconds - $0.seconds >= 7 * 86_400 } ?? (failures > 0)
  }
}

/// ETag and Last-Modified together (RFC 9110 §8.8), opaque to Hallway.
package struct Validators: Equatable, Sendable {
  /// The ETag header's value, quotes and weakness mark included.
  package let etag: String?
  /// The Last-Modified header's value.
  package let lastModified: String?

  /// Creates a pair; both missing means an unconditional request.
  package init(etag: String? = nil, lastModified: String? = nil) {
    (self.etag, self.lastModified) = (etag, lastModified)
  }
}
