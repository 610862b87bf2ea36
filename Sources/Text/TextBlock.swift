// A block of text with what it is: the author's own words, or not.

/// A block of text out of marked-up text.
package struct TextBlock: Equatable, Sendable {
  /// What a block is.
  package enum Kind: Equatable, Sendable {
    /// The author's own words.
    case paragraph
    /// A heading, from 1 to 6.
    case heading(Int)
    /// An item of a list.
    case listItem
    /// Words of somebody else: who and which post, as far as the form says.
    case quote(author: String?, post: Int?)
    /// Program text, preformatted text, or a table.
    case code
    /// What the site put there: previews of links, file names of pictures.
    case furniture
  }

  /// What it is.
  package let kind: Kind
  /// Its text, white space folded; code keeps its lines.
  package let text: String

  /// Creates a block.
  package init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
}

extension [TextBlock] {
  /// The author's own words: paragraphs apart by an empty line, headings behind `# `, list items
  /// behind `* `.
  package var words: String {
    compactMap { block in
      switch block.kind {
      case .paragraph: block.text
      case .heading: "# \(block.text)"
      case .listItem: "* \(block.text)"
      case .quote, .code, .furniture: nil
      }
    }.joined(separator: "\n\n")
  }

  /// Everything that a reader of the page would see, blocks apart by an empty line.
  package var plainText: String { map(\.text).joined(separator: "\n\n") }
}
