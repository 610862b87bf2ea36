// Time stamps inside of Markdown: `\[00:12:34.15\]`.

import Text

/// Time stamps inside of Markdown: `\[00:12:34.15\]`, `[12:34]`.
enum MarkdownStamps {
  /// Stands for a stamp while the text is made plain: white space to Markdown.
  private static let sign: Unicode.Scalar = "\u{2028}"

  /// Whether fractions are frames: each has two digits, and none is above 29.
  static func haveFrames(_ lines: [String]) -> Bool {
    for line in lines where line.utf8.contains(UInt8(ascii: "[")) {
      let bytes = Array(line.utf8)
      var at = 0
      while let open = bytes[at...].firstIndex(of: UInt8(ascii: "[")) {
        at = open + 1
        if let (clock, _) = stamp(bytes, open), clock.mark != nil,
          clock.fractionWidth != 2 || clock.fraction > 29
        {
          return false
        }
      }
    }
    return true
  }

  /// Markdown as plain text, cut where stamps stand; the first part has no time unless a stamp
  /// leads it.
  static func split(_ markdown: String, hasFrames: Bool) -> [(start: Double?, text: String)] {
    let bytes = Array(markdown.replacing("\u{2028}", with: " ").utf8)
    var starts: [Double?] = [nil]
    var text: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let open = bytes.has("\\[", at: at) ? at + 1 : at
      if bytes[open] == UInt8(ascii: "["), let (clock, end) = stamp(bytes, open) {
        starts.append(seconds(clock, hasFrames))
        text += String(Character(sign)).utf8
        at = end
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    let plain = MarkdownText.plain(String(decoding: text, as: UTF8.self))
    let parts = plain.unicodeScalars.split(separator: sign, omittingEmptySubsequences: false)
    return zip(starts, parts).map { ($0, String($1)) }
  }

  /// The stamp at a bracket, and the index behind it.
  private static func stamp(_ bytes: [UInt8], _ open: Int) -> (Clock, Int)? {
    var at = open + 1
    guard let clock = Clock(bytes, at: &at), (2...3).contains(clock.fields.count),
      clock.widths.last == 2
    else { return nil }
    if at < bytes.count, bytes[at] == UInt8(ascii: "\\") { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "]") else { return nil }
    return (clock, at + 1)
  }

  private static func seconds(_ clock: Clock, _ hasFrames: Bool) -> Double {
    guard hasFrames, clock.mark != nil else { return clock.seconds }
    return clock.fields.reduce(0.0) { $0 * 60 + Double($1) } + Double(clock.fraction) / 30
  }
}
