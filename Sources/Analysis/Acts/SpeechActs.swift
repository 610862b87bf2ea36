// What a sentence does in a discussion: proposes, supports, objects, asks, decides.

package import Model

/// What a sentence does, told by who says it and with which verb.
///
/// English only. Computed and marked as such wherever it is shown, so a sentence without evidence
/// has no act: a cue counts with its subject ("I object", "PEP 703 has been accepted"), and not
/// where the clause before it is negated, a condition or another's words, nor where what follows
/// takes it back ("I agree, but"). The acts follow J. Searle, *A Taxonomy of Illocutionary Acts*
/// (1975), cut down to what a reader of a discussion looks for; cues as in W. Cohen, V. Carvalho,
/// T. Mitchell, *Learning to Classify Email into "Speech Acts"* (2004).
package enum SpeechActs {
  /// The act of a sentence; `nil` when nothing gives evidence of one.
  package static func act(of sentence: Sentence) -> SpeechAct? { evidence(of: sentence)?.act }

  /// The act of a sentence and how plainly it is done, from 1 (hedged) to 3 (outright).
  ///
  /// The strongest evidence counts; of equal ones a decision before a concern, support, a proposal
  /// and a question, so that a dissent beside praise is not lost.
  package static func evidence(of sentence: Sentence) -> (act: SpeechAct, strength: Int)? {
    find(in: sentence).map { ($0.act, $0.strength) }
  }

  /// What gives evidence of a sentence's act.
  package struct Explanation: Equatable, Sendable {
    /// The act.
    package let act: SpeechAct
    /// How plainly it is done, from 1 (hedged) to 3 (outright).
    package let strength: Int
    /// The words that tell it, in small letters, short forms written out; `nil`: the form of a
    /// question.
    package let cue: String?
  }

  /// The act of a sentence with the words that tell it; `nil` when nothing gives evidence of one.
  package static func explain(_ sentence: Sentence) -> Explanation? {
    find(in: sentence).map { found in
      Explanation(
        act: found.act, strength: found.strength,
        cue: found.match.map { found.words.words[$0].joined(separator: " ") })
    }
  }

  private struct Found {
    let act: SpeechAct
    let strength: Int
    let words: CueWords
    /// `nil`: the form of a question.
    let match: Range<Int>?
  }

  private static func find(in sentence: Sentence) -> Found? {
    guard Quotability.isQuotable(sentence) || sentence.words < 4 else { return nil }
    let words = CueWords(sentence.text)
    let isAsked = sentence.text.utf8.suffix(2).contains(UInt8(ascii: "?"))
    var best: (group: CueGroup, match: Range<Int>)?
    for index in words.words.indices {
      for (pattern, group) in byFirst[words.words[index]] ?? [] {
        guard group.isAsked == isAsked, precedes(group, best?.group),
          let end = pattern.end(in: words, from: index), group.holds(words, index..<end)
        else { continue }
        best = (group, index..<end)
      }
    }
    if let best {
      return Found(
        act: best.group.act, strength: best.group.strength, words: words, match: best.match)
    }
    guard isAsked, let strength = OpenQuestions.strength(of: words) else { return nil }
    return Found(act: .question, strength: strength, words: words, match: nil)
  }

  private static func precedes(_ group: CueGroup, _ best: CueGroup?) -> Bool {
    guard let best else { return true }
    if group.strength != best.strength { return group.strength > best.strength }
    return precedence.prefix { $0 != best.act }.contains(group.act)
  }

  private static let precedence: [SpeechAct] = [
    .decision, .concern, .support, .proposal, .question,
  ]

  /// The patterns by their first word, groups in order.
  private static let byFirst: [String: [(pattern: CuePattern, group: CueGroup)]] =
    SpeechActCues.groups.reduce(into: [:]) { all, group in
      for pattern in group.patterns {
        for word in pattern.firstWords.sorted() { all[word, default: []].append((pattern, group)) }
      }
    }
}
