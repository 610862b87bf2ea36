// Which network addresses may be connected to.

/// Which network addresses may be connected to.
///
/// A feed's address, or a redirect, or a name server must not be able to make Hallway ask a
/// machine inside the network it runs in.
///
/// Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890).
package enum AddressGuard {
  /// Whether a numeric address (4 or 16 bytes, network order) is a public one.
  package static func isPublic(_ address: [UInt8]) -> Bool {
    switch address.count {
    case 4: isPublicIPv4(address)
    case 16: isPublicIPv6(address)
    default: false
    }
  }

  private static func isPublicIPv4(_ a: [UInt8]) -> Bool {
    switch (a[0], a[1], a[2]) {
    case (0, _, _), (10, _, _), (127, _, _): false
    case (100, 64...127, _): false  // carrier-grade NAT
    case (169, 254, _): false  // link-local, and the metadata services of clouds
    case (172, 16...31, _), (192, 168, _): false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _): false
    case (198, 51, 100), (203, 0, 113): false
    case (224..., _, _): false  // multicast, reserved, broadcast
    default: true
    }
  }

  private static func isPublicIPv6(_ a: [UInt8]) -> Bool {
    let head = Array(a[..<12])
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    if head == mapped { return isPublicIPv4(Array(a[12...])) }
    if head == [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] {
      return isPublicIPv4(Array(a[12...]))  // NAT64
    }
    if a[0] == 0x20, a[1] == 0x02 { return isPublicIPv4(Array(a[2..<6])) }  // 6to4
    // Only global unicast (2000::/3), without the ranges for documentation (2001:db8::/32 and
    // 3fff::/20) and for protocols (2001::/23: Teredo, benchmarks, ORCHID).
    guard a[0] & 0xE0 == 0x20 else { return false }
    if a[0] == 0x20, a[1] == 0x01, a[2] & 0xFE == 0 || (a[2] == 0x0D && a[3] == 0xB8) {
      return false
    }
    return !(a[0] == 0x3F && a[1] == 0xFF && a[2] & 0xF0 == 0)
  }
}
