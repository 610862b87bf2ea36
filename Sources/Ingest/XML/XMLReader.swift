// XML bytes to elements, whatever state they are in.

import Model
import Text

/// Reads XML in one pass, mending what is broken as it goes.
///
/// A parser that is strict stops at the first fault, and one that recovers drops what it does not
/// understand; feeds are damaged in a few well-known ways, and each has its own remedy here, with a
/// warning that names the line. Well-formed XML is read as the specifications say. No external
/// entity is ever looked at, nothing is fetched; depth, attributes, and what entities expand to are
/// bounded.
///
/// Sources: XML 1.0 (5th ed.), Namespaces in XML 1.0, XML Base.
/// Complexity: linear in the bytes.
struct XMLReader {
  /// Elements nested deeper than this lose their tags.
  static let maximumDepth = 200

  /// Is given each element when it ends, with its depth (a root's is 0), and says whether its
  /// parent keeps it.
  typealias OnClose = (XMLElement, Int) -> Bool

  /// The index of the byte at hand.
  var at = 0
  private var text: [UInt8] = []
  private var tree = XMLTree()
  private var names = XMLNames()
  private var references = XMLReferences()
  private var damage = XMLDamage()
  private var lines = LineCounter()
  private let base: String?
  /// What does not come any more, so that it is looked for once.
  private var missing: Set<String> = []
  private var sectionEnd: Int?
  private var hasDocumentType = false

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - base: The document's address, against which `xml:base` is resolved.
  /// - Returns: The root as far as it was read, and what was mended.
  static func read(
    _ bytes: [UInt8], base: String? = nil, onClose: OnClose = { _, _ in true }
  ) -> (root: XMLElement?, warnings: [Diagnostic]) {
    var reader = XMLReader(base: base)
    reader.run(bytes.span, onClose)
    return (reader.tree.root, reader.damage.diagnostics)
  }

  private init(base: String?) { self.base = base }

  /// Notes damage at the byte at hand.
  mutating func note(_ kind: XMLDamageKind, _ s: Span<UInt8>) {
    damage.note(kind) { lines.line(at: at, in: s) }
  }

  private mutating func run(_ s: Span<UInt8>, _ onClose: OnClose) {
    skipLeading(s)
    while at < s.count {
      if s[at] == UInt8(ascii: "<") { markup(s, onClose) } else { characters(s) }
    }
    flush(s)
    if tree.isOpen {
      note(.truncated, s)
      while tree.isOpen { closeTop(onClose, implied: true) }
    }
  }

  private mutating func skipLeading(_ s: Span<UInt8>) {
    var junk = false
    while at < s.count, s[at] != UInt8(ascii: "<") {
      let byte = s[at]
      if !ASCII.isSpace(byte), byte != 0xEF, byte != 0xBB, byte != 0xBF, byte != 0 { junk = true }
      at += 1
    }
    if junk { note(.leading, s) }
  }

  // MARK: Text

  /// Takes text up to the next tag.
  private mutating func characters(_ s: Span<UInt8>) {
    var text: [UInt8] = []
    swap(&text, &self.text)
    defer { swap(&text, &self.text) }
    var start = at
    while at < s.count {
      let byte = s[at]
      if byte > 0x3C, byte != 0xC2 {
        at += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "<"):
        text.append(s, start..<at)
        return
      case UInt8(ascii: "&"):
        text.append(s, start..<at)
        reference(s, into: &text)
        start = at
      case 0x0D, 0xC2, 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20:
        start = mend(s, start, &text)
      default: at += 1
      }
    }
    text.append(s, start..<at)
  }

  /// Leaves out control characters, makes line ends one (XML 1.0 §2.11), and reads C1 control
  /// characters as the windows-1252 that they were; returns where unchanged text goes on.
  private mutating func mend(_ s: Span<UInt8>, _ start: Int, _ target: inout [UInt8]) -> Int {
    if s[at] == 0xC2 {
      guard at + 1 < s.count, (0x80...0x9F).contains(s[at + 1]) else {
        at += 1
        return start
      }
      target.append(s, start..<at)
      let scalar = Unicode.Scalar(CharacterReferences.windows1252[Int(s[at + 1]) - 0x80])
      target += String(Character(scalar ?? "\u{FFFD}")).utf8
      note(.windows1252, s)
      at += 2
      return at
    }
    target.append(s, start..<at)
    if s[at] == 0x0D {
      if at + 1 >= s.count || s[at + 1] != 0x0A { target.append(0x0A) }
    } else {
      note(.control, s)
    }
    at += 1
    return at
  }

  /// Decodes the reference at hand.
  mutating func reference(_ s: Span<UInt8>, into target: inout [UInt8]) {
    switch references.read(s, at: at) {
    case .characters(let characters, let next):
      target += characters
      at = next
    case .mended(let characters, let next, let kind):
      note(kind, s)
      target += characters
      at = next
    case .text(let kind):
      note(kind, s)
      target.append(UInt8(ascii: "&"))
      at += 1
    }
  }

  /// Hands the gathered text to the open element.
  private mutating func flush(_ s: Span<UInt8>) {
    guard !text.isEmpty else { return }
    if tree.isOpen {
      tree.append(String(decoding: text, as: UTF8.self))
    } else if tree.root != nil, text.contains(where: { !ASCII.isSpace($0) }) {
      note(.trailing, s)
    }
    text.removeAll(keepingCapacity: true)
  }

  // MARK: Markup

  private mutating func markup(_ s: Span<UInt8>, _ onClose: OnClose) {
    guard at + 1 < s.count else {
      at += 1
      return
    }
    switch s[at + 1] {
    case UInt8(ascii: "/"):
      endTag(s, onClose)
    case UInt8(ascii: "!"):
      if s.begins("<![CDATA[", at: at) {
        section(s)
      } else if s.begins("<!--", at: at) {
        comment(s)
      } else if at + 2 < s.count, ASCII.isLetter(s[at + 2]) || s[at + 2] == UInt8(ascii: "[") {
        documentType(s)
      } else {
        bareLessThan(s)
      }
    case UInt8(ascii: "?"):
      at = end(of: "?>", s) ?? end(of: ">", s) ?? s.count
    case let byte where ASCII.isLetter(byte) || byte == UInt8(ascii: "_") || byte >= 0x80:
      startTag(s, onClose)
    default: bareLessThan(s)
    }
  }

  private mutating func bareLessThan(_ s: Span<UInt8>) {
    note(.lessThan, s)
    text.append(UInt8(ascii: "<"))
    at += 1
  }

  private mutating func comment(_ s: Span<UInt8>) {
    let start = at
    at = min(at + 4, s.count)
    if let end = end(of: "-->", s) {
      at = end
    } else {
      at = start
      note(.comment, s)
      at = end(of: ">", s) ?? s.count
    }
  }

  /// The index behind the next place where a text stands; `nil` when there is none.
  private mutating func end(of text: String, _ s: Span<UInt8>) -> Int? {
    if missing.contains(text) { return nil }
    if let end = s.end(of: text, from: at) { return end }
    missing.insert(text)
    return nil
  }

  /// Takes a CDATA section as text.
  ///
  /// One that goes on over the end of its entry and the beginning of another has lost its end, and
  /// is ended before that.
  private mutating func section(_ s: Span<UInt8>) {
    var text: [UInt8] = []
    swap(&text, &self.text)
    defer { swap(&text, &self.text) }
    at += 9
    if sectionEnd.map({ $0 - 3 < at }) ?? true { sectionEnd = end(of: "]]>", s) }
    let stop = sectionEnd.map { $0 - 3 } ?? s.count
    var start = at
    /// The first end of an entry inside: where, and how much text stands before it.
    var entryEnd: (index: Int, text: Int)?
    while at < stop {
      let byte = s[at]
      if byte > 0x3C ? byte != 0xC2 : byte >= 0x20 && byte != 0x3C || byte == 0x0A || byte == 0x09 {
        at += 1
      } else if byte == UInt8(ascii: "<") {
        if entryEnd == nil, s.begins("</item>", at: at) || s.begins("</entry>", at: at) {
          text.append(s, start..<at)
          start = at
          let index = s.lastMarkup(before: at, from: 0)
          entryEnd = (index, max(0, text.count - (at - index)))
          if sectionEnd == nil { break }
        } else if entryEnd != nil, s.begins("<item", at: at) || s.begins("<entry", at: at) {
          break
        }
        at += 1
      } else {
        start = mend(s, start, &text)
      }
    }
    if at < stop, let entryEnd {
      note(.section, s)
      text.removeSubrange(min(entryEnd.text, text.count)...)
      at = entryEnd.index
      return
    }
    if start < stop { text.append(s, start..<stop) }
    if sectionEnd == nil { note(.section, s) }
    at = sectionEnd ?? s.count
  }

  private mutating func documentType(_ s: Span<UInt8>) {
    let start = at
    guard !hasDocumentType else {
      at = end(of: ">", s) ?? s.count
      return
    }
    hasDocumentType = true
    var depth = 0
    var quote: UInt8 = 0
    var stop = at + 2
    while stop < s.count {
      let byte = s[stop]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "]") {
        depth -= 1
      } else if byte == UInt8(ascii: ">"), depth <= 0 {
        break
      }
      stop += 1
    }
    if stop >= s.count {  // a quote or a bracket without its end must not swallow the document
      note(.tag, s)
      stop = s.end(of: ">", from: start).map { $0 - 1 } ?? s.count
    }
    let end = min(stop, s.count, start + 65_536)
    references.declare(String(decoding: Array(s, start..<end), as: UTF8.self))
    at = min(stop + 1, s.count)
  }

  private mutating func endTag(_ s: Span<UInt8>, _ onClose: OnClose) {
    flush(s)
    let start = at + 2
    var stop = start
    while stop < s.count, s[stop] != UInt8(ascii: ">"), s[stop] != UInt8(ascii: "<") { stop += 1 }
    var end = stop
    while end > start, s[end - 1] <= 0x20 { end -= 1 }
    if stop == s.count { note(.truncated, s) }
    let name = String(decoding: Array(s, start..<end), as: UTF8.self)
    switch tree.depthOfOpen(name.lowercased()) {
    case .flattened: tree.leaveFlattened()
    case .none: note(.strayEnd, s)
    case .open(let above):
      if above > 0 { note(.missingEnd, s) }
      for _ in 0..<above { closeTop(onClose, implied: true) }
      closeTop(onClose, implied: false)
    }
    at = stop < s.count && s[stop] == UInt8(ascii: ">") ? stop + 1 : stop
  }

  private mutating func startTag(_ s: Span<UInt8>, _ onClose: OnClose) {
    flush(s)
    let tagStart = at
    at += 1
    let raw = name(s)
    var attributes: [XMLElement.Attribute] = []
    var declarations: [(prefix: String, uri: String)] = []
    let isEmpty = self.attributes(s, &attributes, &declarations)
    let scoped = names.open(declarations, isRoot: !tree.isOpen)
    if !tree.isOpen, names.element(raw) == "feed" { names.assumeAtom() }
    let name = names.element(raw)
    for index in attributes.indices {
      attributes[index].name = names.attribute(attributes[index].name)
    }
    if XMLTree.isEntry(name), let above = tree.openEntry() {
      note(.missingEnd, s)
      for _ in 0...above { closeTop(onClose, implied: true) }
    }
    let outer = tree.base
    let own = attributes.first { $0.name == "xml:base" }?.value
    let line =
      XMLTree.needsLine(name) ? lines.line(at: tagStart, in: s) : 0
    let element = XMLElement(
      name: name, attributes: attributes, line: line,
      base: own.flatMap { CanonicalURL.resolve($0, against: outer ?? base) } ?? outer)
    guard tree.open(element, raw: raw.lowercased(), scoped: scoped) else {
      note(.depth, s)
      if scoped { names.close() }
      if isEmpty { tree.leaveFlattened() }
      return
    }
    if isEmpty { closeTop(onClose, implied: false) }
  }

  private mutating func closeTop(_ onClose: OnClose, implied: Bool) {
    if tree.close(onClose, implied: implied) { names.close() }
  }
}

extension Span<UInt8> {
  /// The index of the end tag that stands right before an index, or the index itself.
  func lastMarkup(before end: Int, from start: Int) -> Int {
    var look = end - 1
    while look > start, self[look] <= 0x20 { look -= 1 }
    guard look > start, self[look] == UInt8(ascii: ">") else { return end }
    let limit = Swift.max(start, look - 64)
    while look > limit, self[look] != UInt8(ascii: "<") { look -= 1 }
    return self[look] == UInt8(ascii: "<") && self[look + 1] == UInt8(ascii: "/") ? look : end
  }
}
