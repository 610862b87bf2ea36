// Chapters that show notes list: times with titles.

import Model
import Text

/// Chapters that show notes list.
///
/// Publishers without a chapters file write them as lines: `(00:13:41) Why it matters`,
/// `[1:02:10] - outro`, `00:00 Intro`, `Why it matters 13:41`, or as links to a moment (`#t=821`).
enum NoteChapters {
  /// Fewer times than that are remarks, not a table of contents.
  private static let fewest = 3

  /// The chapters, in order; empty when the notes list none.
  ///
  /// - Parameter html: The show notes.
  static func find(in html: String) -> [ChapterMark] {
    let written = ascending(HTMLText.blocks(of: html).compactMap { mark($0.text) })
    if written.count >= fewest { return written }
    let linked = ascending(links(in: html))
    return linked.count >= fewest ? linked : []
  }

  /// Times go forward in a table of contents; what does not is something else.
  private static func ascending(_ marks: [ChapterMark]) -> [ChapterMark] {
    var result: [ChapterMark] = []
    for mark in marks where result.last.map({ mark.start > $0.start }) ?? true {
      result.append(mark)
    }
    // A list that mostly jumps about is none.
    return result.count * 4 >= marks.count * 3 ? result : []
  }

  /// A time with its title; `nil` for a line that is neither.
  static func mark(_ line: String) -> ChapterMark? {
    guard line.utf8.count <= 300 else { return nil }
    let bytes = Array(line.utf8)
    var scanner = NoteScanner(bytes)
    scanner.skipMarks()
    if let start = scanner.time() {
      // `00:00 - 05:13 Intro`: the end of a range is no title.
      var rest = scanner
      rest.skipMarks()
      if rest.time() != nil { scanner = rest }
      scanner.skipMarks()
      return title(bytes[scanner.at...]).map { ChapterMark(start: start, title: $0) }
    }
    guard let last = bytes.lastIndex(where: { $0 <= 0x20 || $0 == UInt8(ascii: "(") }) else {
      return nil
    }
    var tail = NoteScanner(Array(bytes[last...]))
    tail.skipMarks()
    guard let start = tail.time(), tail.isAtEndButMarks else { return nil }
    return title(bytes[..<last]).map { ChapterMark(start: start, title: $0) }
  }

  /// The title without the marks around it; `nil` when no letter is left.
  private static func title(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = Strings.trimmed(String(decoding: bytes, as: UTF8.self))
    while let last = text.last, "-–—:|([@•".contains(last) {
      text = Strings.trimmed(String(text.dropLast()))
    }
    return text.contains(where: \.isLetter) ? text : nil
  }

  /// Links to a moment of the audio (W3C Media Fragments 1.0 §4.2.1) or of a video.
  private static func links(in html: String) -> [ChapterMark] {
    let bytes = Array(html.utf8)
    let span = bytes.span
    var tokenizer = HTMLTokenizer()
    var marks: [ChapterMark] = []
    var open: (start: Double, text: String)?
    while let token = tokenizer.next(span) {
      switch token {
      case .startTag(let name, let range, _) where name.element == .a:
        let href = HTMLTokenizer.attributes(span, range).first { $0.name == "href" }?.value
        open = href.flatMap(moment).map { ($0, "") }
      case .text(let range, _):
        open?.text += CharacterReferences.decode(String(decoding: bytes[range], as: UTF8.self))
      case .endTag(let name) where name.element == .a:
        if let (start, text) = open, let title = title(Array(Strings.folded(text).utf8)[...]) {
          marks.append(ChapterMark(start: start, title: title))
        }
        open = nil
      default: break
      }
    }
    return marks
  }

  private static func moment(_ address: String) -> Double? {
    for mark in ["#t=", "?t=", "&t="] {
      guard let range = address.firstRange(of: mark) else { continue }
      let value = address[range.upperBound...].prefix { $0 != "&" && $0 != "," && $0 != "#" }
      return seconds(String(value))
    }
    return nil
  }

  /// `821`, `821s`, `13:41`, `1h2m10s`.
  private static func seconds(_ text: String) -> Double? {
    if let plain = EntryModules.npt(text) { return plain }
    var total = 0.0
    var number = ""
    for character in text.lowercased() {
      if character.isNumber || character == "." {
        number.append(character)
      } else if let factor = ["h": 3600.0, "m": 60.0, "s": 1.0][String(character)],
        let value = Double(number)
      {
        total += value * factor
        number = ""
      } else {
        return nil
      }
    }
    return number.isEmpty && !text.isEmpty ? total : nil
  }
}

/// Walks over one line of show notes.
private struct NoteScanner {
  let bytes: [UInt8]
  var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Passes blanks, brackets, bullets and dashes.
  mutating func skipMarks() {
    while at < bytes.count {
      let byte = bytes[at]
      if byte <= 0x20 || Array("-*()[]{}:|>@~".utf8).contains(byte) {
        at += 1
      } else if byte == 0xE2, at + 2 < bytes.count, isMark(bytes[at + 1], bytes[at + 2]) {
        at += 3
      } else {
        return
      }
    }
  }

  /// En and em dash, bullet, triangular bullet, play triangle.
  private func isMark(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x93), (0x80, 0x94), (0x80, 0xA2), (0x80, 0xA3), (0x96, 0xB6), (0x96, 0xBA): true
    default: false
    }
  }

  var isAtEndButMarks: Bool {
    var rest = self
    rest.skipMarks()
    return rest.at == bytes.count
  }

  /// Seconds of `MM:SS`, `H:MM:SS`, `HH:MM:SS.s`; `nil`, and nothing passed, for anything else.
  mutating func time() -> Double? {
    let start = at
    var fields: [Double] = []
    while true {
      let digits = bytes[at...].prefix(while: ASCII.isDigit)
      guard (fields.isEmpty ? 1...3 : 2...2).contains(digits.count),
        let number = Double(String(decoding: digits, as: UTF8.self)),
        fields.isEmpty || number < 60
      else { break }
      fields.append(number)
      at += digits.count
      guard fields.count < 3, at < bytes.count, bytes[at] == UInt8(ascii: ":") else { break }
      at += 1
    }
    let followed = at < bytes.count && (ASCII.isAlphanumeric(bytes[at]) || bytes[at] == 0x3A)
    guard fields.count >= 2, !followed else {
      at = start
      return nil
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1 + bytes[(at + 1)...].prefix(while: ASCII.isDigit).count
    }
    return fields.reduce(0) { $0 * 60 + $1 }
  }
}
