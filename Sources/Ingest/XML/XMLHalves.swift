// A long document's entries, read in two halves at once.

import Model
import Text

/// A long document's entries, read in two halves at once.
///
/// The second half is read as if nothing had happened since the first entry began. Whether that was
/// so is seen when the first half has been read: it must end just between two entries, with the
/// elements open that were open there, and must have kept nothing. If not, the first half's reader
/// goes on alone, and the second half is read again: the result is the same in every case.
enum XMLHalves {
  /// Shorter documents are read faster than a thread is started.
  private static let shortest = 262_144
  /// What room for entries is made for; a guess.
  private static let bytesOfAnEntry = 1024

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - base: The document's address, against which `xml:base` is resolved.
  ///   - entry: What becomes of an element that has ended; `nil`: its parent keeps it.
  /// - Returns: The root as far as it was read, the entries in document order, what was mended.
  static func read<Entry: Sendable>(
    _ bytes: [UInt8], base: String?, entry: @escaping @Sendable (XMLElement) -> Entry?
  ) -> (root: XMLElement?, entries: [Entry], warnings: [Diagnostic]) {
    var entries: [Entry] = []
    func take(_ element: XMLElement) -> Bool {
      guard let new = entry(element) else { return true }
      entries.append(new)
      return false
    }
    guard bytes.count >= shortest, let (first, middle) = places(bytes.span),
      var reader = XMLReader(bytes, base: base, upTo: first),
      let start = reader.station(at: first, bytes.span)
    else {
      let (root, warnings) = XMLReader.read(bytes, base: base, onClose: take)
      return (root, entries, warnings)
    }
    entries.reserveCapacity(bytes.count / bytesOfAnEntry)
    let later = Companion { second(bytes, base, first, middle, entry) }
    reader.read(bytes.span, upTo: middle, take)
    let isWhole = reader.station(at: middle, bytes.span) == start
    if let half = later.result() ?? nil, isWhole, half.isWhole,
      reader.expanded + half.expanded <= XMLReferences.mostExpanded
    {
      reader.closeOpen()
      let warnings = reader.damage.followed(by: half.damage).diagnostics
      entries.append(contentsOf: half.entries)
      return (reader.root, entries, warnings)
    }
    reader.finish(bytes.span, take)
    return (reader.root, entries, reader.damage.diagnostics)
  }

  private struct Half<Entry: Sendable>: Sendable {
    let entries: [Entry]
    let damage: XMLDamage
    let expanded: Int
    /// Whether nothing of it is the root's to keep.
    let isWhole: Bool
  }

  private static func second<Entry>(
    _ bytes: [UInt8], _ base: String?, _ first: Int, _ middle: Int,
    _ entry: (XMLElement) -> Entry?
  ) -> Half<Entry>? {
    guard var reader = XMLReader(bytes, base: base, upTo: first),
      let start = reader.station(at: first, bytes.span)
    else { return nil }
    var entries: [Entry] = []
    entries.reserveCapacity((bytes.count - middle) / bytesOfAnEntry)
    let (known, expanded) = (reader.damage, reader.expanded)
    reader.at = middle
    reader.finish(bytes.span) { element in
      guard let new = entry(element) else { return true }
      entries.append(new)
      return false
    }
    return Half(
      entries: entries, damage: reader.damage.without(known), expanded: reader.expanded - expanded,
      isWhole: reader.arena.mark == start.held)
  }

  /// Where the first entry begins, and one in the middle; `nil` where that cannot be told at once.
  private static func places(_ s: Span<UInt8>) -> (first: Int, middle: Int)? {
    guard let first = entryTag(s, from: 0), let middle = entryTag(s, from: s.count / 2),
      first < middle, s[first + 1] == s[middle + 1]
    else { return nil }
    return (first, middle)
  }

  /// The next `<item` or `<entry` that is a whole name.
  private static func entryTag(_ s: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while let tag = s.nextTag(from: index, before: s.count, closing: false) {
      for name: StaticString in ["<item", "<entry"] where s.begins(name, at: tag) {
        let after = tag + name.utf8CodeUnitCount
        if after < s.count, s[after] <= 0x20 || s[after] == UInt8(ascii: ">") { return tag }
      }
      index = tag + 1
    }
    return nil
  }
}
