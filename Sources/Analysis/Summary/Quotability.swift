// Whether a sentence can be printed as a quote.

import Text

/// Whether a sentence can be printed as a quote.
package enum Quotability {
  /// What keeps a sentence from being quoted, for a reader.
  package enum Fault: String, Sendable {
    case heading = "a heading"
    case altered = "not verbatim in its source: a mark stands inside, or it is cut"
    case short = "too few words"
    case long = "more than 70 words"
    case colon = "ends in a colon"
    case half = "an item of a list that is no sentence"
    case formula = "no prose: formulas, program text or a table"
    case address = "holds an address"
    case boilerplate = "boilerplate of mail programs"
    case namePlate = "names and titles, no sentence"
    case passing = "fewer than seven words, or twelve for an item of a list"
    case unfinished = "no mark at its end"
    case headless = "begins in the middle"
    case aside = "an aside"
  }

  /// Verbatim, of a readable length, made of words; no heading, address, name plate or formula.
  ///
  /// - Parameter atLeast: The fewest words.
  package static func isQuotable(_ sentence: Sentence, atLeast: Int = 4) -> Bool {
    fault(of: sentence, atLeast: atLeast) == nil
  }

  /// What keeps a sentence from being quoted at all; `nil` for one that can be.
  package static func fault(of sentence: Sentence, atLeast: Int = 4) -> Fault? {
    if sentence.isHeading { return .heading }
    if !sentence.isVerbatim { return .altered }
    if sentence.words < atLeast { return .short }
    if sentence.words > 70 { return .long }
    if sentence.text.hasSuffix(":") { return .colon }
    // An item of a list is mostly a name or half a sentence.
    if sentence.isListItem, !SentenceTraits.isFinished(sentence.text) { return .half }
    if !isProse(sentence.text) { return .formula }
    if holdsAddress(sentence.text) { return .address }
    if sentence.text.utf8.count < 400, boilerplate.matches(sentence.text) { return .boilerplate }
    return !sentence.isSpoken && isNamePlate(sentence) ? .namePlate : nil
  }

  /// Whether a reader of an issue gets something from it: a whole sentence of seven words or more
  /// that is no aside; an item of a list needs more, for it is mostly half a sentence.
  ///
  /// A summary for a measure may need less.
  package static func isWorthPrinting(_ sentence: Sentence) -> Bool {
    printingFault(of: sentence) == nil
  }

  /// Why a reader of an issue gets nothing from a sentence; `nil` for one that is worth printing.
  package static func printingFault(of sentence: Sentence) -> Fault? {
    guard let first = sentence.text.utf8.first else { return .short }
    // Scripts without blanks have fewer words, as they are counted.
    guard sentence.words >= (sentence.isListItem ? 12 : 7) || first >= 0x80 else {
      return .passing
    }
    guard SentenceTraits.isFinished(sentence.text) else { return .unfinished }
    if ASCII.isLower(first) || first == UInt8(ascii: "(") { return .headless }
    let head = sentence.text.prefix(8).lowercased()
    return asides.contains(where: head.hasPrefix) ? .aside : nil
  }

  private static let asides = [
    "edit:", "edit ", "edited ", "ps ", "ps:", "p.s.", "i see, ", "yes, ", "no, ", "ok, ", "okay, ",
  ]

  /// Mostly letters, hardly a mark of formulas, program text or tables.
  private static func isProse(_ text: String) -> Bool {
    var letters = 0
    var marks = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): return false
      case 0x41...0x5A, 0x61...0x7A, 0x80...: letters += 1
      // { } _ ^ = < > | ~
      case 0x7B, 0x7D, 0x5F, 0x5E, 0x3D, 0x3C, 0x3E, 0x7C, 0x7E: marks += 1
      default: break
      }
    }
    let length = text.utf8.count
    return letters * 10 >= length * 6 && marks * 25 <= length
  }

  /// Web addresses make no sentence; those of people are not for printing.
  private static func holdsAddress(_ text: String) -> Bool {
    // The name of a page that was linked: "Fix the cache · Pull Request #12 · tern/tern · GitHub".
    if Strings.contains(text, " · ") { return true }
    if Strings.contains(text, "http://") || Strings.contains(text, "https://") { return true }
    guard text.utf8.contains(UInt8(ascii: "@")) else { return false }
    return text.split(separator: " ").contains { word in
      guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
      return word[at...].contains(".")
    }
  }

  /// What mail programs, guards and lawyers add.
  private static let boilerplate = PhraseList([
    "opinions expressed", "views expressed", "all opinions are", "not the addressee",
    "intended recipient", "is confidential", "anti virus", "antivirus", "virus scanned",
    "scanned for viruses", "been scanned", "mimesweeper", "do you yahoo", "free email",
    "get email at your own domain", "sent from my ",
  ])
  private static let companies = ["Inc.", "Ltd.", "Corp.", "Co.", "GmbH.", "LLC."]

  /// Names, titles and places without an end: "Jan Richards Access Software Designer".
  private static func isNamePlate(_ sentence: Sentence) -> Bool {
    let text = sentence.text
    guard let last = text.utf8.last, last < 0x80 else { return false }
    if Array(".!?)]\"'".utf8).contains(last) {
      // "Infinity Solutions Ltd."
      guard companies.contains(where: text.hasSuffix) else { return false }
    }
    if let first = text.utf8.first, !sentence.isListItem, first < 0x80, !ASCII.isUpper(first),
      !ASCII.isDigit(first), !Array("\"'(".utf8).contains(first)
    {
      return true
    }
    let words = text.split(separator: " ").compactMap(\.utf8.first).filter(ASCII.isLetter)
    return words.count(where: ASCII.isUpper) * 2 >= words.count
  }
}
