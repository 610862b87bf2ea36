// The parts of an http address, read byte by byte.

import Text

/// The parts of an `http` or `https` address (RFC 3986 §3).
package struct PageAddress: Equatable, Sendable {
  /// The host in lower case, with its port unless it is the scheme's own, without credentials.
  package let host: String
  /// The path with its first slash, or empty.
  package let path: String
  /// The query without its question mark.
  package let query: String
  /// The fragment without its mark; `nil` when there is none.
  package let fragment: String?
  /// Whether the scheme is `https`.
  package let isSecure: Bool

  /// Reads an address; `nil` for one of another scheme, or without a host.
  package init?(_ address: String) {
    var address = address
    let parts = address.withUTF8 { Self.parts(of: $0) }
    guard let parts else { return nil }
    (host, path, query, fragment, isSecure) = parts
  }

  /// The parts of the path between slashes, empty ones left out.
  package var segments: [String] {
    var path = path
    return path.withUTF8 { bytes in
      bytes.split(separator: UInt8(ascii: "/")).map { Self.text($0) }
    }
  }

  /// Whether the host is a domain or lies below it.
  func isHost(of domain: String) -> Bool {
    host.utf8.count == domain.utf8.count ? host == domain : host.hasSuffix(".\(domain)")
  }

  private typealias Parts = (String, String, String, String?, Bool)

  private static func parts(of bytes: UnsafeBufferPointer<UInt8>) -> Parts? {
    guard bytes.count > 7, ASCII.lower(bytes[0]) == UInt8(ascii: "h"),
      ASCII.lower(bytes[1]) == UInt8(ascii: "t"), ASCII.lower(bytes[2]) == UInt8(ascii: "t"),
      ASCII.lower(bytes[3]) == UInt8(ascii: "p")
    else { return nil }
    let isSecure = ASCII.lower(bytes[4]) == UInt8(ascii: "s")
    let colon = isSecure ? 5 : 4
    guard bytes.count > colon + 3, bytes[colon] == UInt8(ascii: ":"),
      bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    let start = colon + 3
    let rest = bytes[start...]
    let authorityEnd =
      rest.firstIndex {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
      } ?? bytes.count
    let hash = bytes[authorityEnd...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    let question = bytes[authorityEnd..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
    var hostStart = start
    if let at = bytes[start..<authorityEnd].lastIndex(of: UInt8(ascii: "@")) { hostStart = at + 1 }
    var host = bytes[hostStart..<authorityEnd]
    for port in [":80", ":443"] where host.count > port.utf8.count {
      if host.suffix(port.utf8.count).elementsEqual(port.utf8) {
        host = host.dropLast(port.utf8.count)
      }
    }
    guard !host.isEmpty else { return nil }
    let spelled = host.contains(where: ASCII.isUpper) ? text(host).lowercased() : text(host)
    return (
      spelled, text(bytes[authorityEnd..<question]),
      question < hash ? text(bytes[(question + 1)..<hash]) : "",
      hash < bytes.count ? text(bytes[(hash + 1)...]) : nil, isSecure
    )
  }

  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
  }
}
