// A read XML element and the names that feeds give their elements.

import Text

/// A part of an element's content.
enum XMLNode {
  case text(String)
  case element(XMLElement)
}

/// An XML element with everything in it.
final class XMLElement {
  /// The local name, behind the usual prefix of its namespace and a colon: `dc:creator`,
  /// `atom:title`; RSS's own have no prefix.
  let name: String
  /// The attributes, named in the same way.
  let attributes: [(name: String, value: String)]
  /// The line of its start tag.
  let line: Int
  var children: [XMLNode] = []

  init(name: String, attributes: [(name: String, value: String)], line: Int) {
    (self.name, self.attributes, self.line) = (name, attributes, line)
  }

  /// An attribute's value, white space at its ends cut; `nil` when missing or empty.
  subscript(attribute: String) -> String? {
    guard let value = attributes.first(where: { $0.name == attribute })?.value else { return nil }
    let trimmed = Strings.trimmed(value)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// A number of bytes, a season or an episode: decimal digits; `nil` for anything else.
  static func count(_ text: String) -> Int? {
    text.utf8.allSatisfy(ASCII.isDigit) ? Int(text) : nil
  }

  /// The child elements, in order.
  var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first child element with a name.
  func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

  /// All child elements with a name.
  func all(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  /// All text inside, tags left out, white space at the ends cut; `nil` when there is none.
  var text: String? {
    var result = ""
    func gather(_ element: XMLElement) {
      for child in element.children {
        switch child {
        case .text(let text): result += text
        case .element(let element): gather(element)
        }
      }
    }
    gather(self)
    let trimmed = Strings.trimmed(result)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// What is inside as HTML: text as it is when there are no elements (it is escaped markup),
  /// else written out again.
  var html: String? {
    guard !elements.isEmpty else { return text }
    return innerHTML
  }

  /// What is inside, written out as markup, text escaped.
  var innerHTML: String {
    var result = ""
    for child in children {
      switch child {
      case .text(let text): result += escaped(text)
      case .element(let element):
        let name = element.name.split(separator: ":").last.map(String.init) ?? element.name
        result += "<\(name)"
        for attribute in element.attributes {
          result += " \(attribute.name)=\"\(escaped(attribute.value))\""
        }
        result += ">\(element.innerHTML)</\(name)>"
      }
    }
    return result
  }

  private func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): out += Array("&lt;".utf8)
      case UInt8(ascii: "&"): out += Array("&amp;".utf8)
      case UInt8(ascii: "\""): out += Array("&quot;".utf8)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// The namespaces that feeds use, under their usual prefixes.
enum XMLNamespace {
  /// The usual prefix of a namespace; empty for RSS's own; `nil` for one that is not known.
  static func prefix(of uri: String) -> String? {
    let key = uri.lowercased()
    if let known = prefixes[key] { return known }
    return prefixes[key.hasSuffix("/") ? String(key.dropLast()) : key + "/"]
  }

  private static let prefixes: [String: String] = [
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://backend.userland.com/rss": "", "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss091": "", "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://wellformedweb.org/commentapi/": "wfw",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "http://podlove.org/simple-chapters": "psc",
    "http://www.discourse.org/": "discourse",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/xml/1998/namespace": "xml",
  ]
}
