// The part of a found text that shows why it was found.

import Store

/// The part of a found text that shows why it was found.
struct Snippet {
  /// The text around what was found, in one line, with "…" where it goes on.
  let text: String
  /// Where in the text, in bytes, that begins which it shows.
  let place: Int

  /// Bytes that are shown before what was found.
  private static let before = 60
  /// Bytes that are shown in all.
  private static let size = 260

  /// Shows the place where most of what was found stands close together; the beginning where
  /// nothing in the text is marked.
  ///
  /// - Parameters:
  ///   - marked: As in `Passage.marked`.
  ///   - isFit: Whether a place, in bytes of the text without marks, may be shown.
  /// - Returns: `nil` when there are marks, and none of them is fit.
  init?(_ marked: String, where isFit: (Int) -> Bool = { _ in true }) {
    var bytes: [UInt8] = []
    var marks: [Range<Int>] = []
    var start = 0
    for byte in marked.utf8 {
      switch byte {
      case Passage.opening: start = bytes.count
      case Passage.closing: marks.append(start..<bytes.count)
      default: bytes.append(byte)
      }
    }
    guard !marks.isEmpty else {
      self.init(bytes, around: 0)
      return
    }
    let words = marks.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
    var best: (place: Int, count: Int)?
    for (index, mark) in marks.enumerated() where isFit(mark.lowerBound) {
      let near = marks[index...].prefix {
        $0.lowerBound - mark.lowerBound < Self.size - Self.before
      }
      let count = Set(words[index..<(index + near.count)]).count
      if count > best?.count ?? 0 { best = (mark.lowerBound, count) }
    }
    guard let best else { return nil }
    self.init(bytes, around: best.place)
  }

  private init(_ bytes: [UInt8], around place: Int) {
    let from = place <= Self.before ? 0 : Self.cut(bytes, place - Self.before, upTo: place)
    let rough = from + Self.size
    let until = rough >= bytes.count ? bytes.count : Self.cut(bytes, rough - 40, upTo: rough)
    let middle = String(decoding: bytes[from..<until], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    text = (from > 0 ? "… " : "") + middle + (until < bytes.count ? " …" : "")
    self.place = place
  }

  /// The first blank from a place on, or the first character where there is none.
  private static func cut(_ bytes: [UInt8], _ place: Int, upTo end: Int) -> Int {
    let range = place..<max(place, end)
    return bytes[range].firstIndex { $0 == 0x20 || $0 == 0x0A }
      ?? bytes[range].firstIndex { $0 & 0xC0 != 0x80 } ?? end
  }
}
