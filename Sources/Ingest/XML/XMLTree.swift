// The elements that are open while a document is read, and what becomes of those left open.

/// The elements that are open while a document is read.
struct XMLTree {
  private struct Open {
    let element: XMLElement
    /// The name as written, in lower case: end tags of sloppy feeds differ in case.
    let raw: String
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

  /// What relative addresses in the open element are resolved against.
  var base: String? { stack.last?.element.base }

  /// Adds text to the open element.
  func append(_ text: String) { stack.last?.element.append(text) }

  /// Opens an element; whether it was not too deep.
  mutating func open(_ element: XMLElement, raw: String, scoped: Bool) -> Bool {
    guard flattened == 0, stack.count < XMLReader.maximumDepth else {
      flattened += 1
      return false
    }
    if stack.isEmpty,
      root.map({ !Self.roots.contains($0.name) && Self.roots.contains(element.name) }) ?? true
    {
      root = element
    }
    stack.append(Open(element: element, raw: raw, scoped: scoped))
    return true
  }

  /// Where the element of an end tag is, its name in lower case.
  func depthOfOpen(_ raw: String) -> Place {
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
      if Self.isEntry(open.element.name) { return above }
      if Self.roots.contains(open.element.name) || open.element.name == "atom:source" { return nil }
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
      _ = onClose(element, 0)
      return closed.scoped
    }
    let swallowed = implied ? swallowed(by: element, in: parent) : []
    if onClose(element, stack.count) { parent.append(element) }
    for node in swallowed {
      switch node {
      case .text(let text): parent.append(text)
      case .element(let element): parent.append(element)
      }
    }
    return closed.scoped
  }

  private func swallowed(by element: XMLElement, in parent: XMLElement) -> [XMLNode] {
    if Self.emptyInHTML.contains(element.name) { return element.removeAll() }
    let holders: Set<String> = ["item", "channel", "atom:entry", "atom:feed"]
    guard holders.contains(parent.name), !holders.contains(element.name) else { return [] }
    return element.removeTail { Self.isField($0.name) }
  }

  /// Whether an element is an entry.
  static func isEntry(_ name: String) -> Bool { name == "item" || name == "atom:entry" }

  /// Whether somebody asks for the line of an element.
  static func needsLine(_ name: String) -> Bool { isEntry(name) || name == "outline" }

  private static func isField(_ name: String) -> Bool {
    if fields.contains(name) || isEntry(name) { return true }
    guard let colon = name.firstIndex(of: ":") else { return false }
    let prefix = String(name[..<colon])
    return prefix != "xhtml" && XMLNamespace.isWellKnown(prefix)
  }

  private static let roots: Set<String> = ["rss", "rdf:rdf", "atom:feed", "channel", "opml"]
  private static let fields: Set<String> = [
    "title", "link", "description", "guid", "pubdate", "author", "category", "comments",
    "enclosure", "source", "lastbuilddate", "language", "image", "item",
  ]
  private static let emptyInHTML: Set<String> = {
    let names = ["area", "base", "br", "col", "embed", "hr", "img", "input", "meta", "wbr"]
    return Set(names + names.map { "xhtml:\($0)" } + names.map { "atom:\($0)" })
  }()
}
