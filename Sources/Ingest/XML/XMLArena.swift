// The elements of a document that are held, in a few flat arrays.

import Text

/// Text of a document: a range of its own bytes, or of those that needed mending.
struct XMLText {
  var start = 0
  var end = 0
  /// Whether the range is one of the mended bytes.
  var isMended = false

  var isEmpty: Bool { start == end }
}

/// The elements of a document that are held, in a few flat arrays.
///
/// A document of 50 MB has half a million elements, nearly all of them in entries that are let go
/// as soon as they have been read. As objects with arrays of their own they took half of the time
/// of reading a feed; here an entry takes the place of the one before it. Text stays where it is
/// until somebody asks for it.
final class XMLArena {
  /// An element, or a text that follows one.
  struct Node {
    var name: XMLName
    /// Text before the first child element; the text itself if it is one.
    var text = XMLText()
    var firstChild = none
    var lastChild = none
    /// What follows it in its parent.
    var next = none
    var attributes = 0..<0
    /// The line of its start tag; 0 where nothing asks for it.
    var line = 0
    /// Where in `strings` its qualified name is, for those that `name` does not tell.
    var qualifiedName = none
    /// Where in `strings` is what relative addresses in it are resolved against.
    var base = none
  }

  /// How much is held: what comes later can be let go together.
  struct Mark: Equatable {
    let nodes, attributes, strings, mended: Int
  }

  /// An index that stands for nothing.
  static let none = -1

  /// The document.
  let source: [UInt8]
  // Nothing here calls out, so no access can overlap another; looking for that at run time took an
  // eighth of the parse.

  /// Text and values that are not in the document as they mean: with references, in pieces.
  @exclusivity(unchecked) var mended: [UInt8] = []
  @exclusivity(unchecked) var nodes: [Node] = []
  @exclusivity(unchecked) var attributes: [(name: String, value: XMLText)] = []
  @exclusivity(unchecked) var strings: [String] = []

  init(_ source: [UInt8]) { self.source = source }

  var mark: Mark {
    Mark(
      nodes: nodes.count, attributes: attributes.count, strings: strings.count,
      mended: mended.count)
  }

  /// Lets go what has come since a mark was taken.
  func cut(to mark: Mark) {
    nodes.removeLast(nodes.count - mark.nodes)
    attributes.removeLast(attributes.count - mark.attributes)
    strings.removeLast(strings.count - mark.strings)
    mended.removeLast(mended.count - mark.mended)
  }

  // MARK: Building

  /// Holds a string; where it is.
  func add(_ string: String) -> Int {
    strings.append(string)
    return strings.count - 1
  }

  /// Adds an attribute to the element that is being read.
  func addAttribute(_ name: String, _ value: String) {
    let start = mended.count
    mended += value.utf8
    attributes.append((name, XMLText(start: start, end: mended.count, isMended: true)))
  }

  /// Takes out the attributes that have come since a mark was taken.
  func takeAttributes(since mark: Mark) -> [(name: String, value: String)] {
    defer { cut(to: mark) }
    return attributes[mark.attributes...].map { ($0.name, string($0.value)) }
  }

  /// Puts a node behind the last of an element.
  func link(_ node: Int, to parent: Int) {
    let last = nodes[parent].lastChild
    if last == Self.none { nodes[parent].firstChild = node } else { nodes[last].next = node }
    nodes[parent].lastChild = node
    nodes[node].next = Self.none
  }

  /// Puts text behind what an element holds.
  func append(_ text: XMLText, to parent: Int) {
    let last = nodes[parent].lastChild
    if last == Self.none {
      nodes[parent].text = joined(nodes[parent].text, text)
    } else if nodes[last].name == .text {
      nodes[last].text = joined(nodes[last].text, text)
    } else {
      nodes.append(Node(name: .text, text: text))
      link(nodes.count - 1, to: parent)
    }
  }

  /// Takes out what an element holds, from the first of its children that a test picks: the first
  /// node taken out.
  func cutTail(of parent: Int, from isFirst: (XMLName) -> Bool) -> Int {
    var before = Self.none
    var child = nodes[parent].firstChild
    while child != Self.none, nodes[child].name == .text || !isFirst(nodes[child].name) {
      (before, child) = (child, nodes[child].next)
    }
    guard child != Self.none else { return child }
    if before == Self.none {
      nodes[parent].firstChild = Self.none
    } else {
      nodes[before].next = Self.none
    }
    nodes[parent].lastChild = before
    return child
  }

  /// Takes out everything that an element holds: the first node taken out.
  func cutAll(of parent: Int) -> Int {
    var first = nodes[parent].firstChild
    (nodes[parent].firstChild, nodes[parent].lastChild) = (Self.none, Self.none)
    if !nodes[parent].text.isEmpty {
      nodes.append(Node(name: .text, text: nodes[parent].text, next: first))
      nodes[parent].text = XMLText()
      first = nodes.count - 1
    }
    return first
  }

  /// Gives an element a node that was taken out and all that follow it.
  func adopt(_ first: Int, by parent: Int) {
    var node = first
    while node != Self.none {
      let next = nodes[node].next
      if nodes[node].name == .text {
        append(nodes[node].text, to: parent)
      } else {
        link(node, to: parent)
      }
      node = next
    }
  }

  /// Two texts as one: the first is not copied again if it is the last that was mended.
  private func joined(_ a: XMLText, _ b: XMLText) -> XMLText {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    if a.isMended, b.isMended, a.end == b.start {
      return XMLText(start: a.start, end: b.end, isMended: true)
    }
    var start = a.start
    if !a.isMended || a.end != mended.count {
      start = mended.count
      copy(a)
    }
    copy(b)
    return XMLText(start: start, end: mended.count, isMended: true)
  }

  private func copy(_ text: XMLText) {
    if text.isMended {
      mended += Array(mended[text.start..<text.end])
    } else {
      mended += source[text.start..<text.end]
    }
  }

  // MARK: Reading

  /// Calls a function with the bytes of a text.
  func withBytes<Result>(of text: XMLText, _ body: (Span<UInt8>) -> Result) -> Result {
    if text.isMended {
      let bytes = mended
      return body(bytes.span.extracting(text.start..<text.end))
    }
    let bytes = source
    return body(bytes.span.extracting(text.start..<text.end))
  }

  /// A text as a string.
  func string(_ text: XMLText) -> String {
    // The document is valid UTF-8, texts begin and end at ASCII characters, and what mends them is
    // valid itself. A string that knows that it is ASCII is compared and hashed as bytes.
    withBytes(of: text) { bytes in
      var valid = UTF8Span(unchecked: bytes)
      _ = valid.checkForASCII()
      return String(copying: valid)
    }
  }

  /// A text without white space at its ends.
  func trimmed(_ text: XMLText) -> XMLText {
    if text.isEmpty { return text }
    return withBytes(of: text) { bytes in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      return XMLText(
        start: text.start + start, end: text.start + end, isMended: text.isMended)
    }
  }
}
