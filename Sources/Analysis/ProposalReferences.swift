// Where a text names a numbered proposal.

package import Model
import Text

/// Where a text names a numbered proposal.
package enum ProposalReferences {
  /// The proposals that a text names, as `PEP 751`, in order of first mention, each with its
  /// number of mentions.
  ///
  /// `PEP 751`, `PEP-751`, `PEP751`, `pep 751`, and in an address `/pep-0751/`; only numbers that
  /// the registry has.
  package static func find(in text: String, registries: [Registry]) -> [(id: String, count: Int)] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for (id, _) in places(in: Array(text.utf8), registries: registries) {
      if counts[id] == nil { order.append(id) }
      counts[id, default: 0] += 1
    }
    return order.map { ($0, counts[$0] ?? 0) }
  }

  /// Every place at which UTF-8 text names a proposal, and the index after the number, registry by
  /// registry.
  static func places(in bytes: [UInt8], registries: [Registry]) -> [(id: String, end: Int)] {
    registries.flatMap { registry in
      numbers(in: bytes, prefix: Array(registry.prefix.utf8)).compactMap { number, end in
        registry.proposals[number].map { ($0.id, end) }
      }
    }
  }

  private static func numbers(in bytes: [UInt8], prefix: [UInt8]) -> [(Int, Int)] {
    guard let first = prefix.first.map(ASCII.lower) else { return [] }
    let wanted = prefix.map(ASCII.lower)
    var result: [(Int, Int)] = []
    var at = 0
    while at + wanted.count < bytes.count {
      defer { at += 1 }
      guard ASCII.lower(bytes[at]) == first, at == 0 || !ASCII.isAlphanumeric(bytes[at - 1]),
        bytes[at..<(at + wanted.count)].lazy.map(ASCII.lower).elementsEqual(wanted)
      else { continue }
      var digit = at + wanted.count
      // "PEPs 703"; a second number behind "and" is not looked for.
      if bytes[digit] | 0x20 == UInt8(ascii: "s"), digit + 1 < bytes.count { digit += 1 }
      while digit < bytes.count,
        bytes[digit] == 0x20 || bytes[digit] == UInt8(ascii: "-")
          || bytes[digit] == UInt8(ascii: "#") || bytes[digit] == UInt8(ascii: "_"),
        digit - at < wanted.count + 3
      {
        digit += 1
      }
      var end = digit
      while end < bytes.count, ASCII.isDigit(bytes[end]), end - digit < 6 { end += 1 }
      guard end > digit, end == bytes.count || !ASCII.isAlphanumeric(bytes[end]),
        let number = Int(String(decoding: bytes[digit..<end], as: UTF8.self))
      else { continue }
      result.append((number, end))
    }
    return result
  }
}
