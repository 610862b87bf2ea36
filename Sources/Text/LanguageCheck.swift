// Which language a text is in, by its function words and its script.

extension Language {
  /// The language to treat a text in: the declared one, unless the text clearly speaks another.
  ///
  /// The function words of all languages are counted among the text's first 400 words. Another
  /// language wins with twice those of the declared one, if they are one in eight words and not
  /// only a few over and over. A script decides where most of the text is in it; otherwise a text
  /// of fewer than 20 words is believed to be what it is said to be.
  ///
  /// Source: G. Grefenstette, *Comparing two language identification schemes* (JADT 1995), there
  /// the "small words".
  ///
  /// - Parameter declared: A language tag; `nil` or an empty one for none, and then the text is
  ///   taken for English, but fewer words are asked for another language.
  /// - Returns: A code that stemmers and stop words know, or ``none``.
  /// - Complexity: Linear in the text's first 400 words.
  package static func check(_ text: Span<UInt8>, declared: String?) -> String {
    let declared = declared ?? ""
    let own = declared.isEmpty ? 0 : index(of: declared)
    let shortest = declared.isEmpty ? WordTally.shortestUndeclared : WordTally.shortest
    return code(at: WordTally(text).language(of: text, declared: own, shortest: shortest))
  }

  /// The same for a string.
  package static func check(_ text: String, declared: String?) -> String {
    check(text.utf8Span.span, declared: declared)
  }
}

/// How many function words of each language are among a text's first words.
struct WordTally {
  /// So many words tell.
  static let longest = 400
  /// With fewer words a declared language stands.
  static let shortest = 20
  /// With fewer words a text is English where nothing is declared.
  static let shortestUndeclared = 8

  private(set) var words = 0
  /// By the number of the language.
  private(set) var hits = InlineArray<32, UInt16>(repeating: 0)
  /// How many bytes of words each script has, by its number.
  private var bytes = InlineArray<9, Int>(repeating: 0)

  init(_ text: Span<UInt8>) {
    let known = FunctionWords.all
    var at = 0
    while words < Self.longest, let word = Self.next(in: text, from: &at) {
      words += 1
      bytes[Script.of(text, at: word.lowerBound).rawValue] += word.count
      var languages = known.languages(of: word, in: text)
      while languages != 0 {
        hits[languages.trailingZeroBitCount] += 1
        languages &= languages &- 1
      }
    }
  }

  /// The next token that can tell: numbers are of no language, and single letters of too many.
  @inline(__always)
  private static func next(in text: Span<UInt8>, from at: inout Int) -> Range<Int>? {
    while let token = Tokenizer.next(in: text, from: &at) {
      if token.count > 1, !ASCII.isDigit(text[token.lowerBound]) { return token }
    }
    return nil
  }

  /// The number of the language that the text is in; `nil` for none that is known.
  ///
  /// - Parameters:
  ///   - text: The one that was counted.
  ///   - own: The number of the declared language; `nil` for one that is unknown.
  ///   - shortest: With fewer words the declared language stands.
  func language(of text: Span<UInt8>, declared own: Int?, shortest: Int) -> Int? {
    let script = mostlyIn
    let written = FunctionWords.all.languages[script.rawValue]
    if script == .latin || own.map({ written >> UInt32($0) & 1 == 1 }) ?? false {
      guard words >= shortest else { return own }
      return winner(over: own, among: script == .latin ? .max : written, in: text)
    }
    if let code = script.onlyLanguage { return Language.index(of: code) }
    return winner(over: nil, among: written, in: text)
  }

  /// The script of two thirds of the words, by bytes; Latin where there is none.
  private var mostlyIn: Script {
    var sum = 0
    for number in bytes.indices { sum += bytes[number] }
    for script in Script.allCases where bytes[script.rawValue] * 3 > sum * 2 { return script }
    return .latin
  }

  /// The own language, or the one that has clearly more function words.
  private func winner(over own: Int?, among languages: UInt32, in text: Span<UInt8>) -> Int? {
    var best = 0
    var most = 0
    for index in hits.indices where languages >> UInt32(index) & 1 == 1 && hits[index] > most {
      (best, most) = (index, Int(hits[index]))
    }
    let mine = own.map { Int(hits[$0]) } ?? 0
    guard most >= 2 * mine, most * 8 >= words, isVaried(text, language: best) else { return own }
    return best
  }

  /// Whether a text has several different function words of a language: one column of a table or
  /// one name of a formula does not make a text foreign.
  private func isVaried(_ text: Span<UInt8>, language: Int) -> Bool {
    let enough = words < Self.shortest ? 3 : 5
    var different: [Range<Int>] = []
    var (at, words) = (0, 0)
    while words < Self.longest, let word = Self.next(in: text, from: &at) {
      words += 1
      guard FunctionWords.all.languages(of: word, in: text) >> UInt32(language) & 1 == 1,
        !different.contains(where: { Self.areEqual($0, word, in: text) })
      else { continue }
      different.append(word)
      if different.count == enough { return true }
    }
    return false
  }

  private static func areEqual(_ a: Range<Int>, _ b: Range<Int>, in text: Span<UInt8>) -> Bool {
    a.count == b.count
      && a.indices.allSatisfy { text[$0] == text[$0 - a.lowerBound + b.lowerBound] }
  }
}
