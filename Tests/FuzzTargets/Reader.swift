// The door to fuzzing: every reader of foreign bytes, and what it promises for any bytes at all.
//
// The fuzzer (`scripts/fuzz`) and the tests over its saved corpus run the same checks. May import
// whatever it checks.

/// A reader of foreign bytes.
package enum Reader: String, CaseIterable, Sendable {
  /// Feeds in XML and JSON.
  case feed
  /// A feed's entries as threads, articles and episodes.
  case source
  /// Subscription lists.
  case opml
  /// Transcripts.
  case transcript
  /// Markup to text.
  case html
  /// Bytes of any encoding to UTF-8.
  case encoding
  /// The dates of feeds.
  case date
  /// Indexes of proposals.
  case registry
  /// Mail archives.
  case mail

  /// Reads bytes and checks what comes out; that it comes out at all, and soon, is for the caller to
  /// see.
  package func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    switch self {
    case .feed: try FeedPromises.check(bytes)
    case .source: try SourcePromises.check(bytes)
    case .opml: try OPMLPromises.check(bytes)
    case .transcript: try TranscriptPromises.check(bytes)
    case .html: try HTMLPromises.check(bytes)
    case .encoding: try EncodingPromises.check(bytes)
    case .date: try DatePromises.check(bytes)
    case .registry: try RegistryPromises.check(bytes)
    case .mail: try MailPromises.check(bytes)
    }
  }
}

/// Something that a reader promises for any bytes, and did not keep.
package struct BrokenPromise: Error, CustomStringConvertible {
  package let description: String
}

/// Throws unless a promise was kept.
func promise(_ kept: Bool, _ words: @autoclosure () -> String) throws(BrokenPromise) {
  if !kept { throw BrokenPromise(description: words()) }
}

/// Inputs that are worth a second look.
enum Sample {
  /// Whether to read these bytes a second time, to see that the same comes out: one input in eight,
  /// always the same ones.
  static func contains(_ bytes: [UInt8]) -> Bool {
    // FNV-1a: Swift's own hashes change from run to run.
    bytes.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 } & 7 == 0
  }
}
