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

  /// Creates a source.
  package init(
    address: String, kind: Kind? = nil, title: String? = nil, followThreads: Bool = false
  ) {
    (self.address, self.kind, self.title, self.followThreads) = (
      address, kind, title, followThreads
    )
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
  /// Failures since the last success.
  package var failures: Int
  /// What the last failure was; `nil` when the last attempt went well.
  package var lastError: String?
  /// ETag and Last-Modified, byte for byte as the server gave them.
  package var validators: Validators

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
