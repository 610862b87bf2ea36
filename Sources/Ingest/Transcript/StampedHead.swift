// The head of a line that begins with a time, or with a name and a time.

import Text

/// The head of a line of timestamped text.
///
/// `00:08:31 words`, `[8:31] words`, `(0:08:31): words`, `[Speaker 1] [8:31] words`,
/// `Ann Lee (00:08:31):`, `Ann Lee  8:31`, and `[00:01.000 --> 00:02.500] words`.
struct StampedHead {
  /// Seconds.
  private(set) var start: Double
  /// Seconds; `nil` where no range is given.
  private(set) var end: Double?
  /// The name before the time; `nil` where none is given.
  private(set) var speaker: String?
  /// What follows.
  private(set) var text = ""

  /// Reads the head of a line; `nil` when it has none.
  ///
  /// - Parameter leniently: 60 seconds count too: recorders round up to them.
  init?(_ line: String, leniently: Bool) {
    let bytes = Array(line.utf8)
    var at = bytes.passBlanks(0)
    let isBold = bytes.has("**", at: at)
    if isBold { at += 2 }
    guard at < bytes.count else { return nil }
    var head = Self.stamp(bytes, &at, leniently)
    var speaker: String?
    if head == nil {
      guard let named = Self.named(bytes, &at, leniently) else { return nil }
      (speaker, head) = (named.name, named.stamp)
    }
    guard let stamp = head else { return nil }
    (self.start, self.end, self.speaker) = (stamp.start, stamp.end, speaker)
    if isBold, bytes.has("**", at: at) { at += 2 }
    if at < bytes.count, bytes[at] == UInt8(ascii: ":") { at += 1 }
    if isBold, bytes.has("**", at: at) { at += 2 }
    guard stamp.isBracketed || at == bytes.count || ASCII.isSpace(bytes[at]) else { return nil }
    self.text = String(decoding: bytes[at...], as: UTF8.self)
  }

  private typealias Stamp = (start: Double, end: Double?, isBracketed: Bool)

  /// A time or a range of times, in brackets or not, and what belongs to it.
  private static func stamp(_ bytes: [UInt8], _ index: inout Int, _ leniently: Bool) -> Stamp? {
    var at = index
    if bytes.has("\\[", at: at) { at += 1 }
    guard at < bytes.count else { return nil }
    let close: UInt8? =
      switch bytes[at] {
      case UInt8(ascii: "["): UInt8(ascii: "]")
      case UInt8(ascii: "("): UInt8(ascii: ")")
      default: nil
      }
    if close != nil { at = bytes.passBlanks(at + 1) }
    guard let first = Clock(bytes, at: &at) else { return nil }
    let end = rangeEnd(bytes, &at, leniently)
    guard let start = seconds(first, leniently, alone: close != nil && end != nil) else {
      return nil
    }
    if let close {
      at = bytes.passBlanks(at)
      if at < bytes.count, bytes[at] == UInt8(ascii: "\\") { at += 1 }
      guard at < bytes.count, bytes[at] == close else { return nil }
      at += 1
    }
    index = at
    return (start, end, close != nil)
  }

  /// What follows an arrow or a dash between two times.
  private static func rangeEnd(_ bytes: [UInt8], _ index: inout Int, _ leniently: Bool) -> Double? {
    var at = bytes.passBlanks(index)
    let arrows: [StaticString] = ["-->", "->", "-", "\u{2013}"]
    guard let arrow = arrows.first(where: { bytes.has($0, at: at) }) else { return nil }
    at = bytes.passBlanks(at + arrow.utf8CodeUnitCount)
    guard let clock = Clock(bytes, at: &at),
      let end = seconds(clock, leniently, alone: arrow.utf8CodeUnitCount == 3 && clock.mark != nil)
    else { return nil }
    index = at
    return end
  }

  /// The seconds of a time with minutes; of four fields, the last are frames at 30 a second.
  ///
  /// - Parameter alone: Seconds alone count too.
  private static func seconds(_ clock: Clock, _ leniently: Bool, alone: Bool) -> Double? {
    if clock.fields.count == 1 { return alone ? clock.seconds : nil }
    guard clock.widths[0] <= 3 else { return nil }
    var fields = clock.fields[...]
    var frames = 0
    if fields.count == 4 { frames = fields.removeLast() }
    let sixtieths = zip(fields, clock.widths).dropFirst()
    guard frames < 60, sixtieths.allSatisfy({ $0 < (leniently ? 61 : 60) && $1 == 2 }) else {
      return nil
    }
    if clock.fields.count < 4 { return clock.seconds }
    return fields.reduce(0.0) { $0 * 60 + Double($1) } + Double(frames) / 30
  }

  /// A name, and the time behind it.
  private static func named(
    _ bytes: [UInt8], _ index: inout Int, _ leniently: Bool
  ) -> (name: String, stamp: Stamp)? {
    var at = index
    let isBracketed = bytes[at] == UInt8(ascii: "[")
    if isBracketed { at += 1 }
    let from = at
    var isApart = false
    while at < bytes.count, at - from <= SpeakerName.maximumBytes {
      let byte = bytes[at]
      if isBracketed ? byte == UInt8(ascii: "]") : byte == UInt8(ascii: "(") || byte == 0x5B {
        break
      }
      if !isBracketed, byte == 0x09 || byte == 0x20 && at + 1 < bytes.count && bytes[at + 1] == 0x20
      {
        isApart = true
        break
      }
      at += 1
    }
    guard at < bytes.count, let name = name(bytes[from..<at]) else { return nil }
    at = bytes.passBlanks(isBracketed ? at + 1 : at)
    guard let stamp = stamp(bytes, &at, leniently), isApart != stamp.isBracketed || isBracketed
    else { return nil }
    index = at
    if isBracketed { return (name, stamp) }
    // In running text a name is not told from other words: a colon or nothing stands behind it.
    if bytes.has(":", at: at), bytes.passBlanks(at + 1) == bytes.count { return (name, stamp) }
    let isEnd = bytes.passBlanks(at) == bytes.count || bytes.has(":", at: at)
    return (isEnd || bytes.has("**", at: at)) && isCapital(name) ? (name, stamp) : nil
  }

  /// A few words, beginning with a letter.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = Strings.trimmed(String(decoding: bytes, as: UTF8.self))
    if text.hasSuffix("**") { text.removeLast(2) }
    guard let name = SpeakerName.read(text), let first = name.unicodeScalars.first,
      first.properties.isAlphabetic, name.utf8.count(where: { $0 == 0x20 }) < 7
    else { return nil }
    return name
  }

  /// Whether a name begins with a capital, or in a script without them.
  private static func isCapital(_ name: String) -> Bool {
    name.unicodeScalars.first?.properties.isLowercase == false
  }
}
