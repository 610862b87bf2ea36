// What a person has typed for a source: an address of the web, or a file.

import Ingest
import Model
import Network
import Text

/// What a person has typed for a source.
enum NamedSource: Equatable {
  /// A file, which may be missing.
  case file(String)
  /// An address with its scheme; guessed where none was typed.
  case web(String, isGuessed: Bool)

  /// Endings of files that no top-level domain has.
  private static let endings = [
    "xml", "rss", "atom", "rdf", "opml", "json", "html", "htm", "txt", "vtt", "srt", "mbox",
  ]

  /// Reads what was typed: in blanks or angle brackets, with `feed:` in front, without a scheme.
  init(_ typed: String) throws(RunFailure) {
    if Files.exists(typed) {
      self = .file(typed)
      return
    }
    let bare = Self.bare(typed)
    guard !bare.isEmpty else {
      throw .failed("'\(typed)' is no address; name a page's address or a feed's file")
    }
    if Files.isWeb(bare) {
      guard !Self.lacksHost(bare) else {
        throw .failed("\(bare): names no host; expected an address as https://example.org/")
      }
      self = .web(bare, isGuessed: false)
    } else if let meant = Self.misspelt(bare) {
      throw .failed("\(bare): is no web address; did you mean '\(meant)'?")
    } else if let scheme = Self.scheme(of: bare) {
      // `ann:secret@example.org` has a password in it, which is not repeated.
      let shown =
        Strings.contains(bare, "://")
        ? Addresses.withoutCredentials(bare)
        : scheme.lowercased() == "mailto" ? bare : "\(scheme):…"
      throw .failed(
        "\(shown): is no web address, but one of '\(scheme)'; name an http or https address, or a feed's file"
      )
    } else {
      self = Self.isPath(bare) ? .file(bare) : .web("https://\(bare)", isGuessed: true)
    }
  }

  /// What was typed, without what mail and browsers put around an address.
  private static func bare(_ typed: String) -> String {
    var bare = Strings.trimmed(typed)
    if bare.hasPrefix("<"), bare.hasSuffix(">") {
      bare = Strings.trimmed(String(bare.dropFirst().dropLast()))
    }
    guard bare.lowercased().hasPrefix("feed:") else { return bare }
    let rest = bare.dropFirst(5)
    // feed://a.example/x is http; feed:https://a.example/x says what it is.
    return rest.hasPrefix("//") ? "http:\(rest)" : String(rest)
  }

  /// The address that was meant where colon and slashes behind `http` are not right; else `nil`.
  static func misspelt(_ address: String) -> String? {
    guard !Files.isWeb(address) else { return nil }
    let lower = address.lowercased()
    for scheme in ["https", "http"] where lower.hasPrefix(scheme) {
      let rest = address.dropFirst(scheme.count)
      let host = rest.drop { $0 == ":" || $0 == "/" }
      guard rest.first == ":" || rest.hasPrefix("//"), !host.isEmpty else { continue }
      return "\(scheme)://\(host)"
    }
    return nil
  }

  /// Whether nothing stands between the slashes and the path of an http address.
  static func lacksHost(_ address: String) -> Bool {
    guard let slashes = address.firstRange(of: "://") else { return true }
    return address[slashes.upperBound...].first.map { "/?#".contains($0) } ?? true
  }

  /// The scheme that an address names; `nil` for a host with a port, as `localhost:8080/feed`.
  static func scheme(of address: String) -> String? {
    guard CanonicalURL.hasScheme(address), let colon = address.firstIndex(of: ":") else {
      return nil
    }
    let port = address[address.index(after: colon)...].prefix { $0 != "/" && $0 != "?" }
    let isPort = !port.isEmpty && port.allSatisfy { $0.isASCII && $0.isNumber }
    return isPort ? nil : String(address[..<colon])
  }

  private static func isPath(_ text: String) -> Bool {
    if ["./", "../", "/", "~/"].contains(where: text.hasPrefix) || text == "." || text == ".." {
      return true
    }
    let first = text.prefix { $0 != "/" }
    if first.count < text.count { return !first.contains(".") && !first.contains(":") }
    let parts = text.split(separator: ".")
    return parts.count > 1 && parts.last.map { endings.contains($0.lowercased()) } == true
  }
}

extension Source {
  /// By what it is known again, however its address or path is spelled.
  var identity: String {
    Files.isWeb(address) ? CanonicalURL.identity(address) : Files.settled(address)
  }
}
