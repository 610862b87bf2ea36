// The spellings of terms, one behind the other.

/// The spellings of terms, by number.
package struct TermNames: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// For each name the number of its language; for a stem, which is of all, none.
  private var languages: [UInt8] = []
  private static let noLanguage: UInt8 = .max

  /// Creates an empty list.
  package init() {}

  /// How many there are.
  package var count: Int { ends.count }

  /// A term's spelling.
  package subscript(term: Int32) -> String {
    String(decoding: bytes[range(of: Int(term))], as: UTF8.self)
  }

  func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// The number of the language of a name that is no stem, but a token as it stands in a text of
  /// a shard; `nil` for a stem.
  func language(of index: Int) -> Int? {
    languages[index] == Self.noLanguage ? nil : Int(languages[index])
  }

  /// Adds a name, and returns its number.
  ///
  /// - Parameter language: As ``language(of:)`` gives it.
  mutating func append(_ name: Range<Int>, in text: Span<UInt8>, language: Int? = nil) -> Int32 {
    for index in name { bytes.append(text[index]) }
    ends.append(bytes.count)
    languages.append(language.map(UInt8.init) ?? Self.noLanguage)
    return Int32(ends.count - 1)
  }
}
