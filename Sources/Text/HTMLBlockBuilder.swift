// Tags and text to blocks, as they come.

/// Gathers text into blocks as tags open and close.
struct HTMLBlockBuilder {
  private enum Role: Equatable {
    case hidden, code, furniture
    /// A list itself: its end also ends items that were left open.
    case list
    case quote(author: String?, post: Int?)
    case heading(Int)
    case listItem
  }

  /// An open element that changes what text is.
  private struct Open {
    let name: HTMLName
    let role: Role
  }

  /// Deeper nesting than this adds no roles: the text is kept, memory stays bounded.
  private static let maximumDepth = 256

  private var blocks: [TextBlock] = []
  private var stack: [Open] = []
  private var hidden = 0
  private var code = 0
  private var quotes = 0
  private var text: [UInt8] = []
  /// Whether white space stands between the gathered text and what comes next.
  private var blank = false

  // MARK: Text

  /// Adds character data; white space is folded outside of code.
  mutating func append(_ s: Span<UInt8>, _ range: Range<Int>, decoded: Bool) {
    guard hidden == 0 else { return }
    if code > 0 {
      let bytes = range.map { s[$0] }
      text += decoded ? CharacterReferences.decode(bytes[...]) : bytes
      return
    }
    var start = range.lowerBound
    var at = start
    let end = range.upperBound
    while at < end {
      let byte = s[at]
      if byte > 0x26, byte != 0xC2 {
        at += 1
      } else if byte == 0x20, at > start, at + 1 < end, s[at + 1] > 0x26, s[at + 1] != 0xC2 {
        at += 1  // the usual blank between two words
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        add(s, start..<at)
        blank = true
        at += 1
        start = at
      } else if byte == 0xC2, at + 1 < end, s[at + 1] == 0xA0 {  // no-break space
        add(s, start..<at)
        blank = true
        at += 2
        start = at
      } else if byte == UInt8(ascii: "&"), decoded {
        add(s, start..<at)
        at = reference(s, at, end)
        start = at
      } else {
        at += 1
      }
    }
    add(s, start..<end)
  }

  private mutating func add(_ s: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    separate()
    s.extracting(range).withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }

  private mutating func separate() {
    if blank, !text.isEmpty { text.append(0x20) }
    blank = false
  }

  /// Adds what a reference stands for; returns the index behind it.
  private mutating func reference(_ s: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    if s.begins("&amp;", at: start), start + 5 <= end {
      separate()
      text.append(UInt8(ascii: "&"))
      return start + 5
    }
    let window = s.extracting(start..<min(start + 64, end)).withUnsafeBufferPointer { Array($0) }
    guard let (characters, length) = CharacterReferences.reference(in: window[...], at: 0) else {
      separate()
      text.append(UInt8(ascii: "&"))
      return start + 1
    }
    if characters == [0xC2, 0xA0]
      || characters.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) })
    {
      blank = true
    } else {
      separate()
      text += characters
    }
    return start + length
  }

  // MARK: Tags

  /// Opens an element.
  mutating func open(
    _ name: HTMLName, _ s: Span<UInt8>, _ attributes: Range<Int>, selfClosing: Bool
  ) {
    let element = name.element
    if element.isBlock { element == .br ? lineBreak() : flush() }
    if element == .cell { addCellMark() }
    guard !selfClosing, !element.isVoid, stack.count < Self.maximumDepth,
      let role = role(element, s, attributes)
    else { return }
    if role != .hidden { flush() }
    push(Open(name: name, role: role))
  }

  /// Closes an element.
  mutating func close(_ name: HTMLName) {
    if name.element.isBlock { flush() }
    guard let index = stack.lastIndex(where: { Self.matches($0.name, name) }) else { return }
    if stack[index].role != .hidden { flush() }
    while stack.count > index { pop() }
  }

  private static func matches(_ open: HTMLName, _ end: HTMLName) -> Bool { open == end }

  private mutating func push(_ open: Open) {
    stack.append(open)
    count(open, 1)
  }

  private mutating func pop() {
    if let open = stack.popLast() { count(open, -1) }
  }

  private mutating func count(_ open: Open, _ step: Int) {
    if open.role == .hidden { hidden += step }
    if open.role == .code { code += step }
    if open.name.element == .aside { quotes += step }
  }

  /// All blocks; nothing can be added after.
  consuming func finish() -> [TextBlock] {
    flush()
    return blocks
  }

  /// What an element makes of the text inside it; `nil`: nothing of its own.
  private func role(_ element: HTMLElement, _ s: Span<UInt8>, _ attributes: Range<Int>) -> Role? {
    if element == .hidden || element == .script || element == .style { return .hidden }
    if !attributes.isEmpty, Self.hides(s, attributes) { return .hidden }
    switch element {
    case .pre, .table, .textarea: return .code
    case .blockquote: return .quote(author: nil, post: nil)
    case .li: return .listItem
    case .list: return .list
    case .h1: return .heading(1)
    case .h2: return .heading(2)
    case .h3: return .heading(3)
    case .h4: return .heading(4)
    case .h5: return .heading(5)
    case .h6: return .heading(6)
    case .aside, .div, .sup, .a:
      // Most have no class, and their attributes need not be read.
      return hasClass(s, attributes)
        ? siteRole(element, HTMLTokenizer.attributes(s, attributes)) : nil
    default: return nil
    }
  }

  /// Whether the letters of `class` stand somewhere in the attributes.
  private func hasClass(_ s: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 5 else { return false }
    for index in range.lowerBound...(range.upperBound - 5)
    where s[index] | 0x20 == UInt8(ascii: "c") && s[index + 1] | 0x20 == UInt8(ascii: "l")
      && s[index + 2] | 0x20 == UInt8(ascii: "a") && s[index + 4] | 0x20 == UInt8(ascii: "s")
    {
      return true
    }
    return false
  }

  /// Discourse: quotes, the name above a quote, previews of links, pictures with their file names,
  /// the marks of footnotes.
  private func siteRole(_ element: HTMLElement, _ attributes: [HTMLTokenizer.Attribute]) -> Role? {
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    guard let names = value("class") else { return nil }
    let classes = names.split(separator: " ")
    switch element {
    case .aside where classes.contains("quote"):
      return .quote(author: value("data-username"), post: value("data-post").flatMap { Int($0) })
    case .aside where classes.contains("onebox"): return .furniture
    case .div where names == "title" && quotes > 0: return .hidden
    case .div where classes.contains("lightbox-wrapper"): return .furniture
    case .sup where classes.contains("footnote-ref"): return .hidden
    case .a where classes.contains("footnote-backref"): return .hidden
    default: return nil
    }
  }

  /// Whether attributes say that nobody sees the element: `hidden`, `display:none`.
  private static func hides(_ s: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // Few have either; a look at the bytes spares the reading of the rest.
    var candidate = false
    for index in range where s[index] | 0x20 == UInt8(ascii: "d") {
      let next = index + 1 < range.upperBound ? s[index + 1] | 0x20 : 0
      let before = index > range.lowerBound ? s[index - 1] | 0x20 : 0
      if next == UInt8(ascii: "d") && before == UInt8(ascii: "i") || next == UInt8(ascii: "i") {
        candidate = true
        break
      }
    }
    guard candidate else { return false }
    for attribute in HTMLTokenizer.attributes(s, range) {
      if attribute.name == "hidden" { return true }
      if attribute.name == "style" {
        let style = attribute.value.lowercased().filter { !$0.isWhitespace }
        if Strings.contains(style, "display:none") { return true }
      }
    }
    return false
  }

  private mutating func lineBreak() {
    if code > 0 { text.append(0x0A) } else { flush() }
  }

  private mutating func addCellMark() {
    guard hidden == 0 else { return }
    text += [0x20, UInt8(ascii: "|"), 0x20]
  }

  // MARK: Blocks

  /// Ends the block at hand.
  ///
  /// The strongest of the open elements decides what it is.
  private mutating func flush() {
    blank = false
    guard !text.isEmpty else { return }
    defer { text.removeAll(keepingCapacity: true) }
    // Cells without words leave only what stands between them.
    guard text.contains(where: { $0 > 0x20 && $0 != UInt8(ascii: "|") }) else { return }
    var kind = TextBlock.Kind.paragraph
    for open in stack {
      switch open.role {
      case .hidden: return
      case .list, .code: break
      case .furniture: kind = .furniture
      case .quote(let author, let post):
        // A blockquote inside an aside keeps the author that the aside names.
        if case .quote(let outer?, let number) = kind, author == nil {
          kind = .quote(author: outer, post: number)
        } else if kind != .furniture {
          kind = .quote(author: author, post: post)
        }
      case .heading(let level): if kind == .paragraph { kind = .heading(level) }
      case .listItem: if kind == .paragraph { kind = .listItem }
      }
    }
    if code > 0, kind == .paragraph || kind == .listItem { kind = .code }
    let raw = String(decoding: text, as: UTF8.self)
    let isFolded = code == 0 && text.first != 0x20
    let words = kind == .code || isFolded ? raw : Strings.folded(raw)
    if !words.isEmpty { blocks.append(TextBlock(kind, words)) }
  }
}
