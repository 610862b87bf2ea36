// The elements that are open while a document is read, and what becomes of those left open.

/// The elements that are open while a document is read.
struct XMLTree {
  private struct Open {
    let node: Int
    let name: XMLName
    let raw: XMLRawName
    /// What was held before it.
    let mark: XMLArena.Mark
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
  var root: XMLElement? { rootNode.map { XMLElement(arena: arena, index: $0) } }
  let arena: XMLArena
  private var rootNode: Int?
  private var stack: [Open] = []
  private var flattened = 0

  init(_ arena: XMLArena) { self.arena = arena }

  /// How many elements are open, those that lost their tags included.
  var depth: Int { stack.count + flattened }

  /// Whether any element is open.
  var isOpen: Bool { !stack.isEmpty }

  /// Whether text of nothing but white space means nothing where it stands.
  var ignoresBlanks: Bool {
    guard let name = stack.last?.name else { return true }
    return name.isEntry || name.isRoot
  }

  /// Where in the arena's strings is what relative addresses in the open element are resolved
  /// against.
  var base: Int { stack.last.map { arena.nodes[$0.node].base } ?? XMLArena.none }

  /// Adds text to the open element.
  func append(_ text: XMLText) {
    if let open = stack.last { arena.append(text, to: open.node) }
  }

  /// Opens an element; whether it was not too deep.
  ///
  /// - Parameter mark: What was held before its attributes.
  mutating func open(
    _ node: XMLArena.Node, raw: XMLRawName, scoped: Bool, mark: XMLArena.Mark
  ) -> Bool {
    guard flattened == 0, stack.count < XMLReader.maximumDepth else {
      flattened += 1
      arena.cut(to: mark)
      return false
    }
    let index = arena.nodes.count
    arena.nodes.append(node)
    if stack.isEmpty,
      rootNode.map({ !arena.nodes[$0].name.isRoot && node.name.isRoot }) ?? true
    {
      rootNode = index
    }
    stack.append(Open(node: index, name: node.name, raw: raw, mark: mark, scoped: scoped))
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
      if open.name.isEntry { return above }
      if open.name.isRoot || open.name == .atomSource { return nil }
    }
    return nil
  }

  /// Closes the innermost element; whether it had declared namespaces.
  ///
  /// - Parameter implied: Its end tag is missing. What it swallowed is given back to its parent:
  ///   everything, if it is one of HTML's empty elements; the fields of an entry, if it is a field.
  mutating func close(_ onClose: XMLReader.OnClose, implied: Bool) -> Bool {
    guard let closed = stack.popLast() else { return false }
    let element = XMLElement(arena: arena, index: closed.node)
    guard let parent = stack.last else {
      _ = onClose(element)
      if rootNode != closed.node { arena.cut(to: closed.mark) }
      return closed.scoped
    }
    let swallowed = implied ? swallowed(by: closed, in: parent) : XMLArena.none
    if onClose(element) {
      arena.link(closed.node, to: parent.node)
    } else if swallowed == XMLArena.none {
      arena.cut(to: closed.mark)
    }
    arena.adopt(swallowed, by: parent.node)
    return closed.scoped
  }

  /// The first of the nodes that an element gives back.
  private func swallowed(by closed: Open, in parent: Open) -> Int {
    if closed.name == .other,
      Self.isEmptyInHTML(XMLElement(arena: arena, index: closed.node).qualifiedName)
    {
      return arena.cutAll(of: closed.node)
    }
    guard parent.name.isEntry || parent.name.isRoot, !closed.name.isEntry, !closed.name.isRoot
    else { return XMLArena.none }
    // Elements without a prefix, but those of an item, may be markup of a description.
    return arena.cutTail(of: closed.node) { $0.isField }
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
