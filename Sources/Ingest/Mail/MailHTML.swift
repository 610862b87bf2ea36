// The blocks of an HTML body, with the marks of mail told apart.

import Text

/// The blocks of an HTML body: as those of a page, without signatures and lists' footers, and with
/// attributions made the authors of the quotes below them.
enum MailHTML {
  /// The blocks of markup that is UTF-8.
  static func blocks(of html: String) -> [TextBlock] {
    let all = HTMLText.blocks(of: html)
    let found = all[..<footer(all)]
    var result: [TextBlock] = []
    var author: String?
    var isQuotedWhole = false
    var isSigned = false
    var index = 0
    while index < found.count {
      let block = found[index]
      index += 1
      if case .quote(let named, let post) = block.kind {
        // A quote inside a quote may be another's.
        result.append(TextBlock(.quote(author: named ?? author, post: post), block.text))
        continue
      }
      let isBeforeQuote = index < found.count && isQuote(found[index])
      if block.kind == .paragraph {
        if let attribution = Attribution(block.text, isBeforeQuote: isBeforeQuote) {
          author = attribution.author
          // Without a quote below, all that follows is another's message.
          isQuotedWhole = isQuotedWhole || !found[index...].contains(where: isQuote)
          continue
        }
        let announces = OriginalMessage.isAnnouncement(block.text)
        let head = OriginalMessage.head(
          from: announces ? index : index - 1, isAnnounced: announces
        ) { $0 < found.count ? found[$0].text : nil }
        if let head, announces || OriginalMessage.label(block.text)?.label == .from {
          (author, isQuotedWhole) = (head.author, true)
          index = max(index, head.end)
          continue
        }
        isSigned = isSigned || block.text == "--"
        if MailFooter.isNotice(block.text) { continue }
      }
      if block.kind == .paragraph, block.text.hasPrefix("> ") {
        // Some programs send the lines of their plain text as HTML.
        let words = block.text.drop { $0 == ">" || $0 == " " }
        result.append(TextBlock(.quote(author: author, post: nil), String(words)))
      } else if isQuotedWhole {
        result.append(TextBlock(.quote(author: author, post: nil), block.text))
      } else if !isSigned {
        result.append(block)
      }
    }
    return result
  }

  private static func isQuote(_ block: TextBlock) -> Bool {
    if case .quote = block.kind { true } else { false }
  }

  /// Where the footer of a list begins: a rule near the end, and below it the list's name.
  private static func footer(_ blocks: [TextBlock]) -> Int {
    for index in blocks.indices.suffix(12).reversed()
    where MailFooter.startsWithRule(blocks[index].text) {
      let rest = blocks[index...].map(\.text).joined(separator: " ")
      if MailFooter.isAboutList(rest.lowercased()) { return index }
    }
    return blocks.count
  }
}
