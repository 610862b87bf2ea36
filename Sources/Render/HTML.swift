// Markup that is safe to print, and what makes text safe.

/// Markup that may be printed as it is.
///
/// Only Render can make it, so nothing from a source ever becomes markup.
package struct HTML: Equatable, Sendable {
  /// The markup.
  package let markup: String

  /// Vouches for markup that this module wrote itself.
  init(trusted markup: String) { self.markup = markup }
}

/// What makes text safe to print.
package enum HTMLEscaping {
  /// The text with `& < > " '` as references: safe as content and in quoted attributes.
  ///
  /// Source: WHATWG HTML, §13.3 "Serializing HTML fragments", and the single quote besides.
  package static func escape(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += Array("&amp;".utf8)
      case UInt8(ascii: "<"): out += Array("&lt;".utf8)
      case UInt8(ascii: ">"): out += Array("&gt;".utf8)
      case UInt8(ascii: "\""): out += Array("&quot;".utf8)
      case UInt8(ascii: "'"): out += Array("&#39;".utf8)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// An address that may stand in a link: `http`, `https` or `mailto`, without control characters
  /// or blanks; `nil` for any other.
  package static func link(_ address: String?) -> String? {
    guard let address else { return nil }
    guard address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    let lower = address.prefix(8).lowercased()
    let allowed = ["http://", "https://", "mailto:"].contains { lower.hasPrefix($0) }
    return allowed ? disarmed(address) : nil
  }

  /// The text without control characters and without marks that reverse the direction of what
  /// follows (Unicode UAX #9 §2: embeddings, overrides and isolates).
  package static func disarmed(_ text: String) -> String {
    let harmful = text.unicodeScalars.contains(where: isHarmful)
    guard harmful else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isHarmful(scalar) { scalars.append(scalar) }
    return String(scalars)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x2028, 0x2029,
      0xFEFF:
      true
    default: false
    }
  }
}
