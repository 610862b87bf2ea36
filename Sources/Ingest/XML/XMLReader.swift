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

  /// Is given each element when it ends, and says whether its parent keeps it.
  typealias OnClose = (XMLElement) -> Bool

  /// The index of the byte at hand.
  var at = 0
  var names = XMLNames()
  /// Where text of the open element stands if it is in one piece.
  private var run = 0..<0
  /// Where it begins among the mended bytes if it needed mending or came in pieces.
  private var mendedStart: Int?
  private var tree: XMLTree
  private var references = XMLReferences()
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
    _ bytes: [UInt8], base: String? = nil, onClose: OnClose = { _ in true }
  ) -> (root: XMLElement?, warnings: [Diagnostic]) {
    var reader = XMLReader(bytes, base: base)
    reader.skipLeading(bytes.span)
    reader.finish(bytes.span, onClose)
    return (reader.root, reader.damage.diagnostics)
  }

  private init(_ bytes: [UInt8], base: String?) {
    (tree, self.base) = (XMLTree(XMLArena(bytes)), base)
  }

  /// Where a reader stands between two entries: the same place, whatever came before.
  struct Station: Equatable {
    let depth: Int
    let held: XMLArena.Mark
  }

  /// Creates a reader that has read a document up to an index.
  ///
  /// - Returns: `nil` where no markup begins at that index.
  init?(_ bytes: [UInt8], base: String?, upTo end: Int) {
    self.init(bytes, base: base)
    skipLeading(bytes.span)
    read(bytes.span, upTo: end) { _ in true }
    guard at == end else { return nil }
  }

  /// Where it stands, if it stands between two entries at an index; `nil` anywhere else.
  mutating func station(at index: Int, _ s: Span<UInt8>) -> Station? {
    guard at == index, tree.isOpen, tree.openEntry() == nil, tree.ignoresBlanks else { return nil }
    flush(s)
    return Station(depth: tree.depth, held: arena.mark)
  }

  /// Reads on up to an index, or to the first markup behind it.
  mutating func read(_ s: Span<UInt8>, upTo end: Int, _ onClose: OnClose) {
    while at < end {
      if s[at] == UInt8(ascii: "<") { markup(s, onClose) } else { characters(s) }
    }
  }

  /// Reads on to the end.
  mutating func finish(_ s: Span<UInt8>, _ onClose: OnClose) {
    read(s, upTo: s.count, onClose)
    flush(s)
    if tree.isOpen {
      note(.truncated, s)
      while tree.isOpen { closeTop(onClose, implied: true) }
    }
  }

  /// Ends what is open: its end tags stand where another reader reads.
  mutating func closeOpen() { while tree.isOpen { closeTop({ _ in true }, implied: false) } }

  /// The root as far as it has been read.
  var root: XMLElement? { tree.root }
  /// What was wrong so far.
  private(set) var damage = XMLDamage()
  /// Bytes that declared entities have added so far.
  var expanded: Int { references.expanded }

  /// What is held of the document.
  var arena: XMLArena { tree.arena }

  /// Notes damage at the byte at hand.
  mutating func note(_ kind: XMLDamageKind, _ s: Span<UInt8>) {
    damage.note(kind) { lines.line(at: at, in: s) }
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
    var start = at
    while true {
      at = s.plainTextEnd(from: at, markup: true)
      guard at < s.count, s[at] != UInt8(ascii: "<") else { break }
      if s[at] == UInt8(ascii: "&") {
        add(s, start..<at)
        spill(s)
        arena.mended += reference(s)
        start = at
      } else {
        start = mend(s, start)
      }
    }
    add(s, start..<at)
  }

  /// Adds text as it stands.
  private mutating func add(_ s: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if mendedStart == nil, run.isEmpty {
      run = range
    } else {
      spill(s)
      arena.mended.append(s, range)
    }
  }

  /// Moves the text in one piece to where more can be added.
  private mutating func spill(_ s: Span<UInt8>) {
    if mendedStart == nil { mendedStart = arena.mended.count }
    if !run.isEmpty { arena.mended.append(s, run) }
    run = 0..<0
  }

  /// Leaves out the control character at hand, makes line ends one (XML 1.0 §2.11), and reads C1
  /// control characters as the windows-1252 that they were; returns where unchanged text goes on.
  private mutating func mend(_ s: Span<UInt8>, _ start: Int) -> Int {
    if s[at] == 0xC2 {
      guard at + 1 < s.count, (0x80...0x9F).contains(s[at + 1]) else {
        at += 1
        return start
      }
      add(s, start..<at)
      spill(s)
      let scalar = Unicode.Scalar(CharacterReferences.windows1252[Int(s[at + 1]) - 0x80])
      arena.mended += String(Character(scalar ?? "\u{FFFD}")).utf8
      note(.windows1252, s)
      at += 2
      return at
    }
    add(s, start..<at)
    spill(s)
    if s[at] == 0x0D {
      if at + 1 >= s.count || s[at + 1] != 0x0A { arena.mended.append(0x0A) }
    } else {
      note(.control, s)
    }
    at += 1
    return at
  }

  /// Decodes the reference at hand, and passes it.
  mutating func reference(_ s: Span<UInt8>) -> [UInt8] {
    switch references.read(s, at: at) {
    case .characters(let characters, let next):
      at = next
      return characters
    case .mended(let characters, let next, let kind):
      note(kind, s)
      at = next
      return characters
    case .text(let kind):
      note(kind, s)
      at += 1
      return [UInt8(ascii: "&")]
    }
  }

  /// Hands the gathered text to the open element.
  private mutating func flush(_ s: Span<UInt8>) {
    guard mendedStart != nil || !run.isEmpty else { return }
    let text =
      mendedStart.map { XMLText(start: $0, end: arena.mended.count, isMended: true) }
      ?? XMLText(start: run.lowerBound, end: run.upperBound)
    (run, mendedStart) = (0..<0, nil)
    if text.isEmpty || !text.isMended && tree.ignoresBlanks && s.isBlank(text.start..<text.end) {
      return
    }
    if tree.isOpen {
      tree.append(text)
      return
    }
    if tree.root != nil, !arena.withBytes(of: text, { $0.isBlank(0..<$0.count) }) {
      note(.trailing, s)
    }
    if text.isMended { arena.mended.removeLast(text.end - text.start) }
  }

  // MARK: Markup

  private mutating func markup(_ s: Span<UInt8>, _ onClose: OnClose) {
    guard at + 1 < s.count else {
      at += 1
      return
    }
    switch s[at + 1] {
    case UInt8(ascii: "/"): endTag(s, onClose)
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
    case UInt8(ascii: "?"): at = end(of: "?>", s) ?? end(of: ">", s) ?? s.count
    case let byte where ASCII.isLetter(byte) || byte == UInt8(ascii: "_") || byte >= 0x80:
      startTag(s, onClose)
    default: bareLessThan(s)
    }
  }

  private mutating func bareLessThan(_ s: Span<UInt8>) {
    note(.lessThan, s)
    add(s, at..<(at + 1))
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
    at += 9
    if sectionEnd.map({ $0 - 3 < at }) ?? true { sectionEnd = end(of: "]]>", s) }
    var stop = sectionEnd.map { $0 - 3 } ?? s.count
    var next = sectionEnd ?? s.count
    if let end = s.lostSectionEnd(at..<stop, isOpen: sectionEnd == nil) {
      stop = s.lastMarkup(before: end, from: at)
      next = stop
    }
    if next != sectionEnd { note(.section, s) }
    var start = at
    while true {
      at = s.plainTextEnd(from: at, markup: false, limit: stop)
      guard at < stop else { break }
      start = mend(s, start)
    }
    if start < stop { add(s, start..<stop) }
    at = next
  }

  private mutating func documentType(_ s: Span<UInt8>) {
    guard !hasDocumentType else {
      at = end(of: ">", s) ?? s.count
      return
    }
    hasDocumentType = true
    let start = at
    var stop = s.documentTypeEnd(from: start)
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
    switch tree.place(of: XMLRawName(s, start..<end)) {
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
    let range = name(s)
    let raw = XMLRawName(s, range)
    var mark = arena.mark
    var declarations: [(prefix: String, uri: String)] = []
    let isEmpty = attributes(s, &declarations)
    let scoped = !declarations.isEmpty
    if scoped { names.open(declarations, isRoot: !tree.isOpen) }
    var (name, qualified) = names.element(raw, s, range)
    if !tree.isOpen, qualified == "feed" {
      names.assumeAtom()
      (name, qualified) = names.element(raw, s, range)
    }
    if name.isEntry, let above = tree.openEntry() {
      note(.missingEnd, s)
      // What is held of the entries that end here goes; the attributes of the new one stay.
      let own = arena.takeAttributes(since: mark)
      for _ in 0...above { closeTop(onClose, implied: true) }
      mark = arena.mark
      for (name, value) in own { arena.addAttribute(name, value) }
    }
    var node = XMLArena.Node(name: name)
    node.attributes = mark.attributes..<arena.attributes.count
    if name.isEntry || name == .outline { node.line = lines.line(at: tagStart, in: s) }
    if !qualified.isEmpty { node.qualifiedName = arena.add(qualified) }
    node.base = base(of: node.attributes)
    guard tree.open(node, raw: raw, scoped: scoped, mark: mark) else {
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

  /// What relative addresses in an element with these attributes are resolved against.
  private func base(of attributes: Range<Int>) -> Int {
    for place in attributes where arena.attributes[place].name == "xml:base" {
      let outer = tree.base == XMLArena.none ? nil : arena.strings[tree.base]
      let own = arena.string(arena.attributes[place].value)
      return CanonicalURL.resolve(own, against: outer ?? base).map { arena.add($0) } ?? tree.base
    }
    return tree.base
  }
}
