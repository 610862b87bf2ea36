// A list of phrases looked for in text all at once.

/// A list of phrases looked for in text all at once, whatever the case.
///
/// A phrase is small letters with plain apostrophes. It is found wherever it stands, inside words
/// too; blanks at its ends keep it to whole words, since the text counts as having one at either
/// end.
package struct PhraseList: Sendable {
  /// The phrases by their first byte.
  private let byFirst: [[[UInt8]]]

  /// Prepares a list.
  package init(_ phrases: [String]) {
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      guard let first = bytes.first else { continue }
      byFirst[Int(first)].append(bytes)
    }
    self.byFirst = byFirst
  }

  /// Whether any phrase stands in a text.
  ///
  /// - Complexity: Linear in the text, for phrases of bounded length.
  package func matches(_ text: String) -> Bool { find(in: text) != nil }

  /// The phrase that stands first in a text, without blanks at its ends; `nil` for none.
  package func first(in text: String) -> String? {
    find(in: text).map { Strings.trimmed(String(decoding: $0, as: UTF8.self)[...]) }
  }

  private func find(in text: String) -> [UInt8]? {
    let folded = Self.folded(text)
    for at in folded.indices {
      for phrase in byFirst[Int(folded[at])] where folded[at...].starts(with: phrase) {
        return phrase
      }
    }
    return nil
  }

  /// The text in small letters (ASCII), typographic apostrophes made plain, a blank at either end.
  private static func folded(_ text: String) -> [UInt8] {
    var result: [UInt8] = [0x20]
    result.reserveCapacity(text.utf8.count + 2)
    for byte in text.utf8 {
      result.append(ASCII.lower(byte))
      // U+2019 is E2 80 99 in UTF-8.
      if byte == 0x99, result.suffix(3).elementsEqual([0xE2, 0x80, 0x99]) {
        result.removeLast(3)
        result.append(UInt8(ascii: "'"))
      }
    }
    result.append(0x20)
    return result
  }
}
