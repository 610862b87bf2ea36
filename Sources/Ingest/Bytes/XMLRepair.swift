// Damaged XML to well-formed characters, before libxml2 sees it.

package import Model
import Text

/// Damaged XML to characters that a strict parser accepts.
///
/// libxml2's own recovery drops every character reference after the first error, so damage is
/// mended before it: named HTML references become characters, bare ampersands and less-than signs
/// become references, control characters, comments, processing instructions and the document type
/// (with all that it declares: no entity is ever expanded) go. Line breaks stay, so that a line
/// in a message is the line of the file.
package struct XMLRepair {
  /// The mended bytes.
  package private(set) var output: [UInt8] = []
  private var input: [UInt8]
  private var at = 0
  private var line = 1
  private var quote: UInt8 = 0
  /// Where the open quote began.
  private var quoteStart = 0
  private var inTag = false
  private var tagStart = 0
  private var found: [Damage: (line: Int, count: Int)] = [:]

  private enum Damage: Int, CaseIterable {
    case leading, control, ampersand, lessThan, quote, section, tag, unknownReference, badNumber,
      entities

    var message: String {
      switch self {
      case .leading: "text before the first element was left out"
      case .control: "control characters were left out"
      case .ampersand: "bare '&' read as text"
      case .lessThan: "bare '<' read as text"
      case .quote: "a quoted value without its end was ended"
      case .section: "a CDATA section without its end was ended"
      case .tag: "a tag of monstrous length was cut"
      case .unknownReference: "unknown character references kept as text"
      case .badNumber: "impossible character numbers shown as U+FFFD"
      case .entities: "the document type declares entities; they are not expanded"
      }
    }
  }

  /// Mends UTF-8 XML.
  ///
  /// - Returns: The mended bytes, and one warning for each kind of damage, with its first line.
  /// - Complexity: Linear.
  package static func repair(_ bytes: [UInt8]) -> ([UInt8], [Diagnostic]) {
    var repair = XMLRepair(bytes)
    repair.run()
    return (repair.output, repair.diagnostics)
  }

  private init(_ bytes: [UInt8]) { input = bytes }

  private var diagnostics: [Diagnostic] {
    Damage.allCases.compactMap { kind in
      found[kind].map {
        Diagnostic(line: $0.line, kind.message + ($0.count > 1 ? " (\($0.count) times)" : ""))
      }
    }
  }

  private mutating func note(_ damage: Damage) {
    found[damage, default: (line, 0)].count += 1
  }

  private mutating func run() {
    output.reserveCapacity(input.count + 64)
    let first = input.firstIndex(of: UInt8(ascii: "<")) ?? input.count
    if input[..<first].contains(where: {
      !ASCII.isSpace($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF
    }) {
      note(.leading)
    }
    skip(to: first)
    while at < input.count {
      if inTag, at - tagStart > Self.longestTag { endMonstrousTag() }
      guard at < input.count else { break }
      let byte = input[at]
      switch byte {
      case UInt8(ascii: "&"): ampersand()
      case UInt8(ascii: "<"): lessThan()
      case UInt8(ascii: ">") where inTag && quote == 0:
        inTag = false
        copy()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if inTag {
          if quote == 0 {
            (quote, quoteStart) = (byte, at)
          } else if quote == byte {
            quote = 0
          }
        }
        copy()
      default: copy()
      }
    }
  }

  /// Copies one byte, if XML allows it (XML 1.0 §2.2).
  private mutating func copy() {
    let byte = input[at]
    if byte == 0x0A { line += 1 }
    if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
      note(.control)
    } else if byte == 0xEF, at + 2 < input.count, input[at + 1] == 0xBF, input[at + 2] >= 0xBE {
      note(.control)  // U+FFFE and U+FFFF
      at += 2
    } else {
      output.append(byte)
    }
    at += 1
  }

  /// A start tag longer than this keeps its name and first attributes: libxml2 compares every
  /// attribute with every other.
  private static let longestTag = 65_536

  private mutating func skip(to end: Int) {
    while at < min(end, input.count) {
      if input[at] == 0x0A {
        line += 1
        output.append(0x0A)
      }
      at += 1
    }
  }

  private func begins(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { input[at...].starts(with: $0) }
  }

  /// The index after the next place where a text stands; the limit when there is none.
  private func end(of text: String, from start: Int, before limit: Int? = nil) -> Int {
    let wanted = Array(text.utf8)
    let limit = limit ?? input.count
    var index = start
    while index + wanted.count <= limit {
      if input[index] == wanted[0], input[index..<(index + wanted.count)].elementsEqual(wanted) {
        return index + wanted.count
      }
      index += 1
    }
    return limit
  }

  /// The index after the CDATA section at hand.
  ///
  /// One that goes on over the end of its entry and the beginning of another has lost its end,
  /// and is ended before that.
  private mutating func sectionEnd() -> Int {
    let stop = end(of: "]]>", from: at)
    for name in ["item", "entry"] {
      let close = end(of: "</\(name)>", from: at, before: stop)
      guard close < stop, end(of: "<\(name)", from: close, before: stop) < stop else { continue }
      note(.section)
      return close - name.utf8.count - 3
    }
    return stop
  }

  private mutating func lessThan() {
    if quote != 0, quoteRanAway {
      // The quote that should have ended the value is missing: end value and tag here.
      note(.quote)
      output += [quote, UInt8(ascii: ">")]
      quote = 0
      inTag = false
    }
    if quote != 0 {
      note(.lessThan)
      output += Array("&lt;".utf8)
      at += 1
      return
    }
    guard at + 1 < input.count else {
      at += 1
      return
    }
    let next = input[at + 1]
    if begins("<![CDATA[") {
      let stop = sectionEnd()
      while at < stop { copy() }
      if !output.suffix(3).elementsEqual(Array("]]>".utf8)) { output += Array("]]>".utf8) }
    } else if begins("<!--") {
      skip(to: end(of: "-->", from: at + 4))
    } else if begins("<!") {
      skipDocumentType()
    } else if next == UInt8(ascii: "?") {
      skip(to: end(of: "?>", from: at))
    } else if ASCII.isLetter(next) || next == UInt8(ascii: "_") || next == UInt8(ascii: "/")
      || next >= 0x80
    {
      inTag = true
      tagStart = at
      copy()
    } else {
      note(.lessThan)
      output += Array("&lt;".utf8)
      at += 1
    }
  }

  private mutating func endMonstrousTag() {
    note(.tag)
    if quote != 0 { output.append(quote) }
    quote = 0
    output.append(UInt8(ascii: ">"))
    inTag = false
    skip(to: (input[at...].firstIndex(of: UInt8(ascii: ">")) ?? input.count) + 1)
  }

  /// Whether a `<` in a quoted value opens a tag: the value holds the end of a tag, and no `<`.
  private var quoteRanAway: Bool {
    guard at + 1 < input.count, ASCII.isLetter(input[at + 1]) || input[at + 1] == UInt8(ascii: "/")
    else { return false }
    let value = input[quoteStart..<at]
    return value.contains(UInt8(ascii: ">")) && !value.contains(UInt8(ascii: "<"))
  }

  private mutating func skipDocumentType() {
    var stop = at + 2
    var depth = 0
    var quoted: UInt8 = 0
    while stop < input.count {
      let byte = input[stop]
      if quoted != 0 {
        if byte == quoted { quoted = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quoted = byte
      } else if byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "]") {
        depth -= 1
      } else if byte == UInt8(ascii: ">"), depth <= 0 {
        break
      }
      stop += 1
    }
    let declaration = input[at..<min(stop, input.count)]
    if declaration.contains(UInt8(ascii: "[")),
      Strings.contains(String(decoding: declaration, as: UTF8.self), "<!ENTITY")
    {
      note(.entities)
    }
    skip(to: stop + 1)
  }

  private mutating func ampersand() {
    let rest = input[at...]
    var stop = at + 1
    while stop < input.count, stop - at < 34,
      ASCII.isAlphanumeric(input[stop]) || input[stop] == UInt8(ascii: "#")
    {
      stop += 1
    }
    let closed = stop < input.count && input[stop] == UInt8(ascii: ";")
    let name = input[(at + 1)..<stop]
    if closed, ["amp", "lt", "gt", "quot", "apos"].contains(String(decoding: name, as: UTF8.self)) {
      while at <= stop { copy() }
    } else if name.first == UInt8(ascii: "#"),
      let (characters, next) = CharacterReferences.reference(in: rest, at: at)
    {
      emit(characters, isNumber: true)
      at = next
    } else if closed, let characters = CharacterReferences.lookup(name) {
      emit(characters, isNumber: false)
      at = stop + 1
    } else {
      note(closed && !name.isEmpty ? .unknownReference : .ampersand)
      output += Array("&amp;".utf8)
      at += 1
    }
  }

  /// Writes decoded characters so that they stay characters.
  private mutating func emit(_ characters: [UInt8], isNumber: Bool) {
    if isNumber, characters == [0xEF, 0xBF, 0xBD] { note(.badNumber) }
    for byte in characters {
      switch byte {
      case UInt8(ascii: "<"): output += Array("&lt;".utf8)
      case UInt8(ascii: "&"): output += Array("&amp;".utf8)
      case UInt8(ascii: ">"): output += Array("&gt;".utf8)
      case UInt8(ascii: "\""): output += Array("&quot;".utf8)
      case 0x09, 0x0A, 0x0D: output += Array("&#\(byte);".utf8)
      case 0..<0x20: note(.control)
      default: output.append(byte)
      }
    }
  }
}
