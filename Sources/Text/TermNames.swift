// The spellings of terms, one behind the other.

/// The spellings of terms, by number.
package struct TermNames: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var stems: [Bool] = []

  /// Creates an empty list.
  package init() {}

  /// How many there are.
  package var count: Int { ends.count }

  /// A term's spelling.
  package subscript(term: Int32) -> String {
    String(decoding: bytes[range(of: Int(term))], as: UTF8.self)
  }

  func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Whether a name is a stem, and not a token as it stands in a text of a shard.
  func isStem(_ index: Int) -> Bool { stems[index] }

  /// Adds a name, and returns its number.
  mutating func append(_ name: Range<Int>, in text: Span<UInt8>, isStem: Bool) -> Int32 {
    for index in name { bytes.append(text[index]) }
    ends.append(bytes.count)
    stems.append(isStem)
    return Int32(ends.count - 1)
  }
}
