// A read XML element with everything in it.

import Text

/// A read XML element with everything in it: a place in an arena.
///
/// One that is given to `XMLReader.OnClose` and not kept is gone after that.
struct XMLElement {
  let arena: XMLArena
  let index: Int

  /// What it is.
  var name: XMLName { arena.nodes[index].name }

  /// The line of its start tag; 0 where nothing asks for it.
  var line: Int { arena.nodes[index].line }

  /// Its qualified name, for those that `name` does not tell.
  var qualifiedName: String { string(arena.nodes[index].qualifiedName) ?? "" }

  /// What `xml:base`, here or further out, says that relative addresses are resolved against.
  var base: String? { string(arena.nodes[index].base) }

  private func string(_ index: Int) -> String? {
    index == XMLArena.none ? nil : arena.strings[index]
  }

  /// An attribute's value, white space at its ends cut; `nil` when missing or empty.
  subscript(attribute: String) -> String? {
    for place in arena.nodes[index].attributes where arena.attributes[place].name == attribute {
      let value = arena.trimmed(arena.attributes[place].value)
      return value.isEmpty ? nil : arena.string(value)
    }
    return nil
  }

  /// Its name in lower case without a prefix: for documents of which no namespace is known.
  var localName: Substring {
    let qualified = name == .other ? qualifiedName : name.rawValue
    return qualified.utf8.lastIndex(of: UInt8(ascii: ":")).map {
      qualified[qualified.utf8.index(after: $0)...]
    } ?? qualified[...]
  }

  /// The value of the first attribute of a name, whatever its prefix, white space at its ends cut.
  func attribute(local name: String) -> String? {
    for place in arena.nodes[index].attributes {
      let own = arena.attributes[place].name
      guard own == name || own.hasSuffix(":\(name)") else { continue }
      let value = arena.trimmed(arena.attributes[place].value)
      return value.isEmpty ? nil : arena.string(value)
    }
    return nil
  }

  /// A part of what an element holds.
  enum Part {
    case text(String)
    case element(XMLElement)
  }

  /// Text and child elements, in order.
  var nodes: [Part] {
    let lead = arena.nodes[index].text
    var result: [Part] = lead.isEmpty ? [] : [.text(arena.string(lead))]
    var child = arena.nodes[index].firstChild
    while child != XMLArena.none {
      result.append(
        arena.nodes[child].name == .text
          ? .text(arena.string(arena.nodes[child].text))
          : .element(XMLElement(arena: arena, index: child)))
      child = arena.nodes[child].next
    }
    return result
  }

  // MARK: Elements

  /// The child elements, in order.
  var elements: [XMLElement] {
    var result: [XMLElement] = []
    forEachElement { result.append($0) }
    return result
  }

  /// Calls a function with each child element, in order.
  func forEachElement(_ body: (XMLElement) -> Void) {
    var child = arena.nodes[index].firstChild
    while child != XMLArena.none {
      if arena.nodes[child].name != .text { body(XMLElement(arena: arena, index: child)) }
      child = arena.nodes[child].next
    }
  }

  /// Whether it holds elements: text never is the first behind its own.
  var hasElements: Bool { arena.nodes[index].firstChild != XMLArena.none }

  /// The first child element with a name.
  func first(_ name: XMLName) -> XMLElement? {
    var child = arena.nodes[index].firstChild
    while child != XMLArena.none {
      if arena.nodes[child].name == name { return XMLElement(arena: arena, index: child) }
      child = arena.nodes[child].next
    }
    return nil
  }

  /// Calls a function with it and all elements of its name behind it in its parent.
  func forEachSibling(_ body: (XMLElement) -> Void) {
    let name = name
    var place = index
    while place != XMLArena.none {
      if arena.nodes[place].name == name { body(XMLElement(arena: arena, index: place)) }
      place = arena.nodes[place].next
    }
  }

  /// All child elements with a name.
  func all(_ name: XMLName) -> [XMLElement] {
    var result: [XMLElement] = []
    first(name)?.forEachSibling { result.append($0) }
    return result
  }

  // MARK: Text

  /// All text inside, tags left out, white space at the ends cut; `nil` when there is none.
  var text: String? {
    if hasElements {
      var bytes: [UInt8] = []
      gatherText(into: &bytes)
      let trimmed = Strings.trimmed(String(decoding: bytes, as: UTF8.self))
      return trimmed.isEmpty ? nil : trimmed
    }
    let trimmed = arena.trimmed(arena.nodes[index].text)
    return trimmed.isEmpty ? nil : arena.string(trimmed)
  }

  /// Calls a function with the bytes of `text`; `nil` when there is none.
  func withText<Result>(_ body: (Span<UInt8>) -> Result?) -> Result? {
    if hasElements { return text.flatMap { body($0.utf8Span.span) } }
    let trimmed = arena.trimmed(arena.nodes[index].text)
    return trimmed.isEmpty ? nil : arena.withBytes(of: trimmed, body)
  }

  /// Depth is bounded by `XMLReader.maximumDepth`.
  private func gatherText(into out: inout [UInt8]) {
    arena.withBytes(of: arena.nodes[index].text) { out.append($0, 0..<$0.count) }
    var child = arena.nodes[index].firstChild
    while child != XMLArena.none {
      XMLElement(arena: arena, index: child).gatherText(into: &out)
      child = arena.nodes[child].next
    }
  }

  /// What is inside as HTML: text as it is when there are no elements (it is escaped markup),
  /// else written out again.
  ///
  /// White space at the ends stays: it means nothing in markup.
  var html: String? {
    if hasElements { return innerHTML }
    let own = arena.nodes[index].text
    return arena.withBytes(of: own) { $0.isBlank(0..<$0.count) } ? nil : arena.string(own)
  }

  /// What is inside, written out as markup, text escaped.
  ///
  /// Depth is bounded by `XMLReader.maximumDepth`.
  var innerHTML: String {
    var out: [UInt8] = []
    write(into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(into out: inout [UInt8]) {
    escape(arena.nodes[index].text, into: &out)
    var child = arena.nodes[index].firstChild
    while child != XMLArena.none {
      let element = XMLElement(arena: arena, index: child)
      if element.name == .text {
        escape(arena.nodes[child].text, into: &out)
      } else {
        element.writeTagged(into: &out)
      }
      child = arena.nodes[child].next
    }
  }

  private func writeTagged(into out: inout [UInt8]) {
    let qualified = name == .other ? qualifiedName : name.rawValue
    let local = qualified.utf8.split(separator: UInt8(ascii: ":")).last ?? []
    out.append(UInt8(ascii: "<"))
    out += local
    for place in arena.nodes[index].attributes {
      out.append(0x20)
      out += arena.attributes[place].name.utf8
      out += "=\"".utf8
      escape(arena.attributes[place].value, into: &out)
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    write(into: &out)
    out += "</".utf8
    out += local
    out.append(UInt8(ascii: ">"))
  }

  private func escape(_ text: XMLText, into out: inout [UInt8]) {
    arena.withBytes(of: text) { Self.escape($0, into: &out) }
  }

  /// Text as the markup that shows it.
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    escape(Array(text.utf8).span, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func escape(_ text: Span<UInt8>, into out: inout [UInt8]) {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case let byte: out.append(byte)
      }
    }
  }
}
