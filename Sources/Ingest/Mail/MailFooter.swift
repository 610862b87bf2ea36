// What lists and programs put under a message.

import Text

/// What lists and programs put under a message.
enum MailFooter {
  /// How far from the end a list's footer begins at most, in lines.
  private static let longest = 40

  /// Where the footers of lists begin; the number of lines without one.
  ///
  /// A footer is a rule and lines of which one names the list, or a line that says how to leave it.
  static func start(in text: MailLines) -> Int {
    var end = text.lines.count
    // Each list that a message went through adds one.
    for _ in 0..<4 {
      while end > 0, text.lines[end - 1].isBlank { end -= 1 }
      guard let start = lastFooter(in: text, before: end) else { break }
      end = start
    }
    return end
  }

  private static func lastFooter(in text: MailLines, before end: Int) -> Int? {
    // Whether each line so far is about a list, from the last one up.
    var isAbout: [Bool] = []
    for index in stride(from: end - 1, through: max(0, end - longest), by: -1) {
      let line = text.lines[index]
      guard line.depth == 0 else { return nil }
      if line.isBlank { continue }
      let words = text.string(index).lowercased()
      let isRule = isRule(text.bytes[line.text])
      // A rule at the end closes a footer.
      if isRule, isAbout.isEmpty { continue }
      // Under a signature's mark stands what no rule begins.
      if isRule || words == "--" {
        // The footer names its list at once; rules stand above other things as well.
        return isAbout.suffix(2).contains(true) ? index : nil
      }
      isAbout.append(isAboutList(words))
    }
    return nil
  }

  /// Phrases of footers, in lower case.
  private static let phrases = [
    "mailing list", "mailman", "listinfo", "unsubscribe", "/lists/", "list archive", "subscription",
    "google groups", "groups.io", "list info", "-request@", "code of conduct:",
    "digest, vol",
  ]

  /// Whether a line in lower case names a list or says how to leave it.
  static func isAboutList(_ line: String) -> Bool {
    phrases.contains { Strings.contains(line, $0) }
  }

  /// A line of at least twenty `_`, `-`, `=` or `*`, or a pattern of two of them.
  static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 20 && line.allSatisfy { Array("_-=*~".utf8).contains($0) }
  }

  /// Whether a text begins with a rule, as lines that were joined do.
  static func startsWithRule(_ text: String) -> Bool {
    text.split(separator: " ", maxSplits: 1).first.map { isRule(ArraySlice($0.utf8)) } ?? false
  }

  /// Lines that a phone or a list's archive adds.
  static func isNotice(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    return notices.contains(where: text.hasPrefix)
  }

  private static let notices = [
    "Sent from my ", "Sent from Mail for", "Sent from Yahoo", "Sent with Proton", "Sent via ",
    "Get Outlook for", "Von meinem ", "Envoyé de mon ", "Enviado desde mi ", "Inviato da ",
    "Verzonden vanaf mijn", "Sendt fra min", "Skickat från min",
    "-------------- next part --------------", "An HTML attachment was scrubbed",
    "A non-text attachment was scrubbed", "An embedded and charset-unspecified text was scrubbed",
    "A multi-part message in MIME format", "This is a multi-part message in MIME format",
    "This message is in MIME format",
  ]

  /// The lines that describe a scrubbed attachment.
  static func isScrubbed(_ text: String) -> Bool {
    ["Name: ", "Type: ", "Size: ", "Desc: ", "URL: <", "Name: not available", "Url: ", "Url : "]
      .contains(where: text.hasPrefix)
  }

  /// Lines under a patch that say who signed it: they hold addresses, not words.
  static func isTrailer(_ text: String) -> Bool {
    guard let colon = text.utf8.prefix(32).firstIndex(of: UInt8(ascii: ":")) else { return false }
    let name = text[..<colon]
    return name.hasSuffix("-by")
      || ["Cc", "CC", "Fixes", "Link", "Closes", "Message-ID", "Message-Id", "Change-Id"].contains(
        name)
  }
}
