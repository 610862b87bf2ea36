// HTML to blocks of text, with quotes, code and furniture told apart from the author's own words.

/// HTML to blocks of text.
package enum HTMLText {
  /// The blocks of an HTML fragment, in order; empty ones are left out.
  ///
  /// - Complexity: Linear in the markup.
  package static func blocks(of html: String) -> [TextBlock] {
    build(html, keepsUnknownTags: false).finish()
  }

  /// Everything that a reader of the page would see, blocks apart by an empty line.
  package static func plainText(of html: String) -> String {
    isPlain(html) ? Strings.folded(html) : blocks(of: html).plainText
  }

  /// The text of an HTML fragment as one line, without blocks kept apart: for titles and names.
  ///
  /// What looks like a tag but is no element's is text: `Vec<T>`.
  package static func line(of html: String) -> String {
    if isPlain(html) { return Strings.folded(html) }
    let blocks = build(html, keepsUnknownTags: true).finish()
    return Strings.folded(blocks.map(\.text).joined(separator: " "))
  }

  /// Whether text has neither tags nor references; an ampersand before a blank is one.
  private static func isPlain(_ html: String) -> Bool {
    var html = html
    return html.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "<") { return false }
        if byte == UInt8(ascii: "&"), index + 1 < bytes.count, bytes[index + 1] != 0x20 {
          return false
        }
      }
      return true
    }
  }

  private static func build(_ html: String, keepsUnknownTags: Bool) -> HTMLBlockBuilder {
    var builder = HTMLBlockBuilder()
    let bytes = Array(html.utf8)
    let span = bytes.span
    var tokenizer = HTMLTokenizer(keepsUnknownTags: keepsUnknownTags)
    while let token = tokenizer.next(span) {
      switch token {
      case .text(let range, let decoded): builder.append(span, range, decoded: decoded)
      case .startTag(let name, let attributes, let selfClosing):
        builder.open(name, span, attributes, selfClosing: selfClosing)
      case .endTag(let name): builder.close(name)
      }
    }
    return builder
  }
}
