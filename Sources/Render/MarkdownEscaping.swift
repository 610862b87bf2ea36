// What makes text and addresses safe to print into Markdown.

/// What makes text and addresses safe to print into Markdown.
///
/// The rendered text is the text that was given, character for character: for CommonMark 0.31, and
/// for what Hugo (shortcodes, then Goldmark with its typographer), Jekyll (Liquid, then kramdown),
/// Zola (shortcodes, then pulldown-cmark), GitHub and Discourse add to it. A backslash stands where
/// kramdown knows it, too, a character reference elsewhere; shortcodes and Liquid are looked for
/// before references are read, so that `{` as a reference begins none.
enum MarkdownEscaping {
  /// Where the Markdown is going to be read.
  enum Place {
    /// A generator of static sites.
    case site
    /// A forum or a bug tracker: names and numbers become links there after the Markdown has been
    /// rendered, so that no escape helps; an empty comment behind the sign does.
    case forum
  }

  /// A text in one line, its blanks folded.
  static func text(_ text: String, for place: Place) -> String {
    var escaped = MarkdownText(Array(folded(text).utf8), place: place)
    return escaped.escaped()
  }

  /// A link, or only its text where the address may not be linked.
  static func link(_ text: String, to address: String?, for place: Place) -> String {
    guard let address = HTMLEscaping.link(address) else { return self.text(text, for: place) }
    let shown = text.isEmpty ? address : text
    return "[\(self.text(shown, for: place))](\(destination(address)))"
  }

  /// A text as a double-quoted scalar (YAML 1.2.2, §7.3.1).
  static func yaml(_ text: String) -> String {
    var out = "\""
    for scalar in folded(text).unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      // Not printable in YAML (§5.1).
      case "\u{FFFE}", "\u{FFFF}": continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// The address with character references for what could end a link or begin something else; it
  /// stays the same address (CommonMark §6.3, kramdown's attributes).
  static func destination(_ address: String) -> String {
    var out: [UInt8] = []
    for byte in address.utf8 {
      if "&()<>\"'\\`*[]{}|$~^".utf8.contains(byte) {
        out += reference(byte)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func folded(_ text: String) -> String {
    HTMLEscaping.disarmed(text)
      .split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }

  /// `&#42;` for `*`.
  fileprivate static func reference(_ byte: UInt8) -> [UInt8] { Array("&#\(byte);".utf8) }
}

/// A text while it is escaped, byte by byte: all that matters is ASCII.
private struct MarkdownText {
  private let bytes: [UInt8]
  private let place: MarkdownEscaping.Place
  private var out: [UInt8] = []

  init(_ bytes: [UInt8], place: MarkdownEscaping.Place) {
    (self.bytes, self.place) = (bytes, place)
  }

  mutating func escaped() -> String {
    out.reserveCapacity(bytes.count + 32)
    for index in bytes.indices { append(at: index) }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func append(at index: Int) {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      out += MarkdownEscaping.reference(byte)
      if place == .forum, byte == UInt8(ascii: "<"), next(index) == UInt8(ascii: "3") { part() }
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"),
      UInt8(ascii: "|"), UInt8(ascii: "$"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "!"):
      escape(byte)
    case UInt8(ascii: "#"):
      escape(byte)
      if place == .forum, isName(next(index)) { part() }
    case UInt8(ascii: "@"): isName(next(index)) ? keep(byte) : out.append(byte)
    case UInt8(ascii: ":"), UInt8(ascii: ";"): colon(byte, at: index)
    case UInt8(ascii: "."): dot(at: index)
    case UInt8(ascii: ")") where isListMark(at: index): escape(byte)
    case UInt8(ascii: "(") where isSign(behind: index): escape(byte)
    case UInt8(ascii: "-")
    where index == 0 || [byte, UInt8(ascii: "+")].contains(bytes[index - 1]):
      escape(byte)
    case UInt8(ascii: "+") where index == 0: escape(byte)
    case UInt8(ascii: "=") where index == 0 || bytes[index - 1] == byte: escape(byte)
    case UInt8(ascii: "?") where previous(index) == byte,
      UInt8(ascii: ",") where previous(index) == byte:
      out += MarkdownEscaping.reference(byte)
    default: out.append(byte)
    }
  }

  /// Addresses (`https://`), `:emoji:`, and faces.
  private mutating func colon(_ byte: UInt8, at index: Int) {
    let isScheme = next(index) == UInt8(ascii: "/") && next(index + 1) == UInt8(ascii: "/")
    let isFace =
      place == .forum && !isName(previous(index))
      && next(index).map { "()[]DPpOoSsXx3|/\\*$'@-".utf8.contains($0) } == true
    let isSpecial = isFace || (byte == UInt8(ascii: ":") && (isScheme || isEmoji(at: index)))
    if place == .site, isSpecial || index == 0 {
      out += MarkdownEscaping.reference(byte)
    } else {
      // At the beginning of a line, a colon begins a definition.
      out += index == 0 ? MarkdownEscaping.reference(byte) : [byte]
      if isSpecial { part() }
    }
  }

  /// Whether a second colon follows behind the letters of a name.
  private func isEmoji(at index: Int) -> Bool {
    let end = bytes[(index + 1)...].firstIndex { !isName($0) && !"+-".utf8.contains($0) }
    guard let end, end > index + 1 else { return false }
    return bytes[end] == UInt8(ascii: ":")
  }

  private mutating func dot(at index: Int) {
    let byte = bytes[index]
    let start = bytes[..<index].lastIndex { !isName($0) }.map { $0 + 1 } ?? 0
    let isHost = String(decoding: bytes[start..<index], as: UTF8.self).lowercased() == "www"
    if place == .site, isHost, isName(next(index)) {
      out += MarkdownEscaping.reference(byte)
    } else if place == .forum, isName(previous(index)), isName(next(index)),
      isHost || !isDigit(next(index))
    {
      // Discourse links `example.com`, too.
      part()
      out.append(byte)
    } else if previous(index) == byte || isListMark(at: index) {
      escape(byte)
    } else {
      out.append(byte)
    }
  }

  /// `(c)`, `(tm)` and the like, which typographers turn into signs.
  private func isSign(behind index: Int) -> Bool {
    let word = bytes[(index + 1)...].prefix(3).prefix { $0 != UInt8(ascii: ")") }
    return ["c", "r", "p", "tm"].contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// Whether a sign behind the digits that the text begins with makes an item of a list of them.
  private func isListMark(at index: Int) -> Bool {
    index > 0 && (next(index) ?? UInt8(ascii: " ")) == UInt8(ascii: " ")
      && bytes[..<index].allSatisfy { isDigit($0) }
  }

  /// The sign so that it begins no name, number or picture.
  private mutating func keep(_ byte: UInt8) {
    switch place {
    case .site: out += MarkdownEscaping.reference(byte)
    case .forum:
      out.append(byte)
      part()
    }
  }

  private mutating func part() { out += Array("<!-- -->".utf8) }

  private mutating func escape(_ byte: UInt8) { out += [UInt8(ascii: "\\"), byte] }

  private func next(_ index: Int) -> UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  private func previous(_ index: Int) -> UInt8? { index > 0 ? bytes[index - 1] : nil }

  private func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

  private func isName(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }
}
