// Who a message is from: a name for readers and an address.

import Text

/// Who a message is from.
///
/// Source: RFC 5322 §3.4, §4.4 and §3.4.1; lists' archives write `user at example.org`.
struct MailAddress: Equatable {
  /// The name for readers: never an address.
  let name: String
  /// The address, in lower case; `nil` where there is none.
  let address: String?
  /// Whether a list wrote itself in the author's place ("Jane Doe via list"): the address is the
  /// list's.
  let isList: Bool

  /// No author needs more; what follows are other authors.
  private static let longest = 2000

  /// Reads the first mailbox of a field; `nil` for a field without name and address.
  init?(_ bytes: [UInt8]) {
    var scanner = MailboxScanner(bytes: Array(bytes.prefix(Self.longest)))
    scanner.scan()
    let phrase = Strings.folded(EncodedWords.decoded(scanner.phrase))
    let comment = Strings.folded(EncodedWords.decoded(scanner.comment))
    let angle = Strings.folded(String(decoding: scanner.angle, as: UTF8.self))
    let isBare = scanner.angle.isEmpty
    let address = Self.normalized(isBare ? phrase : angle)
    let given = isBare ? (address == nil ? phrase : comment) : (phrase.isEmpty ? comment : phrase)
    self.init(name: given, address: address)
  }

  /// Joins a name as written and an address.
  private init?(name: String, address: String?) {
    let (readable, isList) = Self.readable(name)
    let local = address.map { String($0.prefix { $0 != "@" }) } ?? ""
    self.name = readable.isEmpty ? local : readable
    self.address = address
    self.isList = isList
    if self.name.isEmpty { return nil }
  }

  /// The address in lower case, `user at example.org` undone; `nil` for text that is none.
  static func normalized(_ text: String) -> String? {
    var text = text.lowercased()
    if text.hasPrefix("mailto:") { text = String(text.dropFirst(7)) }
    // A route before the address: `@a,@b:user@example.org`.
    if text.hasPrefix("@"), let colon = text.firstIndex(of: ":") {
      text = String(text[text.index(after: colon)...])
    }
    let words = text.split(separator: " ")
    if words.count == 3, words[1] == "at" {
      text = "\(words[0])@\(words[2])"
    } else if words.count != 1 {
      text = words.joined()
    }
    guard let at = text.lastIndex(of: "@"), at != text.startIndex,
      text.index(after: at) != text.endIndex
    else { return nil }
    return text
  }

  /// A name without what programs put around it; empty when it is only an address.
  static func readable(_ name: String) -> (name: String, isList: Bool) {
    var name = Strings.folded(name)
    var isList = false
    if let via = name.firstRange(of: " via ") {
      name = Strings.trimmed(name[..<via.lowerBound])
      isList = true
    }
    for (open, close) in [("'", "'"), ("\"", "\""), ("‘", "’"), ("<", ">")]
    where name.count > 2 && name.hasPrefix(open) && name.hasSuffix(close) {
      name = Strings.trimmed(name.dropFirst().dropLast())
    }
    let words = name.split(separator: " ")
    if words.count == 3, words[1] == "at", words[2].contains(".") { return ("", isList) }
    name = words.filter { !isAddress($0) }.joined(separator: " ")
    return (turned(name), isList)
  }

  private static func isAddress(_ word: Substring) -> Bool {
    guard let at = word.firstIndex(of: "@") else { return false }
    return at != word.startIndex && word[at...].contains(".")
  }

  /// What stands behind a comma and is no first name.
  private static let suffixes: Set<String> = [
    "inc", "ltd", "llc", "gmbh", "ag", "corp", "co", "jr", "sr", "ii", "iii", "iv", "phd", "md",
    "esq", "dr", "msc", "bsc", "ma", "cissp",
  ]

  /// "Doe, Jane" as "Jane Doe".
  private static func turned(_ name: String) -> String {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false).map(Strings.trimmed)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[0].split(separator: " ").count <= 2, parts[1].split(separator: " ").count <= 2,
      !suffixes.contains(parts[1].lowercased().filter { $0 != "." })
    else { return name }
    return "\(parts[1]) \(parts[0])"
  }
}

/// Takes the first mailbox of a field apart.
private struct MailboxScanner {
  let bytes: [UInt8]
  /// The words before the address, or the address itself where no angle brackets are.
  var phrase: [UInt8] = []
  /// What stands in parentheses.
  var comment: [UInt8] = []
  /// What stands in angle brackets.
  var angle: [UInt8] = []

  mutating func scan() {
    var at = 0
    var (isQuoted, depth) = (false, 0)
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\\") where (isQuoted || depth > 0) && at < bytes.count:
        depth > 0 ? comment.append(bytes[at]) : phrase.append(bytes[at])
        at += 1
      case UInt8(ascii: "\"") where depth == 0: isQuoted.toggle()
      case _ where isQuoted: phrase.append(byte)
      case UInt8(ascii: "("):
        if depth > 0 { comment.append(byte) } else if !comment.isEmpty { comment.append(0x20) }
        depth += 1
      case UInt8(ascii: ")") where depth > 0:
        depth -= 1
        if depth > 0 { comment.append(byte) }
      case _ where depth > 0: comment.append(byte)
      case UInt8(ascii: "<"):
        let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        // An empty pair stands for no address.
        angle = Array(bytes[at..<end])
        at = min(end + 1, bytes.count)
        if !angle.isEmpty { return }
      case UInt8(ascii: ",") where hasAddress, UInt8(ascii: ";"): return
      // The name of a group: its first member counts.
      case UInt8(ascii: ":") where !hasAddress: phrase = []
      default: phrase.append(byte)
      }
    }
  }

  /// Whether the words so far are an address; a comma before one belongs to an unquoted name.
  private var hasAddress: Bool {
    phrase.contains(UInt8(ascii: "@"))
      || MailAddress.normalized(Strings.folded(String(decoding: phrase, as: UTF8.self))) != nil
  }
}
