// The identifiers of messages.

import Text

/// The identifiers of messages, without their angle brackets.
///
/// Source: RFC 5322 §3.6.4; blanks inside one come from folding and are dropped.
enum MessageID {
  /// No chain needs more than its root and its last ones.
  private static let most = 1000
  /// No identifier is longer; a longer one is hostile.
  private static let longest = 900

  /// All identifiers of a field, in order, each once.
  ///
  /// Of a longer list the first stays, and the last ones.
  static func all(_ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      guard let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
      at = close + 1
      // `<a <b@c>`: the inner one counts.
      let start = bytes[open..<close].lastIndex(of: UInt8(ascii: "<")) ?? open
      guard let id = clean(bytes[(start + 1)..<close]), seen.insert(id).inserted else { continue }
      found.append(id)
    }
    guard found.count > most else { return found }
    return [found[0]] + found.suffix(most - 1)
  }

  /// The identifier of a field; one without brackets is read too.
  static func one(_ bytes: [UInt8]) -> String? {
    all(bytes).first ?? clean(bytes[...])
  }

  private static func clean(_ bytes: ArraySlice<UInt8>) -> String? {
    let id = bytes.filter { $0 > 0x20 && $0 != 0x7F }
    guard !id.isEmpty, id.count <= longest, !id.contains(UInt8(ascii: "<")) else { return nil }
    return String(decoding: id, as: UTF8.self)
  }
}
