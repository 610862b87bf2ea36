// Addresses in one spelling, so that the same page is known again, and relative ones made absolute.

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
    PageAddress(address).map(identity) ?? address
  }

  /// The identity of a page whose address has been read.
  static func identity(_ page: PageAddress) -> String {
    var path = page.path.utf8[...]
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    let start = "\(page.host)\(Substring(path))"
    if page.query.isEmpty { return start }
    let kept = page.query.split(separator: "&").filter { !isTracking($0) }
    return kept.isEmpty ? start : "\(start)?\(kept.joined(separator: "&"))"
  }

  /// An address made absolute against a base; `nil` where neither is absolute.
  ///
  /// Source: RFC 3986 §5.2. A base that has no authority gives nothing, and neither does one that
  /// is too long: a feed could make gigabytes out of it, once for each of its addresses.
  package static func resolve(_ address: String, against base: String?) -> String? {
    let address = Strings.trimmed(address)
    if hasScheme(address) { return address }
    guard let base, let parsed = Base(base) else { return nil }
    if address.hasPrefix("//") { return "\(parsed.scheme):\(address)" }
    let fragmentless = address.prefix { $0 != "#" }
    let fragment = address[fragmentless.endIndex...]
    let path = fragmentless.prefix { $0 != "?" }
    let query = fragmentless[path.endIndex...]
    if path.isEmpty {
      return "\(parsed.authority)\(parsed.path)\(query.isEmpty ? parsed.query : query)\(fragment)"
    }
    let merged: String
    if path.hasPrefix("/") {
      merged = String(path)
    } else {
      let folder = parsed.path.lastIndex(of: "/").map { parsed.path[...$0] } ?? "/"
      merged = "\(folder)\(path)"
    }
    return "\(parsed.authority)\(withoutDots(merged))\(query)\(fragment)"
  }

  /// The bytes of the longest base: a few times what sites use.
  private static let longestBase = 512

  /// The parts of an absolute address that a relative one takes over.
  private struct Base {
    let scheme: Substring
    /// Scheme and authority.
    let authority: Substring
    let path: Substring
    /// With its question mark.
    let query: Substring

    init?(_ address: String) {
      guard address.utf8.count <= longestBase, CanonicalURL.hasScheme(address),
        let colon = address.firstIndex(of: ":")
      else { return nil }
      scheme = address[..<colon]
      let rest = address[address.index(after: colon)...]
      guard rest.hasPrefix("//") else { return nil }
      let host = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      authority = address[..<host.endIndex]
      let tail = address[host.endIndex...].prefix { $0 != "#" }
      path = tail.prefix { $0 != "?" }
      query = tail[path.endIndex...]
    }
  }

  /// A path without `.` and `..` (RFC 3986 §5.2.4).
  private static func withoutDots(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return kept.joined(separator: "/")
  }

  /// Whether an address names its scheme (RFC 3986 §3.1).
  package static func hasScheme(_ address: String) -> Bool {
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
