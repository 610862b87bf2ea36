// What the texts of a feed's elements mean: lines, addresses, dates, people, languages.

import Model
import Text

/// Readings of an element's text that all forms share.
enum FeedText {
  /// One line of text out of an element that holds text or escaped markup; `nil` when empty.
  static func line(_ element: XMLElement) -> String? {
    element.html.map(HTMLText.line).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The line of the first of several child elements that has one.
  static func firstLine(_ parent: XMLElement, _ names: [XMLName]) -> String? {
    for name in names {
      if let line = parent.first(name).flatMap(line) { return line }
    }
    return nil
  }

  /// An address, made absolute by `xml:base`; line breaks in it are leftovers of wrapping.
  static func address(_ element: XMLElement?) -> String? {
    guard let element, let text = element.text ?? element["href"] else { return nil }
    return address(text, in: element)
  }

  /// An address in an element's attribute, made absolute by `xml:base`.
  static func address(_ text: String, in element: XMLElement) -> String {
    let bare = text.utf8.contains { $0 < 0x20 } ? String(text.filter { !$0.isNewline }) : text
    return element.base.flatMap { CanonicalURL.resolve(bare, against: $0) } ?? bare
  }

  /// The first date that can be read: of several elements of one name the last counts.
  static func date(_ parent: XMLElement, _ names: [XMLName]) -> Timestamp? {
    for name in names {
      guard let first = parent.first(name) else { continue }
      var date: Timestamp?
      first.forEachSibling { element in
        date = element.withText { FeedDate.parse($0) } ?? date
      }
      if let date { return date }
    }
    return nil
  }

  /// A language tag with hyphens (BCP 47).
  static func language(_ text: String?) -> String? {
    text.map { String($0.map { $0 == "_" ? "-" : $0 }) }
  }

  /// `name`, `email`, `email (name)`, `name (email)` or `name <email>`; `nil` for nothing.
  static func person(_ text: String) -> FeedPerson? {
    // A forum's `@name Full Name`, or a name and nothing else.
    if text.utf8.allSatisfy({ !isMark($0) || $0 == UInt8(ascii: "@") }) {
      let line = Strings.folded(text)
      let isAddress =
        line.utf8.contains(UInt8(ascii: "@")) && line.utf8.first != UInt8(ascii: "@")
        && !line.utf8.contains(0x20)
      if !isAddress { return FeedPerson(name: line) }
    }
    let text = Strings.folded(CharacterReferences.decode(text))
    let opening = text.lastIndex { $0 == "(" || $0 == "<" }
    guard let opening, text.contains("@"), text.hasSuffix(")") || text.hasSuffix(">") else {
      let line = HTMLText.line(of: text)
      // An address alone; `@name Full Name` is how a forum writes a user.
      let isAddress = line.contains("@") && !line.hasPrefix("@") && !line.contains(" ")
      if line.isEmpty { return nil }
      return isAddress ? FeedPerson(email: withoutScheme(line)) : FeedPerson(name: line)
    }
    let outside = Strings.trimmed(text[..<opening])
    let inside = Strings.trimmed(text[text.index(after: opening)...].dropLast())
    let (name, email) = inside.contains("@") ? (outside, inside) : (inside, outside)
    return FeedPerson(
      name: name.isEmpty ? nil : name, email: email.isEmpty ? nil : withoutScheme(email))
  }

  /// Whether a byte may make a name more than a name.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: "@")
  }

  private static func withoutScheme(_ email: String) -> String {
    email.lowercased().hasPrefix("mailto:") ? String(email.dropFirst(7)) : email
  }
}
