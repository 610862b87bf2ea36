// What a person looks for, as typed.

import Model

/// Words, phrases and filters that a person has typed.
struct SearchQuery: Equatable {
  /// Something to be found, or not to be.
  struct Term: Equatable {
    /// As typed, without quotes and signs.
    var text: String
    /// Whether these very words are meant, one behind the other.
    var isPhrase = false
    /// Whether the last word may go on.
    var isPrefix = false
  }

  /// What narrows a search.
  enum Filter: String, CaseIterable { case source, author, after, before }

  /// What must be there, all of it.
  var wanted: [Term] = []
  /// What must not be there.
  var unwanted: [Term] = []
  /// Sources, by a part of their names.
  var sources: [String] = []
  /// People, by a part of their names.
  var people: [String] = []
  /// The first day.
  var after: CalendarDay?
  /// The first day after.
  var before: CalendarDay?

  /// Reads operands.
  ///
  /// A shell takes quotes away: an operand with blanks and nothing special in it is a phrase, and a
  /// filter with blanks in it one value. Any other is read word by word, and so is a whole query
  /// that is given as one operand.
  init(_ operands: [String]) throws(RunFailure) {
    for operand in operands {
      let words = operand.split(whereSeparator: \.isWhitespace)
      let hasQuotes = operand.contains(where: Self.isQuote)
      if operands.count > 1, !hasQuotes, words.count > 1,
        let (filter, value) = Self.filter(operand[...])
      {
        try narrow(filter, value)
      } else if hasQuotes || words.count < 2 || words.contains(where: Self.isSpecial) {
        try read(operand)
      } else {
        wanted.append(Term(text: operand, isPhrase: true))
      }
    }
    guard !wanted.isEmpty else {
      throw .usage([
        unwanted.isEmpty && sources.isEmpty && people.isEmpty && after == nil && before == nil
          ? "nothing to search for; 'hallway search --help' shows how"
          : "a search needs a word to look for; what is left out and filters only narrow it"
      ])
    }
  }

  private static func isQuote(_ character: Character) -> Bool { "\"“”„".contains(character) }

  private static func isSpecial(_ word: Substring) -> Bool {
    word.count > 1 && word.first == "-" || word.last == "*" || filter(word) != nil
  }

  /// A known filter and its value.
  private static func filter(_ word: Substring) -> (Filter, String)? {
    guard let colon = word.firstIndex(of: ":"),
      let filter = Filter(rawValue: word[..<colon].lowercased())
    else { return nil }
    return (filter, String(word[word.index(after: colon)...]))
  }

  private mutating func read(_ text: String) throws(RunFailure) {
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first else { return }
      let isUnwanted = first == "-" && rest.dropFirst().first.map { !$0.isWhitespace } == true
      if isUnwanted { rest = rest.dropFirst() }
      if let (filter, _) = Self.filter(rest.prefix { !$0.isWhitespace && !Self.isQuote($0) }) {
        guard !isUnwanted else {
          throw .usage(["'-\(filter.rawValue):' cannot be left out; filters only narrow a search"])
        }
        rest = rest.dropFirst(filter.rawValue.count + 1)
        try narrow(filter, Self.term(&rest).text)
      } else {
        let term = Self.term(&rest)
        guard !term.text.isEmpty else { continue }
        if isUnwanted { unwanted.append(term) } else { wanted.append(term) }
      }
    }
  }

  /// Takes a word, or what stands in quotes; a quote that is not closed goes on to the end.
  private static func term(_ rest: inout Substring) -> Term {
    guard let first = rest.first, isQuote(first) else {
      let word = rest.prefix { !$0.isWhitespace }
      rest = rest.dropFirst(word.count)
      let bare = word.reversed().drop { $0 == "*" }.reversed()
      return Term(text: String(bare), isPrefix: bare.count < word.count && !bare.isEmpty)
    }
    rest = rest.dropFirst()
    let phrase = rest.prefix { !isQuote($0) }
    rest = rest.dropFirst(phrase.count + 1)
    var term = Term(text: String(phrase), isPhrase: true)
    let bare = phrase.reversed().drop { $0 == "*" }.reversed()
    if bare.count < phrase.count || rest.first == "*" {
      term.text = String(bare)
      term.isPrefix = true
    }
    rest = rest.drop { $0 == "*" }
    return term
  }

  private mutating func narrow(_ filter: Filter, _ value: String) throws(RunFailure) {
    guard !value.isEmpty else { throw .usage(["'\(filter.rawValue):' needs a value behind it"]) }
    switch filter {
    case .source: sources.append(value)
    case .author: people.append(value)
    case .after: after = try Self.day(filter, value)
    case .before: before = try Self.day(filter, value)
    }
  }

  private static func day(_ filter: Filter, _ text: String) throws(RunFailure) -> CalendarDay {
    if let day = CalendarDay(iso8601: text) { return day }
    throw .usage(["\(filter.rawValue): is '\(text)'; expected a date, as 2026-11-01"])
  }
}
