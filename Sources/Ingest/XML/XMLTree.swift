// The elements that are open while a document is read, and what becomes of those left open.

/// The elements that are open while a document is read.
struct XMLTree {
  private struct Open {
    let element: XMLElement
    let raw: XMLRawName
    /// Whether it declares namespaces.
    let scoped: Bool
  }

  /// Where an end tag's element is.
  enum Place {
    case none
    /// Among those that lost their tags for their depth.
    case flattened
    /// So many elements stand open inside it.
    case open(above: Int)
  }

  /// The document's root: the first element that can be a feed's or a list's, else the first.
  private(set) var root: XMLElement?
  private var stack: [Open] = []
  private var flattened = 0

  /// Whether any element is open.
  var isOpen: Bool { !stack.isEmpty }

  /// Whether text of nothing but white space means nothing where it stands.
  var ignoresBlanks: Bool {
    guard let name = stack.last?.element.name else { return true }
    return name.isEntry || name.isRoot
  }

  /// What relative addresses in the open element are resolved against.
  var base: String? { stack.last?.element.base }

  /// Adds text to the open element.
  func append(_ text: String) { stack.last?.element.append(text) }

  /// Opens an element; whether it was not too deep.
  mutating func open(_ element: XMLElement, raw: XMLRawName, scoped: Bool) -> Bool {
    guard flattened == 0, stack.count < XMLReader.maximumDepth else {
      flattened += 1
      return false
    }
    if stack.isEmpty, root.map({ !$0.name.isRoot && element.name.isRoot }) ?? true {
      root = element
    }
    stack.append(Open(element: element, raw: raw, scoped: scoped))
    return true
  }

  /// Where the element of an end tag is.
  func place(of raw: XMLRawName) -> Place {
    if flattened > 0 { return .flattened }
    if stack.last?.raw == raw { return .open(above: 0) }
    return stack.lastIndex { $0.raw == raw }.map { .open(above: stack.count - 1 - $0) } ?? .none
  }

  /// Passes the end of an element that lost its tags.
  mutating func leaveFlattened() { flattened = max(0, flattened - 1) }

  /// How many elements stand open inside the entry that is open; `nil` outside of entries, and
  /// where a feed stands inside one.
  func openEntry() -> Int? {
    for (above, open) in stack.reversed().enumerated() {
      if open.element.name.isEntry { return above }
      if open.element.name.isRoot || open.element.name == .atomSource { return nil }
    }
    return nil
  }

  /// Closes the innermost element; whether it had declared namespaces.
  ///
  /// - Parameter implied: Its end tag is missing. What it swallowed is given back to its parent:
  ///   everything, if it is one of HTML's empty elements; the fields of an entry, if it is a field.
  mutating func close(_ onClose: XMLReader.OnClose, implied: Bool) -> Bool {
    guard let closed = stack.popLast() else { return false }
    let element = closed.element
    guard let parent = stack.last?.element else {
      _ = onClose(element)
      return closed.scoped
    }
    let swallowed = implied ? swallowed(by: element, in: parent) : []
    if onClose(element) { parent.append(element) }
    for node in swallowed {
      switch node {
      case .text(let text): parent.append(text)
      case .element(let element): parent.append(element)
      }
    }
    return closed.scoped
  }

  private func swallowed(by element: XMLElement, in parent: XMLElement) -> [XMLNode] {
    if element.name == .other, Self.isEmptyInHTML(element.qualifiedName) {
      return element.removeAll()
    }
    guard parent.name.isEntry || parent.name.isRoot, !element.name.isEntry, !element.name.isRoot
    else { return [] }
    // Elements without a prefix, but those of an item, may be markup of a description.
    return element.removeTail { $0.name.isField }
  }

  private static func isEmptyInHTML(_ name: String) -> Bool {
    let local = name.split(separator: ":").last.map(String.init) ?? ""
    return ["area", "base", "br", "col", "embed", "hr", "img", "input", "meta", "wbr"].contains(
      local)
  }
}

extension XMLName {
  /// Whether an element is a field of an entry or a feed, wherever it is met.
  fileprivate var isField: Bool {
    switch self {
    case .title, .link, .description, .guid, .pubdate, .author, .category, .comments, .enclosure,
      .source, .lastbuilddate, .language, .image, .item:
      true
    default: rawValue.utf8.contains(UInt8(ascii: ":")) && self != .xhtmlBody && self != .xhtmlDiv
    }
  }
}
