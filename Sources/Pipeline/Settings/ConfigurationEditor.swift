// Sources added to a configuration, without touching what is there.

import Model

/// Adds sources to a configuration file.
enum ConfigurationEditor {
  /// Appends sources to a file, all or none; comments and order of what is there stay.
  ///
  /// Files are named by their way from the configuration. The result is read before it is written: a
  /// file that would not be understood is left alone.
  static func append(_ sources: [Source], to file: String) throws(RunFailure) {
    guard !sources.isEmpty else { return }
    var text = String(decoding: try Files.read(file), as: UTF8.self)
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    for source in sources { text += "\n" + table(source, in: file) }
    _ = try TOMLNode.parse(Array(text.utf8), file: file)
    try Files.replace(file, text)
  }

  private static func table(_ source: Source, in file: String) -> String {
    let address = source.address
    let url = Files.isWeb(address) ? address : Files.relative(address, to: file)
    var lines = ["[[feed]]", "url = \(quoted(url))"]
    if let title = source.title { lines.append("title = \(quoted(title))") }
    if let kind = source.kind { lines.append("kind = \(quoted(kind.rawValue))") }
    if source.followThreads { lines.append("follow_threads = true") }
    if !source.folder.isEmpty {
      lines.append("folder = [\(source.folder.map(quoted).joined(separator: ", "))]")
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
