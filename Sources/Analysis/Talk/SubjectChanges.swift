// What people say and do when they turn to another subject.

import Glibc
import Text

/// How likely a unit of talk opens a new subject by its own words and its speaker's turn.
///
/// After: R. Passonneau and D. Litman, *Discourse Segmentation by Human and Automated Means* (1997),
/// for cue words; B. Grosz and C. Sidner, *Attention, Intentions, and the Structure of Discourse*
/// (1986). That a long turn opens a subject, and a turn of whoever speaks first above all (the host,
/// mostly), was found on the development sets.
enum SubjectChanges {
  /// Log odds of each sign.
  private static let announced = 2.2
  /// Words that often come with a new subject.
  private static let hinted = 1.1
  /// The beginning of a turn of `longWords` words and more.
  private static let longTurn = 1.5
  private static let longWords = 60.0
  /// The same for the one who speaks first.
  private static let hostTurn = 1.5
  private static let hostWords = 15.0
  /// A head like "okay" and "next".
  private static let openingHead = 0.9
  /// A head like "and" and "it".
  private static let continuingHead = -0.9
  /// The middle of a sentence.
  private static let inside = -2.0

  /// What speaks for a new subject or against one.
  enum Sign {
    /// Something else announces it: advertising lay between.
    case cut
    /// Its words announce it.
    case announcement
    /// Words that often come with it.
    case hint
    /// A turn begins, the longer the more.
    case turn
    /// And it is that of whoever spoke first.
    case hostTurn
    /// A head like "okay".
    case opener
    /// A head like "and".
    case continuer
    /// The middle of a sentence.
    case inside
  }

  /// The log odds of a boundary before each unit, such that the odds of units that begin a sentence
  /// have the mean 1.
  ///
  /// - Parameters:
  ///   - speakers: Who says each; empty when nobody knows.
  ///   - announced: Units before which something else announces a boundary.
  static func evidence(
    _ units: [String], speakers: [String?], announced: Set<Int> = []
  ) -> [Double] {
    let signs = Signs(units, speakers, announced)
    var result = signs.odds
    let mean = signs.mean(result)
    guard mean > 0 else { return result }
    for index in result.indices { result[index] -= log(mean) }
    return result
  }

  /// The same with its summands: the signs of each unit, and what is taken from each sum.
  static func explain(
    _ units: [String], speakers: [String?], announced: Set<Int> = []
  ) -> (signs: [[ScorePart]], mean: Double) {
    let signs = Signs(units, speakers, announced)
    let parts = units.indices.map { index -> [ScorePart] in
      var parts: [ScorePart] = []
      signs.forEach(at: index) { sign, odds in
        parts.append(ScorePart(name(of: sign, units[index]), value: 1, weight: odds))
      }
      return parts
    }
    let mean = signs.mean(signs.odds)
    return (parts, mean > 0 ? log(mean) : 0)
  }

  private static func name(of sign: Sign, _ unit: String) -> String {
    switch sign {
    case .cut: "advertising lies before it"
    case .announcement: "announces a subject: \"\(announcements.first(in: unit) ?? "")\""
    case .hint: "words that often open a subject: \"\(hints.first(in: unit) ?? "")\""
    case .turn: "a turn begins"
    case .hostTurn: "it is the turn of whoever spoke first"
    case .opener: "begins with \"\(head(of: unit))\""
    case .continuer: "goes on with \"\(head(of: unit))\""
    case .inside: "the middle of a sentence"
    }
  }

  /// The signs of all units of one text.
  private struct Signs {
    private let units: [String]
    private let announced: Set<Int>
    private let isTurn: [Bool]
    private let isHost: [Bool]
    private let lengths: [Int]
    private let begins: [Bool]

    init(_ units: [String], _ speakers: [String?], _ announced: Set<Int>) {
      (self.units, self.announced) = (units, announced)
      let words = units.map(Sentences.wordCount)
      let isTurn = turns(units.count, speakers)
      self.isTurn = isTurn
      isHost = units.indices.map { isTurn[$0] && speakers[$0] == speakers[0] }
      lengths = turnWords(words, isTurn)
      let isEnd = units.map(endsSentence)
      // Captions of speech recognition have no sentences to be inside of.
      let isPunctuated = isEnd.count { $0 } * 60 > words.reduce(0, +)
      begins = units.indices.map { $0 == 0 || isTurn[$0] || !isPunctuated || isEnd[$0 - 1] }
    }

    /// Calls with each sign of a unit and its log odds.
    func forEach(at index: Int, _ body: (Sign, Double) -> Void) {
      if announced.contains(index) {
        body(.cut, SubjectChanges.announced)
      } else if announces(units[index]) {
        body(.announcement, SubjectChanges.announced)
      } else if hints.matches(units[index]) {
        body(.hint, hinted)
      }
      if isTurn[index] {
        body(.turn, longTurn * min(1, Double(lengths[index]) / longWords))
        if isHost[index] { body(.hostTurn, hostTurn * min(1, Double(lengths[index]) / hostWords)) }
      }
      guard begins[index] else { return body(.inside, inside) }
      let head = head(of: units[index])
      if openers.contains(head) { body(.opener, openingHead) }
      if continuers.contains(head) { body(.continuer, continuingHead) }
    }

    /// The sum of each unit's log odds.
    var odds: [Double] {
      units.indices.map { index in
        var sum = 0.0
        forEach(at: index) { sum += $1 }
        return sum
      }
    }

    /// The mean odds of units that begin a sentence.
    func mean(_ odds: [Double]) -> Double {
      odds.reduce(0) { $0 + exp($1) } / Double(max(begins.count { $0 }, 1))
    }
  }

  /// Whether a unit begins a turn; never where fewer than two speakers are known.
  private static func turns(_ count: Int, _ speakers: [String?]) -> [Bool] {
    guard speakers.count == count, Set(speakers.compactMap { $0 }).count > 1 else {
      return [Bool](repeating: false, count: count)
    }
    return speakers.indices.map { $0 == 0 || speakers[$0] != speakers[$0 - 1] }
  }

  /// The words of the turn that begins at each unit.
  private static func turnWords(_ words: [Int], _ isTurn: [Bool]) -> [Int] {
    var lengths = [Int](repeating: 0, count: words.count)
    var run = 0
    for index in words.indices.reversed() {
      run += words[index]
      if isTurn[index] { (lengths[index], run) = (run, 0) }
    }
    return lengths
  }

  /// Whether a sentence ends where a unit ends.
  private static func endsSentence(_ unit: String) -> Bool {
    let body = unit.unicodeScalars.reversed().drop {
      $0.properties.isWhitespace || closing.contains($0)
    }
    return body.first.map { ".?!…".unicodeScalars.contains($0) } ?? false
  }

  private static let closing = Set("\"')]”’".unicodeScalars)

  /// The first of a unit's first three words that is no filler, in small letters.
  private static func head(of unit: String) -> String {
    let words = unit.lowercased().replacing("’", with: "'").split {
      !($0.isASCII && $0.isLetter || $0 == "'")
    }
    return words.prefix(3).lazy.map(String.init).first { !fillers.contains($0) } ?? ""
  }

  private static let openers: Set<String> = [
    "okay", "ok", "alright", "next", "great", "awesome", "cool", "let's", "finally", "thank",
    "thanks",
  ]
  private static let continuers: Set<String> = [
    "and", "but", "because", "or", "it", "it's", "they", "they're", "you", "that", "that's", "then",
    "these", "he", "she", "him", "which", "yes", "no", "also", "cause", "'cause", "plus", "yep",
    "mm", "hmm",
  ]
  private static let fillers: Set<String> = ["um", "uh", "er", "ah", "yeah", "well", "oh"]

  /// Whether a unit's words open a new subject.
  static func announces(_ text: String) -> Bool { announcements.matches(text) }

  private static let announcements = PhraseList([
    "let's move on", "let's talk about", "moving on", "next up", "next topic", "next question",
    "next one", "speaking of which", "let's get started", "next thing", "let's start with",
    "let's switch", "switching gears", "i want to talk about", "i want to wrap up", "next item",
    "another topic", "a few more topics", "lightning round", "what's next", "first topic",
    "let's go to", "let's jump", "let's dive", "our next", "the next section", "changing topic",
    "turning to", "before we move on",
  ])
  /// Said in the middle of a subject too.
  private static let hints = PhraseList([
    "speaking of", "another question", "last question", "final question", "i wanted to ask",
    "i want to ask", "i'd like to ask", "i'm curious about", "what about", "how about",
    "could you tell", "can you tell", "tell us about", "in terms of", "first of all", "first one",
    "first item", "second item", "to start with", "let's start", "let's begin", "let's turn",
    "let's look at", "let's see", "now let's", "let me move on", "move on to", "go on to",
    "moving to", "we will begin", "we'll start", "we'll talk about", "we're going to talk about",
    "we are going to talk about", "today we", "so now", "okay. so", "alright", "all right",
    "one thing i", "next is", "next we", "following", "finally", "agenda",
  ])
}
