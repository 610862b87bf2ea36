// A read XML element with everything in it.

import Text

/// A part of an element's content.
enum XMLNode {
  case text(String)
  case element(XMLElement)
}

/// An XML element with everything in it.
final class XMLElement {
  /// An attribute: its name as `name` has it, its value with references decoded.
  typealias Attribute = (name: String, value: String)

  /// The local name in lower case, behind the usual prefix of its namespace and a colon:
  /// `dc:creator`, `atom:title`; RSS's own have no prefix.
  let name: String
  /// The attributes, named in the same way.
  let attributes: [Attribute]
  /// The line of its start tag; 0 where nothing asks for it.
  let line: Int
  /// What `xml:base`, here or further out, says that relative addresses are resolved against.
  let base: String?
  /// Text before the first child element: most elements have nothing else.
  private var lead = ""
  private var rest: [XMLNode] = []

  init(name: String, attributes: [Attribute] = [], line: Int = 0, base: String? = nil) {
    (self.name, self.attributes, self.line, self.base) = (name, attributes, line, base)
  }

  func append(_ text: String) {
    if rest.isEmpty {
      lead += text
    } else if case .text(var before) = rest[rest.count - 1] {
      rest[rest.count - 1] = .text("")  // so that the text has one owner and grows in place
      before += text
      rest[rest.count - 1] = .text(before)
    } else {
      rest.append(.text(text))
    }
  }

  func append(_ element: XMLElement) { rest.append(.element(element)) }

  /// Takes out everything inside.
  func removeAll() -> [XMLNode] {
    defer { (lead, rest) = ("", []) }
    return (lead.isEmpty ? [] : [.text(lead)]) + rest
  }

  /// Takes out the first child element that a test picks, and what follows it.
  func removeTail(from isFirst: (XMLElement) -> Bool) -> [XMLNode] {
    let index = rest.firstIndex {
      if case .element(let child) = $0 { isFirst(child) } else { false }
    }
    guard let index else { return [] }
    defer { rest.removeSubrange(index...) }
    return Array(rest[index...])
  }

  /// An attribute's value, white space at its ends cut; `nil` when missing or empty.
  subscript(attribute: String) -> String? {
    guard let value = attributes.first(where: { $0.name == attribute })?.value else { return nil }
    let trimmed = Strings.trimmed(value)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The child elements, in order.
  var elements: [XMLElement] {
    rest.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Whether it holds elements.
  var hasElements: Bool {
    rest.contains { if case .element = $0 { true } else { false } }
  }

  /// The first child element with a name.
  func first(_ name: String) -> XMLElement? {
    for case .element(let element) in rest where element.name == name { return element }
    return nil
  }

  /// All child elements with a name.
  func all(_ name: String) -> [XMLElement] {
    var result: [XMLElement] = []
    for case .element(let element) in rest where element.name == name { result.append(element) }
    return result
  }

  /// All text inside, tags left out, white space at the ends cut; `nil` when there is none.
  var text: String? {
    let trimmed = Strings.trimmed(rest.isEmpty ? lead : allText)
    return trimmed.isEmpty ? nil : trimmed
  }

  private var allText: String {
    var result = ""
    // Explicit stack: the nesting is the source's choice.
    var stack: [(element: XMLElement, next: Int)] = [(self, 0)]
    result += lead
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
  var html: String? { hasElements ? innerHTML : text }

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
        let local = element.name.utf8.split(separator: UInt8(ascii: ":")).last ?? []
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
