// HTML to blocks of text, with quotes, code and furniture told apart from the author's own words.

/// HTML to blocks of text.
package enum HTMLText {
  /// The blocks of an HTML fragment, in order; empty ones are left out.
  ///
  /// - Complexity: Linear in the markup.
  package static func blocks(of html: String) -> [TextBlock] {
    var builder = BlockBuilder()
    var tokenizer = HTMLTokenizer(Array(html.utf8))
    while let token = tokenizer.next() {
      switch token {
      case .text(let bytes): builder.append(bytes)
      case .startTag(let name, let attributes, let selfClosing):
        builder.open(name, attributes, selfClosing: selfClosing)
      case .endTag(let name): builder.close(name)
      }
    }
    return builder.finish()
  }

  /// The text of an HTML fragment as one line, without blocks kept apart: for titles and names.
  package static func line(of html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return Strings.folded(html)
    }
    return Strings.folded(blocks(of: html).map(\.text).joined(separator: " "))
  }
}

/// Gathers text into blocks as tags open and close.
private struct BlockBuilder {
  /// An open element that changes what text is.
  struct Open {
    let name: String
    let role: Role
  }

  enum Role: Equatable {
    case hidden, code, furniture
    /// A list itself: its end also ends items that were left open.
    case list
    case quote(author: String?, post: Int?)
    case heading(Int)
    case listItem
  }

  /// Deeper nesting than this adds no roles: the text is kept, memory stays bounded.
  static let maximumDepth = 256

  static let blockElements: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead", "tr", "ul",
  ]
  static let hiddenElements: Set<String> = [
    "script", "style", "template", "svg", "head", "noframes", "noembed", "iframe",
    "select", "audio", "video", "canvas", "button",
  ]
  static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  var blocks: [TextBlock] = []
  var stack: [Open] = []
  var text: [UInt8] = []

  mutating func append(_ bytes: [UInt8]) {
    guard !stack.contains(where: { $0.role == .hidden }) else { return }
    text += bytes
  }

  mutating func open(
    _ name: String, _ attributes: [HTMLTokenizer.Attribute], selfClosing: Bool
  ) {
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    let classes = Set((value("class") ?? "").split(separator: " ").map(String.init))
    if Self.blockElements.contains(name) { name == "br" ? lineBreak() : flush() }
    if name == "td" || name == "th" { text += [0x20, UInt8(ascii: "|"), 0x20] }
    guard !selfClosing, !Self.voidElements.contains(name), stack.count < Self.maximumDepth,
      let role = Self.role(
        name, classes, value, insideQuote: stack.contains { $0.name == "aside" })
    else { return }
    if role != .hidden { flush() }
    stack.append(Open(name: name, role: role))
  }

  mutating func close(_ name: String) {
    if Self.blockElements.contains(name) { flush() }
    guard let index = stack.lastIndex(where: { $0.name == name }) else { return }
    if stack[index].role != .hidden { flush() }
    stack.removeSubrange(index...)
  }

  mutating func finish() -> [TextBlock] {
    flush()
    return blocks
  }

  /// What an element makes of the text inside it; `nil`: nothing of its own.
  static func role(
    _ name: String, _ classes: Set<String>, _ value: (String) -> String?, insideQuote: Bool
  ) -> Role? {
    if hiddenElements.contains(name) || value("hidden") != nil { return .hidden }
    switch name {
    case "pre", "table", "textarea", "xmp", "math": return .code
    case "blockquote": return .quote(author: nil, post: nil)
    case "aside" where classes.contains("quote"):
      return .quote(author: value("data-username"), post: value("data-post").flatMap { Int($0) })
    case "aside" where classes.contains("onebox"): return .furniture
    // Discourse: the name above a quote, pictures with their file names, the marks of footnotes.
    case "div" where value("class") == "title" && insideQuote: return .hidden
    case "div" where classes.contains("lightbox-wrapper"): return .furniture
    case "sup" where classes.contains("footnote-ref"): return .hidden
    case "a" where classes.contains("footnote-backref"): return .hidden
    case "li": return .listItem
    case "ul", "ol": return .list
    case "h1", "h2", "h3", "h4", "h5", "h6":
      return .heading(Int(name.utf8.last ?? 0x31) - 0x30)
    default: return nil
    }
  }

  mutating func lineBreak() {
    if stack.contains(where: { $0.role == .code }) { text.append(0x0A) } else { flush() }
  }

  /// Ends the block at hand.
  ///
  /// The strongest of the open elements decides what it is.
  mutating func flush() {
    defer { text.removeAll(keepingCapacity: true) }
    let raw = String(decoding: text, as: UTF8.self)
    let folded = Strings.folded(raw)
    // Cells without words leave only what stands between them.
    guard folded.utf8.contains(where: { $0 != 0x20 && $0 != UInt8(ascii: "|") }) else { return }
    var kind = TextBlock.Kind.paragraph
    var code = false
    for open in stack {
      switch open.role {
      case .hidden: return
      case .list: break
      case .code: code = true
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
    if code, kind == .paragraph || kind == .listItem { kind = .code }
    blocks.append(TextBlock(kind, kind == .code ? raw : folded))
  }
}
