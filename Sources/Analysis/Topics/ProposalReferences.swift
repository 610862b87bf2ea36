// Where a text names a numbered proposal.

package import Model
import Text

/// Where a text names a numbered proposal.
package enum ProposalReferences {
  /// The proposals that a text names, as `PEP 751`, in order of first mention, each with its
  /// number of mentions.
  ///
  /// `PEP 751`, `PEP-751`, `PEP751`, `pep 751`, in an address `/pep-0751/`, and as it is said:
  /// "PEP seven fifty-one", "P.E.P. number eight". Only numbers that the registry has, and number
  /// words only right behind the prefix.
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
      prefixEnds(in: bytes, prefix: Array(registry.prefix.utf8).map(ASCII.lower)).compactMap {
        end, isSpelled -> (id: String, end: Int)? in
        // Written numbers first; both forms need a number that the registry has.
        if let (number, end) = written(in: bytes, at: end),
          let proposal = registry.proposals[number]
        {
          return (proposal.id, end)
        }
        guard let start = wordStart(in: bytes, at: end) else { return nil }
        if isSpelled || start.isNumbered,
          let (number, end) = written(in: bytes, at: start.index),
          let proposal = registry.proposals[number]
        {
          return (proposal.id, end)
        }
        // "Seven fifty-one" without a PEP 751 is not PEP 7; but where the last number has three
        // digits, "seven oh three one of" is 703.
        let highest = registry.proposals.keys.max().map { "\($0)".utf8.count } ?? 0
        let reading = SpokenNumbers.readings(in: bytes, at: start.index).first {
          "\($0.number)".utf8.count <= highest
        }
        guard let reading, let proposal = registry.proposals[reading.number],
          start.isNumbered || !counts(in: bytes, reading)
        else { return nil }
        return (proposal.id, reading.end)
      }
    }
  }

  /// The indices after each place where a prefix stands, and whether it is spelled in letters
  /// (`P E P`, `P.E.P.`).
  private static func prefixEnds(in bytes: [UInt8], prefix: [UInt8]) -> [(Int, Bool)] {
    guard let first = prefix.first else { return [] }
    var result: [(Int, Bool)] = []
    for at in bytes.indices
    where ASCII.lower(bytes[at]) == first && (at == 0 || !ASCII.isAlphanumeric(bytes[at - 1])) {
      let plain = at + prefix.count
      if plain < bytes.count, bytes[at..<plain].lazy.map(ASCII.lower).elementsEqual(prefix) {
        result.append((plain, false))
      } else if let end = spelledEnd(in: bytes, at: at, prefix) {
        result.append((end, true))
      }
    }
    return result
  }

  /// The index after `P E P`, `P.E.P.`, `P. E. P.` or `P-E-P`; `nil` where none begins.
  private static func spelledEnd(in bytes: [UInt8], at start: Int, _ prefix: [UInt8]) -> Int? {
    guard prefix.count > 1 else { return nil }
    var at = start
    for (place, letter) in prefix.enumerated() {
      if place > 0 {
        let before = at
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") { at += 1 }
        if at < bytes.count, bytes[at] == 0x20 || bytes[at] == UInt8(ascii: "-") { at += 1 }
        guard at > before else { return nil }
      }
      guard at < bytes.count, ASCII.lower(bytes[at]) == letter else { return nil }
      at += 1
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") { at += 1 }
    return at < bytes.count && !ASCII.isAlphanumeric(bytes[at]) ? at : nil
  }

  /// A number in digits behind a prefix, and the index after it.
  private static func written(in bytes: [UInt8], at prefixEnd: Int) -> (Int, Int)? {
    var digit = prefixEnd
    guard digit < bytes.count else { return nil }
    // "PEPs 703"; a second number behind "and" is not looked for.
    if bytes[digit] | 0x20 == UInt8(ascii: "s"), digit + 1 < bytes.count { digit += 1 }
    while digit < bytes.count,
      bytes[digit] == 0x20 || bytes[digit] == UInt8(ascii: "-")
        || bytes[digit] == UInt8(ascii: "#") || bytes[digit] == UInt8(ascii: "_"),
      digit - prefixEnd < 3
    {
      digit += 1
    }
    var end = digit
    while end < bytes.count, ASCII.isDigit(bytes[end]), end - digit < 6 { end += 1 }
    guard end > digit, end == bytes.count || !ASCII.isAlphanumeric(bytes[end]),
      let number = Int(String(decoding: bytes[digit..<end], as: UTF8.self))
    else { return nil }
    return (number, end)
  }

  /// Whether a small number counts what follows: "the RFC two weeks ago", "that PEP one more time".
  private static func counts(in bytes: [UInt8], _ reading: (number: Int, end: Int)) -> Bool {
    guard reading.number <= 20 else { return false }
    if reading.number == 1 { return true }
    guard reading.end + 1 < bytes.count, bytes[reading.end] == 0x20 else { return false }
    let word = bytes[(reading.end + 1)...].prefix { ASCII.isLetter($0) }.map(ASCII.lower)
    let text = String(decoding: word, as: UTF8.self)
    return counted.contains(text)
      || text.hasSuffix("s") && text.utf8.count > 3 && !["says", "does", "this"].contains(text)
  }

  private static let counted: Set<String> = [
    "more", "of", "or", "people", "times", "percent", "months", "point", "million", "thousand",
  ]

  /// Where the words of a number may begin: behind one blank or hyphen, and behind "number" if it
  /// stands there.
  private static func wordStart(in bytes: [UInt8], at end: Int) -> (index: Int, isNumbered: Bool)? {
    guard end + 1 < bytes.count, bytes[end] == 0x20 || bytes[end] == UInt8(ascii: "-") else {
      return nil
    }
    let number = Array("number ".utf8)
    let rest = bytes[(end + 1)...]
    return rest.lazy.map(ASCII.lower).starts(with: number)
      ? (end + 1 + number.count, true) : (end + 1, false)
  }
}
