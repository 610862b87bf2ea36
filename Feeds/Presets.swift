// The communities that `hallway init` knows: what is written for each.

/// The communities that `hallway init` knows.
package enum Presets {
  /// Their names; the first is the usual one.
  package static let names = ["python", "rust", "swift"]

  /// The `base_url` that they have, to be changed before anything is published.
  package static let address = "https://digest.example.org/"

  /// The files of a preset, `hallway.toml` first; `nil` for a name that is none.
  package static func files(of name: String) -> [(name: String, text: String)]? {
    let parts: [(String, [UInt8])]
    switch name {
    case "python":
      parts = [
        ("hallway.toml", PackageResources.python_toml),
        ("Feeds/python.opml", PackageResources.python_opml),
        ("Feeds/python-topics.toml", PackageResources.python_topics_toml),
      ]
    case "rust":
      parts = [
        ("hallway.toml", PackageResources.rust_toml),
        ("Feeds/rust.opml", PackageResources.rust_opml),
        ("Feeds/rust-topics.toml", PackageResources.rust_topics_toml),
      ]
    case "swift":
      parts = [
        ("hallway.toml", PackageResources.swift_toml),
        ("Feeds/swift.opml", PackageResources.swift_opml),
        ("Feeds/swift-topics.toml", PackageResources.swift_topics_toml),
      ]
    default: return nil
    }
    return parts.map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
  }
}
