// The words of a turn without what nobody says, and the way back to where they stand.

import Text

/// The words of a turn without what nobody says, and the way back to where they stand.
struct SpokenText {
  /// The words, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where stretches begin here, and where in the speech.
  private var pieces: [(here: Int, there: Int)] = []

  /// Takes a stretch of speech.
  ///
  /// - Parameter first: The first silent range that is not over; moved on.
  init(_ speech: Speech, _ range: Range<Int>, from first: inout Int) {
    var at = range.lowerBound
    while at < range.upperBound {
      while first < speech.silent.count, speech.silent[first].upperBound <= at { first += 1 }
      let silence = first < speech.silent.count ? speech.silent[first] : nil
      let end = min(range.upperBound, max(at, silence?.lowerBound ?? range.upperBound))
      if end > at {
        if let last = bytes.last, !ASCII.isSpace(last) { bytes.append(0x20) }
        pieces.append((bytes.count, at))
        bytes += speech.bytes[at..<end]
      }
      at = max(end, min(range.upperBound, silence.map { $0.upperBound } ?? end))
    }
  }

  /// Where a byte stands in the speech.
  func source(of offset: Int) -> Int {
    let piece = pieces[self.piece(of: offset)]
    return piece.there + offset - piece.here
  }

  /// Whether something has been taken out inside a range.
  func isCut(_ range: Range<Int>) -> Bool {
    piece(of: range.lowerBound) != piece(of: range.upperBound - 1)
  }

  /// The last piece that begins at or before an offset.
  private func piece(of offset: Int) -> Int {
    pieces.lastBeginning(at: offset) { $0.here }
  }
}

extension Speech {
  /// Whether words stand in the cues as they are stored.
  func holds(_ words: String, from cue: Int, to end: Int) -> Bool {
    let stored = String(decoding: bytes[cues[cue].lowerBound..<end], as: UTF8.self)
    return Strings.contains(Strings.folded(stored), words)
  }
}
