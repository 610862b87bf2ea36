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
    let read = address.withUTF8 { bytes -> PageAddress? in
      Parts(bytes).map { PageAddress(bytes, $0) }
    }
    guard let read else { return nil }
    self = read
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ parts: Parts) {
    host = Self.host(bytes, parts.host)
    path = Self.text(bytes[parts.path])
    query = parts.query.isEmpty ? "" : Self.text(bytes[parts.query])
    fragment = parts.fragment.map { Self.text(bytes[$0]) }
    isSecure = parts.isSecure
  }

  /// The parts of the path between slashes, empty ones left out.
  package var segments: [String] {
    var path = path
    return path.withUTF8 { bytes in
      Self.segments(bytes, bytes.indices).map { Self.text(bytes[$0]) }
    }
  }

  /// Whether the host is a domain or lies below it.
  func isHost(of domain: String) -> Bool {
    host.utf8.count == domain.utf8.count ? host == domain : host.hasSuffix(".\(domain)")
  }

  // MARK: Bytes

  /// Where the parts of an address stand in its bytes.
  struct Parts {
    let host, path, query: Range<Int>
    let fragment: Range<Int>?
    let isSecure: Bool

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard bytes.count > 7, ASCII.lower(bytes[0]) == UInt8(ascii: "h"),
        ASCII.lower(bytes[1]) == UInt8(ascii: "t"), ASCII.lower(bytes[2]) == UInt8(ascii: "t"),
        ASCII.lower(bytes[3]) == UInt8(ascii: "p")
      else { return nil }
      isSecure = ASCII.lower(bytes[4]) == UInt8(ascii: "s")
      let colon = isSecure ? 5 : 4
      guard bytes.count > colon + 3, bytes[colon] == UInt8(ascii: ":"),
        bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
      else { return nil }
      let start = colon + 3
      let authorityEnd =
        bytes[start...].firstIndex {
          $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
        } ?? bytes.count
      let hash = bytes[authorityEnd...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
      let question = bytes[authorityEnd..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
      var hostStart = start
      if let at = bytes[start..<authorityEnd].lastIndex(of: UInt8(ascii: "@")) {
        hostStart = at + 1
      }
      var hostEnd = authorityEnd
      for port: StaticString in [":80", ":443"] {
        let portStart = hostEnd - port.utf8CodeUnitCount
        if portStart > hostStart,
          port.withUTF8Buffer({ bytes[portStart..<hostEnd].elementsEqual($0) })
        {
          hostEnd = portStart
        }
      }
      guard hostEnd > hostStart else { return nil }
      host = hostStart..<hostEnd
      path = authorityEnd..<question
      query = question < hash ? (question + 1)..<hash : hash..<hash
      fragment = hash < bytes.count ? (hash + 1)..<bytes.count : nil
    }
  }

  /// The host in lower case.
  static func host(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    let host = text(bytes[range])
    return bytes[range].contains(where: ASCII.isUpper) ? host.lowercased() : host
  }

  /// Where the parts of a path between slashes stand, empty ones left out.
  static func segments(_ bytes: UnsafeBufferPointer<UInt8>, _ path: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(8)
    var start = path.lowerBound
    for index in path where bytes[index] == UInt8(ascii: "/") {
      if index > start { result.append(start..<index) }
      start = index + 1
    }
    if start < path.upperBound { result.append(start..<path.upperBound) }
    return result
  }

  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
  }
}
