// Addresses in one spelling, so that the same page is known again.

import Text

/// Addresses in one spelling.
package enum CanonicalURL {
  /// The identity of a page: host and path, without scheme, fragment, port of the scheme, final
  /// slash, and parameters that only track.
  ///
  /// Something that is no `http` address is its own identity.
  ///
  /// Source: RFC 3986 §6.2 (normalization); the scheme is left out, since sites move from http to
  /// https.
  package static func identity(_ address: String) -> String {
    guard let parts = parts(of: address) else { return address }
    var identity = parts.host + parts.path
    while identity.hasSuffix("/") { identity.removeLast() }
    let kept = parts.query.split(separator: "&").filter { !isTracking($0) }
    return kept.isEmpty ? identity : identity + "?" + kept.joined(separator: "&")
  }

  /// The host in lower case, the path, and the query of an `http` address; `nil` for any other.
  package static func parts(of address: String) -> (host: String, path: String, query: String)? {
    let lower = address.prefix(8).lowercased()
    let rest: Substring
    if lower.hasPrefix("https://") {
      rest = address.dropFirst(8)
    } else if lower.hasPrefix("http://") {
      rest = address.dropFirst(7)
    } else {
      return nil
    }
    let bare = rest.prefix { $0 != "#" }
    let authority = bare.prefix { $0 != "/" && $0 != "?" }
    var host = (authority.split(separator: "@").last ?? "").lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    guard !host.isEmpty else { return nil }
    let tail = bare.dropFirst(authority.count)
    let path = tail.prefix { $0 != "?" }
    return (host, String(path), String(tail.dropFirst(path.count + 1)))
  }

  /// An address made absolute against a base (RFC 3986 §5.2, dot segments kept); `nil` where
  /// neither is absolute.
  package static func resolve(_ address: String, against base: String?) -> String? {
    let address = Strings.trimmed(address)
    if hasScheme(address) { return address }
    guard let base, let parts = parts(of: base) else { return nil }
    let scheme = base.lowercased().hasPrefix("https") ? "https" : "http"
    if address.hasPrefix("//") { return "\(scheme):\(address)" }
    if address.hasPrefix("/") { return "\(scheme)://\(parts.host)\(address)" }
    if address.hasPrefix("#") || address.isEmpty { return base.prefix { $0 != "#" } + address }
    let folder = parts.path.lastIndex(of: "/").map { parts.path[...$0] } ?? "/"
    return "\(scheme)://\(parts.host)\(folder)\(address)"
  }

  private static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = address.utf8[..<colon]
    guard let first = scheme.first, ASCII.isLetter(first) else { return false }
    return scheme.allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
  }

  private static func isTracking(_ parameter: Substring) -> Bool {
    parameter.hasPrefix("utm_") || parameter.hasPrefix("fbclid=") || parameter.hasPrefix("ref=rss")
      || parameter.hasPrefix("source=rss")
  }
}
