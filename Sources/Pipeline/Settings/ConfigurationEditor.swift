// Sources added to a configuration, without touching what is there.

import Ingest

/// Adds sources to a configuration file.
enum ConfigurationEditor {
  /// A source to add.
  struct Subscription {
    var url: String
    var title: String?
    var kind: String?
    var followThreads = false
    var folder: [String] = []
  }

  /// Appends sources to a file, all or none; comments and order of what is there stay.
  ///
  /// The result is read before it is written: a file that would not be understood is left alone.
  static func append(_ subscriptions: [Subscription], to file: String) throws(RunFailure) {
    guard !subscriptions.isEmpty else { return }
    var text = String(decoding: try Files.read(file), as: UTF8.self)
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    for subscription in subscriptions { text += "\n" + table(subscription) }
    _ = try TOMLNode.parse(Array(text.utf8), file: file)
    try Files.replace(file, text)
  }

  private static func table(_ subscription: Subscription) -> String {
    var lines = ["[[feed]]", "url = \(quoted(subscription.url))"]
    if let title = subscription.title { lines.append("title = \(quoted(title))") }
    if let kind = subscription.kind { lines.append("kind = \(quoted(kind))") }
    if subscription.followThreads { lines.append("follow_threads = true") }
    if !subscription.folder.isEmpty {
      lines.append("folder = [\(subscription.folder.map(quoted).joined(separator: ", "))]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A basic string (TOML 1.0 §String).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
