// What the program calls itself.

/// What the program calls itself.
package enum Program {
  /// The version (Semantic Versioning 2.0).
  package static let version = "0.1.0"
  /// The day of the version, as manual pages give it.
  package static let released = "November 25, 2026"
  /// The User-Agent of its requests (RFC 9110 §10.1.5).
  package static let userAgent = "Hallway/\(version) (community digest)"
}
