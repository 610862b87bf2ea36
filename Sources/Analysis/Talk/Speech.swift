// A transcript's cues as turns of speech.

import Text

/// A transcript's cues as turns of speech: one text, who speaks where, and what of it nobody says.
struct Speech {
  /// A stretch of one speaker.
  struct Turn: Equatable {
    /// Where in the text it lies.
    var range: Range<Int>
    /// Who speaks; `nil` when not known.
    let speaker: String?
  }

  /// All cues, a blank behind each.
  let bytes: [UInt8]
  /// The range of each cue, without the blank.
  let cues: [Range<Int>]
  /// The turns, in order.
  let turns: [Turn]
  /// What is no speech: marks, labels, marks of turns, repeated captions; ascending, apart.
  let silent: [Range<Int>]

  /// Takes cues apart.
  ///
  /// A speaker is the form's, or the name at the head of a cue, and goes on speaking until another
  /// is named or a mark (`>>`, or a dash in transcripts where cues begin with dashes) says that
  /// somebody else does.
  init(_ spoken: [(speaker: String?, text: String)]) {
    var bytes: [UInt8] = []
    var cues: [Range<Int>] = []
    for cue in spoken {
      let start = bytes.count
      bytes += Array(cue.text.utf8)
      cues.append(start..<bytes.count)
      bytes.append(0x20)
    }
    (self.bytes, self.cues) = (bytes, cues)
    let heads = spoken.indices.map { index in
      let mark = Self.headMark(bytes, cues[index])
      let head = (mark?.upperBound ?? cues[index].lowerBound)..<cues[index].upperBound
      let label =
        spoken[index].speaker == nil
        ? SpeakerLabels.label(in: bytes, Self.trimmed(bytes, head)) : nil
      return (mark: mark, label: label)
    }
    let speakers = SpeakerLabels.speakers(among: heads.map(\.label))
    let dashes = Self.usesDashes(spoken.indices.map { heads[$0].mark }, bytes)
    var silent =
      NonSpeechMarks.ranges(in: bytes, cues: cues)
      + RollingCaptions.repeated(in: bytes, cues: cues)
    var turns: [Turn] = []
    func begin(_ at: Int, _ speaker: String?) {
      if let last = turns.indices.last { turns[last].range = turns[last].range.lowerBound..<at }
      turns.append(Turn(range: at..<at, speaker: speaker))
    }
    for (index, cue) in cues.enumerated() {
      let given = spoken[index].speaker
      var mark = heads[index].mark
      if let found = mark, bytes[found.lowerBound] != UInt8(ascii: ">"), !dashes { mark = nil }
      let label = heads[index].label.flatMap { speakers.contains($0.name) ? $0 : nil }
      if let mark { silent.append(mark) }
      if let label {
        silent.append((mark?.upperBound ?? cue.lowerBound)..<label.end)
        begin(cue.lowerBound, label.name)
      } else if mark != nil || turns.isEmpty {
        begin(cue.lowerBound, given)
      } else if let given, given != turns.last?.speaker {
        begin(cue.lowerBound, given)
      }
      let inner = Self.innerMarks(bytes, cue, from: mark?.upperBound ?? cue.lowerBound, mark)
      for mark in inner {
        silent.append(mark)
        begin(mark.lowerBound, given)
      }
    }
    if let last = turns.indices.last {
      turns[last].range = turns[last].range.lowerBound..<bytes.count
    }
    self.turns = turns
    self.silent = Self.apart(silent)
  }

  /// The cue in which a byte lies; a blank between cues belongs to the one before.
  func cue(at offset: Int) -> Int {
    cues.lastBeginning(at: offset) { $0.lowerBound }
  }
}

extension Array {
  /// The last element that begins at or before an offset; the first where none does.
  ///
  /// For elements in the order in which they begin. Logarithmic.
  func lastBeginning(at offset: Int, _ start: (Element) -> Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if start(self[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension Speech {
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    while low < range.upperBound, ASCII.isSpace(bytes[low]) { low += 1 }
    return low..<range.upperBound
  }

  /// `>>` or a dash before a capital at the head of a cue.
  private static func headMark(_ bytes: [UInt8], _ cue: Range<Int>) -> Range<Int>? {
    let start = trimmed(bytes, cue).lowerBound
    return turnMark(bytes, at: start, cue) ?? dash(bytes, at: start, cue)
  }

  /// `>>` and `>>>`, with what blanks follow.
  private static func turnMark(_ bytes: [UInt8], at start: Int, _ cue: Range<Int>) -> Range<Int>? {
    var end = start
    while end < cue.upperBound, bytes[end] == UInt8(ascii: ">") { end += 1 }
    guard (2...3).contains(end - start) else { return nil }
    while end < cue.upperBound, ASCII.isSpace(bytes[end]) { end += 1 }
    return start..<end
  }

  /// `- ` or `– ` before a capital, a digit or a bracket.
  private static func dash(_ bytes: [UInt8], at start: Int, _ cue: Range<Int>) -> Range<Int>? {
    guard start < cue.upperBound else { return nil }
    var end = start
    if bytes[start] == UInt8(ascii: "-") {
      end += 1
    } else if bytes[start] == 0xE2, start + 2 < cue.upperBound, bytes[start + 1] == 0x80,
      bytes[start + 2] == 0x93 || bytes[start + 2] == 0x94
    {
      end += 3
    } else {
      return nil
    }
    while end < cue.upperBound, ASCII.isSpace(bytes[end]) { end += 1 }
    guard end < cue.upperBound else { return nil }
    let begins =
      ASCII.isUpper(bytes[end]) || ASCII.isDigit(bytes[end]) || bytes[end] >= 0x80
      || bytes[end] == UInt8(ascii: "[") || bytes[end] == UInt8(ascii: "(")
    return begins ? start..<end : nil
  }

  /// Marks inside a cue: `>>` behind a blank, and a dash behind a sentence where the cue begins
  /// with one.
  private static func innerMarks(
    _ bytes: [UInt8], _ cue: Range<Int>, from start: Int, _ head: Range<Int>?
  ) -> [Range<Int>] {
    let dashed = head.map { bytes[$0.lowerBound] != UInt8(ascii: ">") } ?? false
    var result: [Range<Int>] = []
    var at = start
    while at < cue.upperBound {
      let isBehindBlank = at > cue.lowerBound && ASCII.isSpace(bytes[at - 1])
      if isBehindBlank {
        let mark =
          turnMark(bytes, at: at, cue)
          ?? (dashed && endsSentence(bytes, before: at, cue) ? dash(bytes, at: at, cue) : nil)
        if let mark {
          result.append(mark)
          at = mark.upperBound
          continue
        }
      }
      at += 1
    }
    return result
  }

  private static func endsSentence(_ bytes: [UInt8], before: Int, _ cue: Range<Int>) -> Bool {
    var at = before
    while at > cue.lowerBound, ASCII.isSpace(bytes[at - 1]) { at -= 1 }
    return at > cue.lowerBound && [0x2E, 0x21, 0x3F, 0x5D, 0x29].contains(bytes[at - 1])
  }

  /// Whether dashes are marks of turns here: two cues begin with one at least.
  private static func usesDashes(_ marks: [Range<Int>?], _ bytes: [UInt8]) -> Bool {
    marks.lazy.compactMap { $0 }.filter { bytes[$0.lowerBound] != UInt8(ascii: ">") }.count > 1
  }

  /// The ranges in order, those that touch or overlap joined, empty ones left out.
  private static func apart(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    })
    where !range.isEmpty {
      if let last = result.last, last.upperBound >= range.lowerBound {
        result[result.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
