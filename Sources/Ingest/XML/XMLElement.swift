// A read XML element with everything in it.

import Text

/// A part of an element's content.
enum XMLNode {
  case text(String)
  case element(XMLElement)
}

/// An XML element with everything in it.
final class XMLElement {
  /// An attribute: its name in lower case, behind the usual prefix of its namespace, if it has one;
  /// its value with references decoded.
  typealias Attribute = (name: String, value: String)

  /// What it is.
  let name: XMLName
  /// Its qualified name, for those that `name` does not tell.
  let qualifiedName: String
  /// The attributes, in order.
  let attributes: [Attribute]
  /// The line of its start tag; 0 where nothing asks for it.
  let line: Int
  /// What `xml:base`, here or further out, says that relative addresses are resolved against.
  let base: String?
  /// Text before the first child element: most elements have nothing else.
  private var lead = ""
  private var rest: [XMLNode] = []
  /// The names of `rest`, in the same order: looked through without touching the elements.
  private var names: [XMLName] = []

  init(
    _ name: XMLName, qualifiedName: String = "", attributes: [Attribute] = [], line: Int = 0,
    base: String? = nil
  ) {
    (self.name, self.qualifiedName, self.attributes) = (name, qualifiedName, attributes)
    (self.line, self.base) = (line, base)
    if name.isEntry {
      rest.reserveCapacity(16)
      names.reserveCapacity(16)
    }
  }

  func append(_ text: String) {
    if rest.isEmpty {
      if lead.isEmpty { lead = text } else { lead += text }
    } else if case .text(var before) = rest[rest.count - 1] {
      rest[rest.count - 1] = .text("")  // so that the text has one owner and grows in place
      before += text
      rest[rest.count - 1] = .text(before)
    } else {
      rest.append(.text(text))
      names.append(.text)
    }
  }

  func append(_ element: XMLElement) {
    rest.append(.element(element))
    names.append(element.name)
  }

  /// Takes out everything inside.
  func removeAll() -> [XMLNode] {
    defer { (lead, rest, names) = ("", [], []) }
    return (lead.isEmpty ? [] : [.text(lead)]) + rest
  }

  /// Takes out the first child element that a test picks, and what follows it.
  func removeTail(from isFirst: (XMLElement) -> Bool) -> [XMLNode] {
    let index = rest.firstIndex {
      if case .element(let child) = $0 { isFirst(child) } else { false }
    }
    guard let index else { return [] }
    defer {
      rest.removeSubrange(index...)
      names.removeSubrange(index...)
    }
    return Array(rest[index...])
  }

  /// An attribute's value, white space at its ends cut; `nil` when missing or empty.
  subscript(attribute: String) -> String? {
    for candidate in attributes where candidate.name == attribute {
      let trimmed = Strings.trimmed(candidate.value)
      return trimmed.isEmpty ? nil : trimmed
    }
    return nil
  }

  /// The child elements, in order.
  var elements: [XMLElement] {
    rest.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Calls a function with each child element, in order.
  func forEachElement(_ body: (XMLElement) -> Void) {
    for case .element(let element) in rest { body(element) }
  }

  /// Whether it holds elements.
  var hasElements: Bool { names.contains { $0 != .text } }

  /// The first child element with a name.
  func first(_ name: XMLName) -> XMLElement? {
    guard let index = names.firstIndex(of: name), case .element(let element) = rest[index] else {
      return nil
    }
    return element
  }

  /// All child elements with a name.
  func all(_ name: XMLName) -> [XMLElement] {
    guard let first = names.firstIndex(of: name) else { return [] }
    var result: [XMLElement] = []
    for index in first..<names.count where names[index] == name {
      if case .element(let element) = rest[index] { result.append(element) }
    }
    return result
  }

  /// All text inside, tags left out, white space at the ends cut; `nil` when there is none.
  var text: String? {
    let trimmed = Strings.trimmed(rest.isEmpty ? lead : allText)
    return trimmed.isEmpty ? nil : trimmed
  }

  private var allText: String {
    var result = lead
    // Explicit stack: the nesting is the source's choice.
    var stack: [(element: XMLElement, next: Int)] = [(self, 0)]
    while let (element, next) = stack.popLast() {
      guard next < element.rest.count else { continue }
      stack.append((element, next + 1))
      switch element.rest[next] {
      case .text(let text): result += text
      case .element(let child):
        result += child.lead
        stack.append((child, 0))
      }
    }
    return result
  }

  /// What is inside as HTML: text as it is when there are no elements (it is escaped markup),
  /// else written out again.
  ///
  /// White space at the ends stays: it means nothing in markup.
  var html: String? {
    if hasElements { return innerHTML }
    let own = rest.isEmpty ? lead : allText
    return own.utf8.contains { $0 > 0x20 } ? own : nil
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
    Self.escape(lead, into: &out)
    for child in rest {
      switch child {
      case .text(let text): Self.escape(text, into: &out)
      case .element(let element):
        let qualified = element.name == .other ? element.qualifiedName : element.name.rawValue
        let local = qualified.utf8.split(separator: UInt8(ascii: ":")).last ?? []
        out.append(UInt8(ascii: "<"))
        out += local
        for attribute in element.attributes {
          out.append(0x20)
          out += attribute.name.utf8
          out += "=\"".utf8
          Self.escape(attribute.value, into: &out)
          out.append(UInt8(ascii: "\""))
        }
        out.append(UInt8(ascii: ">"))
        element.write(into: &out)
        out += "</".utf8
        out += local
        out.append(UInt8(ascii: ">"))
      }
    }
  }

  /// Text as the markup that shows it.
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    escape(text, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func escape(_ text: String, into out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      default: out.append(byte)
      }
    }
  }
}
