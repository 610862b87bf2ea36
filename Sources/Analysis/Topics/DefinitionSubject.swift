// Whether a term is the subject at the head of a sentence.

import Text

/// Whether a term is the subject at the head of a sentence.
enum DefinitionSubject {
  /// How the subject is written.
  enum Form {
    /// By itself.
    case plain
    /// With what its letters stand for: "RBF (replace by fee)", "Replace by fee (RBF)".
    case spelledOut
  }

  /// A subject that was found.
  struct Found {
    /// All of it.
    let range: Range<Int>
    /// The term in it.
    let term: Range<Int>
    /// How it is written.
    let form: Form
  }

  /// A term as it is looked for: small words, hyphens parted.
  static func words(_ term: String) -> [String] { CueWords(term).words.flatMap(parts) }

  /// The subject; `nil` where it is not the term.
  static func find(
    _ term: [String], in sentence: CueWords
  ) -> Found? {
    let words = sentence.words
    var start = 0
    while start < min(words.count, 4), openers.contains(words[start]) { start += 1 }
    if start < words.count, articles.contains(words[start]) { start += 1 }
    if let end = match(term, words, start) { return tail(of: term, words, start..<end) }
    // "Replace by fee (RBF) is …"
    guard let open = words[start...].prefix(7).firstIndex(of: "("), open > start,
      let end = match(term, words, open + 1), end < words.count, words[end] == ")",
      term.count == 1, let letters = term.first,
      stands(letters, for: words[start..<open])
        || open - start < 3 && words[start..<open].allSatisfy(isNoun)
    else { return nil }
    let isSpelled = stands(letters, for: words[start..<open])
    return Found(
      range: start..<(end + 1), term: (open + 1)..<end, form: isSpelled ? .spelledOut : .plain)
  }

  /// The end of a term that begins at an index; the last word may be a plural.
  static func match(_ term: [String], _ words: [String], _ start: Int) -> Int? {
    var at = start
    var next = 0
    while next < term.count {
      guard at < words.count else { return nil }
      for part in parts(words[at]) {
        guard next < term.count,
          part == term[next]
            || next == term.count - 1
              && (part == term[next] + "s" || part + "s" == term[next])
        else { return nil }
        next += 1
      }
      at += 1
    }
    return at
  }

  private static func parts(_ word: String) -> [String] {
    word.split(separator: "-").map(String.init)
  }

  /// What may stand between a term and its verb: a kind of thing, a bracket, another name.
  private static func tail(
    of term: [String], _ words: [String], _ found: Range<Int>
  ) -> Found? {
    var at = found.upperBound
    var form = Form.plain
    if at < words.count, kinds.contains(words[at]) { at += 1 }
    if at < words.count, words[at] == "(" {
      guard let close = words[at...].prefix(14).firstIndex(of: ")") else { return nil }
      if term.count == 1, let letters = term.first, stands(letters, for: words[(at + 1)..<close]) {
        form = .spelledOut
      }
      at = close + 1
    }
    // ", or no-GIL,"
    if at + 1 < words.count, words[at] == ",",
      ["or", "aka", "a.k.a", "also"].contains(words[at + 1]),
      let comma = words[(at + 1)...].prefix(7).firstIndex(of: ",")
    {
      at = comma + 1
    }
    return Found(range: found.lowerBound..<at, term: found, form: form)
  }

  /// Whether letters are the first ones of words, small words left out where they are not.
  static func stands(_ letters: String, for words: ArraySlice<String>) -> Bool {
    let parts = words.flatMap(parts).filter { !CueWords.isMark($0) }
    guard (2...7).contains(letters.utf8.count), parts.count >= 2 else { return false }
    let initials = parts.compactMap(\.first)
    if String(initials) == letters { return true }
    let heavy = zip(parts, initials).filter { !small.contains($0.0) }.map(\.1)
    if String(heavy) == letters || String(heavy) + "s" == letters { return true }
    // "Coverage directed test generation (CDG)"
    var rest = Substring(letters)
    for initial in initials where rest.first == initial { rest.removeFirst() }
    return rest.isEmpty && initials.first == letters.first && initials.count <= letters.count + 1
  }

  private static func isNoun(_ word: String) -> Bool {
    !CueWords.isMark(word) && !small.contains(word) && !verbs.contains(word)
  }

  private static let articles: Set<String> = ["a", "an", "the"]
  private static let openers: Set<String> = [
    "so", "well", "basically", "now", "essentially", ",", "again", "ok", "okay", "note", "briefly",
    "simply", "put", "context", "reference", "background", "for",
  ]
  /// What kind of thing a name is: "the Wren protocol".
  private static let kinds: Set<String> = [
    "protocol", "format", "library", "tool", "project", "package", "language", "framework",
    "command", "module", "opcode", "algorithm", "program", "scheme", "standard", "specification",
    "proposal", "service", "compiler", "editor",
  ]
  private static let small: Set<String> = [
    "of", "the", "a", "an", "and", "for", "to", "in", "on", "by", "with", "or", "at", "as", "is",
    "are",
  ]
  private static let verbs: Set<String> = [
    "has", "have", "had", "was", "were", "will", "can", "would", "should", "uses", "using", "like",
    "i", "we", "you", "they", "it", "this", "that", "not", "from", "but", "if", "when",
  ]
}
