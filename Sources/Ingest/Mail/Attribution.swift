// The line above a quote that says whose words follow.

import Text

/// The line above a quote that says whose words follow: "On Mon, 1 Jan 2024, Jane Doe wrote:".
///
/// Every program and language has its own; what they share is a verb, a date or an address, and a
/// colon at the end.
struct Attribution: Equatable {
  /// Who is quoted; `nil` when the line does not name them.
  let author: String?

  /// No such line is longer.
  private static let longest = 400

  /// Reads a line, or two or three that were wrapped, joined with blanks.
  ///
  /// - Parameter isBeforeQuote: Whether quoted lines follow at once. If they do not, only a line
  ///   with a verb, an opening word, and a time or an address counts: "In 2019 Jane wrote:" may
  ///   be a sentence.
  init?(_ text: String, isBeforeQuote: Bool) {
    guard text.utf8.count <= Self.longest, !text.isEmpty else { return nil }
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, words.count <= 40 else { return nil }
    let endsOpen = text.hasSuffix(":") || text.hasSuffix("：")
    let hasDigit = text.utf8.contains(where: ASCII.isDigit)
    let hasAddress = AttributionName.address(words) != nil
    let verb = words.lastIndex { AttributionName.isVerb($0) }
    if let verb, hasDigit, endsOpen, Self.opens(first) {
      guard isBeforeQuote || hasAddress || words.contains(where: Self.isTime) else { return nil }
      author = AttributionName.name(words, verb: verb)
      return
    }
    guard isBeforeQuote else { return nil }
    if let verb, hasAddress, endsOpen || verb >= words.count - 6 {
      author = AttributionName.name(words, verb: verb)
    } else if let verb, hasDigit, endsOpen || verb >= words.count - 6,
      let name = AttributionName.name(words, verb: verb),
      Self.isName(name.split(separator: " ").map(String.init)[...])
    {
      author = name
    } else if let verb, endsOpen, verb == words.count - 1, Self.isName(words[..<verb]) {
      author = AttributionName.name(words, verb: verb)
    } else if endsOpen, first == "Quoting" || first == "Zitat", words.count <= 8 {
      author = AttributionName.name(Array(words.dropFirst(first == "Zitat" ? 2 : 1)), verb: nil)
    } else if endsOpen, hasAddress, words.count <= 14 {
      author = AttributionName.name(words, verb: nil)
    } else {
      return nil
    }
  }

  /// Whether a word is one that only stands at the head of an attribution, or of a sentence.
  static func isOpener(_ word: String) -> Bool { openers.contains(word) }

  /// `10:00`.
  private static func isTime(_ word: String) -> Bool {
    word.utf8.first.map(ASCII.isDigit) == true && word.utf8.dropLast().contains(UInt8(ascii: ":"))
  }

  /// Whether a line may be the first of a wrapped attribution.
  static func opens(_ word: String) -> Bool {
    openers.contains(word) || word.utf8.first.map(ASCII.isDigit) == true
      || (word.hasSuffix(",") && word.count <= 11 && AttributionName.isDateWord(word))
  }

  private static let openers: Set<String> = [
    "On", "Am", "Le", "El", "Il", "Em", "Op", "Den", "Dne", "Dnia", "W", "Pe", "På", "At", "In",
    "Del", "Në", "Vào", "В", "Від", "Dňa", "Dana", "Ngày", "Em", "A", "Mnamo", "Στις", "在", "于",
    "於",
    "Med", "Á", "Den", "Ter", "Saat", "*",
  ]

  /// Whether words are somebody's name: up to four, with capitals.
  private static func isName(_ words: ArraySlice<String>) -> Bool {
    guard (1...4).contains(words.count), let first = words.first else { return false }
    let pronouns: Set<String> = [
      "He", "She", "They", "It", "I", "We", "Someone", "Who", "As", "And",
    ]
    return !pronouns.contains(first)
      && words.allSatisfy { word in
        guard let letter = word.unicodeScalars.first(where: { $0 != "\"" && $0 != "'" }) else {
          return false
        }
        return letter.properties.isUppercase || letter.value > 0x2E80
          || ["van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "el", "a", "ha"]
            .contains(word)
      }
  }
}

/// The name inside an attribution.
enum AttributionName {
  private static let verbs: Set<String> = [
    "wrote", "writes", "said", "says", "schrieb", "schreibt", "geschrieben", "schreef", "schrijft",
    "skrev", "skriver", "skrifaði", "écrit", "?crit", "ecrit", "écrivait", "escribió", "escribio",
    "escribe",
    "escreveu", "scritto", "scrive", "scriveva", "napisał", "napisała", "napisał(a)", "pisze",
    "napsal", "napsala", "napsal(a)", "napísal", "napísal(a)", "написал", "написала", "написал(а)",
    "пишет", "писал", "писал(а)", "написав", "пише", "kirjoitti", "yazdı", "yazmış", "írta",
    "scris",
    "escriure", "έγραψε", "viết", "piše", "napisao", "napisao/la", "је", "написао", "rašė",
    "rakstīja",
    "wróte",
  ]
  /// Verbs that stand without a blank before them.
  private static let suffixes = ["写道", "寫道", "書きました", "のメール", "작성", "님이", "כתב"]

  static func isVerb(_ word: String) -> Bool {
    var word = word.lowercased()
    while let last = word.last, ":：,.;…".contains(last) { word.removeLast() }
    return verbs.contains(word) || suffixes.contains(where: word.hasSuffix)
  }

  /// The place of the first word that holds an address.
  static func address(_ words: [String]) -> Int? {
    words.indices.first { index in
      let word = words[index]
      guard let at = word.firstIndex(of: "@") else {
        // `<user at example.org>`
        return word.hasPrefix("<") && index + 2 < words.count && words[index + 1] == "at"
      }
      return at != word.startIndex && word.index(after: at) != word.endIndex
    }
  }

  private static let dateWords: Set<String> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "am", "pm", "at", "on", "um", "à", "às", "kl",
    "utc", "gmt", "est", "edt", "cst", "cdt", "pst", "pdt", "cet", "cest", "bst", "le", "el", "il",
    "em", "op", "den", "uhr", "in", "article", "message", "del", "alle", "ore", "las", "a", "o",
    "w",
    "dniu", "the", "om", "mo", "di", "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch",
    "donnerstag", "freitag", "samstag", "sonntag", "januar", "februar", "märz", "mai", "juni",
    "juli",
    "oktober", "dezember", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "janv", "févr", "mars",
    "avr", "juin", "juil", "août", "déc", "user", "г", "в", "that", "of", "*", "-", "|", "has",
  ]

  static func isDateWord(_ word: String) -> Bool {
    var word = word.lowercased()
    while let last = word.last, ".,:;)".contains(last) { word.removeLast() }
    while word.first == "(" { word.removeFirst() }
    return word.isEmpty || word.utf8.contains(where: ASCII.isDigit) || dateWords.contains(word)
  }

  /// Words that are names as well; a number beside them tells.
  private static let nameWords: Set<String> = [
    "jan", "april", "may", "june", "august", "sam", "mai", "juli", "mar", "sun", "ven",
  ]

  private static func isDateWord(_ word: String, at index: Int, in words: [String]) -> Bool {
    guard isDateWord(word) else { return false }
    guard nameWords.contains(word.lowercased()) else { return true }
    if index + 1 < words.count, words[index + 1].utf8.first.map(ASCII.isDigit) == true {
      return true
    }
    guard index > 0 else { return false }
    return words[index - 1].utf8.contains(where: ASCII.isDigit) && !words[index - 1].hasSuffix(",")
  }

  /// The name: after the verb as in "schrieb Jane Doe:", else before it.
  static func name(_ words: [String], verb: Int?) -> String? {
    // "In article <id>, Jane Doe writes:"
    if let verb, words[0] == "In", let id = words[..<verb].prefix(3).lastIndex(where: isMark) {
      return name(Array(words[(id + 1)...]), verb: verb - id - 1)
    }
    if let verb, verb + 1 < words.count {
      let after = words[(verb + 1)...]
      if let first = after.first, !isDateWord(first), !first.hasPrefix("<") {
        return cleaned(after.prefix { !isMark($0) }, in: words)
      }
    }
    var end = verb ?? words.count
    // "a écrit", "ha scritto".
    if let verb, verb > 0, ["a", "ha", "hat", "has", "va"].contains(words[verb - 1]) { end -= 1 }
    if let mark = words[..<end].indices.dropFirst().first(where: { isMark(words[$0]) }) {
      end = mark
    }
    var start = end
    while start > 0, end - start < 6 {
      let word = words[start - 1]
      if isDateWord(word, at: start - 1, in: words) || word.hasSuffix(">") { break }
      // "Doe, Jane" at the head is one name; elsewhere a comma ends what is before.
      if word.hasSuffix(","), start != end {
        if start == 1 { start = 0 }
        break
      }
      start -= 1
    }
    return cleaned(words[start..<end], in: words)
  }

  /// Whether a word begins what follows a name: an address, a date in brackets.
  private static func isMark(_ word: String) -> Bool {
    word.hasPrefix("<") || word.hasPrefix("[") || word.hasPrefix("(")
      || (word.contains("@") && !word.hasPrefix("@"))
  }

  private static func cleaned(_ words: ArraySlice<String>, in all: [String]) -> String? {
    var text = words.joined(separator: " ")
    while let last = text.last, ":：,;".contains(last) { text.removeLast() }
    while let first = text.first, "*,;".contains(first) { text.removeFirst() }
    for suffix in suffixes where text.hasSuffix(suffix) { text.removeLast(suffix.count) }
    let (name, _) = MailAddress.readable(Strings.trimmed(text))
    if !name.isEmpty { return ["you", "I", "You"].contains(name) ? nil : name }
    // Only an address: the part before the `@`.
    guard let at = address(all), let mail = all[at].split(separator: "@").first else { return nil }
    let local = mail.drop { !$0.isLetter && !$0.isNumber }
    return local.isEmpty ? nil : String(local)
  }
}
