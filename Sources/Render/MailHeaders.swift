// The head of a message, folded into short lines.

import Model

/// The head of a message, folded into lines of at most 78 characters where it can be.
///
/// Source: RFC 5322 §2.1.1 and §2.2.3. Values go through ``MailText/oneLine(_:)`` or are made of
/// checked parts, so that none can begin another header.
struct MailHeaders: Equatable {
  private static let longest = 78
  /// The longest line with an encoded word in it (RFC 2047 §2).
  private static let longestEncoded = 76
  /// The lines, each with CRLF.
  private(set) var text = ""
  private var column = 0
  private var hasEncodedWord = false
  /// Whether nothing but the name stands on the line.
  private var isAtStart = true

  /// Adds a header of parts between which a line may be folded.
  mutating func add(_ name: String, _ parts: [String]) {
    begin(name)
    for part in parts { put(part) }
    end()
  }

  /// Adds a header of free text, as Subject is.
  mutating func add(_ name: String, text: String) {
    begin(name)
    let text = MailText.oneLine(text)
    let words = text.split(separator: " ").map(String.init)
    if MailText.isPlain(text), words.allSatisfy({ $0.utf8.count < Self.longest }) {
      for word in words { put(word) }
    } else {
      putEncoded(text)
    }
    end()
  }

  /// Adds a header of names and addresses.
  mutating func add(_ name: String, _ mailboxes: [Mailbox]) {
    begin(name)
    for (index, mailbox) in mailboxes.enumerated() {
      let comma = index + 1 < mailboxes.count ? "," : ""
      if let name = mailbox.name {
        putPhrase(name)
        put("<\(mailbox.address)>\(comma)")
      } else {
        put(mailbox.address + comma)
      }
    }
    end()
  }

  /// Adds a header of a phrase and something in brackets behind it, as List-Id is.
  mutating func add(_ name: String, phrase: String, _ bracketed: String) {
    begin(name)
    putPhrase(MailText.oneLine(phrase))
    put(bracketed)
    end()
  }

  /// A moment in UTC: `Mon, 16 Nov 2026 00:00:00 +0000` (RFC 5322 §3.3).
  static func date(_ moment: Timestamp) -> String {
    let day = moment.utcDay
    let time = moment.rfc3339.dropFirst(11).dropLast()
    let year = day.iso8601.prefix(4)
    return
      "\(day.weekdayName.prefix(3)), \(day.day) \(day.monthName.prefix(3)) \(year) \(time) +0000"
  }

  private mutating func begin(_ name: String) {
    text += name + ":"
    (column, hasEncodedWord, isAtStart) = (name.utf8.count + 1, false, true)
  }

  private mutating func end() { text += "\r\n" }

  private mutating func put(_ part: String) {
    // A first part that is too long gains nothing by a line of its own but a blank line before it.
    let limit = hasEncodedWord ? Self.longestEncoded : Self.longest
    if column + 1 + part.utf8.count > limit, !isAtStart { fold() }
    append(part)
  }

  private mutating func append(_ part: String) {
    text += " " + part
    column += 1 + part.utf8.count
    isAtStart = false
  }

  private mutating func fold() {
    text += "\r\n"
    (column, hasEncodedWord) = (0, false)
  }

  /// A name: atoms, a quoted text, or encoded words (RFC 5322 §3.2.5).
  private mutating func putPhrase(_ phrase: String) {
    let atoms = phrase.split(separator: " ").map(String.init)
    if !MailText.isPlain(phrase) || phrase.utf8.count > 60 {
      putEncoded(phrase)
    } else if atoms.allSatisfy({ $0.utf8.allSatisfy(MailText.isAtom) }) {
      for atom in atoms { put(atom) }
    } else {
      let escaped = phrase.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
      put("\"\(escaped)\"")
    }
  }

  private mutating func putEncoded(_ phrase: String) {
    var room = Self.longestEncoded - 1 - column
    // Some readers keep the blank between two words of a name, so one is better than two.
    if !isAtStart, room < MailWords.least || MailWords.encoded(phrase, room: room).count > 1 {
      fold()
      room = MailWords.longest
    }
    for (index, word) in MailWords.encoded(phrase, room: room).enumerated() {
      if index > 0 { fold() }
      append(word)
      hasEncodedWord = true
    }
  }
}
