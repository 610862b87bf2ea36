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
    guard Quotability.isQuotable(sentence) || sentence.words < 4 else { return nil }
    let words = CueWords(sentence.text)
    let isAsked = sentence.text.utf8.suffix(2).contains(UInt8(ascii: "?"))
    var best: CueGroup?
    for index in words.words.indices {
      for (pattern, group) in byFirst[words.words[index]] ?? [] {
        guard group.isAsked == isAsked, precedes(group, best),
          let end = pattern.end(in: words, from: index), group.holds(words, index..<end)
        else { continue }
        best = group
      }
    }
    if let best { return (best.act, best.strength) }
    return isAsked ? OpenQuestions.strength(of: words).map { (.question, $0) } : nil
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
