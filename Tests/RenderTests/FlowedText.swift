// A reader of format=flowed, written apart from what writes it.

/// A reader of `format=flowed; delsp=no` (RFC 3676 §4): what a mail program shows.
enum FlowedText {
  struct Paragraph: Equatable {
    /// How many `>` stand before it.
    let depth: Int
    let text: String
  }

  static func paragraphs(_ text: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var open: (depth: Int, text: String)?
    func close() {
      if let paragraph = open {
        paragraphs.append(Paragraph(depth: paragraph.depth, text: paragraph.text))
      }
      open = nil
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == ">" }.count
      var content = line.dropFirst(depth)
      if content.first == " " { content.removeFirst() }
      if open?.depth != depth || content == "-- " { close() }
      open = (depth, (open?.text ?? "") + content)
      if content.last != " " || content == "-- " { close() }
    }
    close()
    return paragraphs
  }
}
