// Cues of one act, and what undoes them.

import Model

/// Cues of one act and strength, with what undoes them.
struct CueGroup: Sendable {
  let act: SpeechAct
  /// From 1 (hedged) to 3 (outright).
  let strength: Int
  /// Whether these are cues of sentences with a question mark.
  var isAsked = false
  /// Words of the clause before that undo the act.
  var before = CueVetoes.supposed
  /// Words of the sentence behind that undo it.
  var after: Set<String> = []
  let patterns: [CuePattern]

  init(
    _ act: SpeechAct, _ strength: Int, isAsked: Bool = false,
    before: Set<String> = CueVetoes.supposed, after: Set<String> = [], _ patterns: [String]
  ) {
    self.act = act
    self.strength = strength
    self.isAsked = isAsked
    self.before = before
    self.after = after
    self.patterns = patterns.map(CuePattern.init)
  }

  /// Whether nothing around a match undoes it: in its clause before, in the twelve words behind,
  /// or, as "but" does, further on.
  func holds(_ sentence: CueWords, _ match: Range<Int>) -> Bool {
    guard sentence.clause(before: match.lowerBound).allSatisfy({ !before.contains($0) }) else {
      return false
    }
    return sentence.words[match.upperBound...].enumerated().allSatisfy { at, word in
      !after.contains(word) || at >= 12 && !CueVetoes.turns.contains(word)
    }
  }
}

/// Words around a cue that undo it.
enum CueVetoes {
  /// Before any cue: what is supposed is not said.
  static let supposed: Set<String> = [
    "if", "unless", "whether", "until", "suppose", "supposing", "assuming", "imagine", "whenever",
    "when", "once", "why", "how", "what", "which", "while", "although",
  ]
  /// Before most cues: what is denied is not said either.
  static let denied = supposed.union(negated)
  /// Before cues that do not name the writer: nor is what others say.
  static let reported = denied.union(others)
  /// Words that deny.
  static let negated: Set<String> = [
    "not", "no", "never", "nor", "neither", "hardly", "without", "nobody", "none", "cannot", "less",
  ]
  /// Those whose words these are instead.
  private static let others: Set<String> = [
    "he", "she", "they", "you", "people", "some", "someone", "somebody", "others", "many", "says",
    "said", "argues", "argued", "claims", "claimed", "thinks", "wrote", "suggested",
  ]
  /// What turns a sentence, however far behind.
  static let turns: Set<String> = [
    "but", "however", "though", "although", "except", "advantage", "advantages",
  ]
  /// Behind support: what takes it back.
  static let takenBack: Set<String> = [
    "but", "however", "though", "although", "except", "unfortunately", "not", "problem", "problems",
    "bad", "wrong", "unless", "drawback", "downside", "dangerous", "pitfalls", "issue", "issues",
    "confusing", "worse", "broken", "risk", "concern", "concerns", "unnecessary", "theory",
    "principle", "undermines", "subtleties", "criticism", "criticisms", "criticise", "disagree",
    "limitation", "limitations", "never", "redundant", "difficult", "impossible", "pretending",
  ]
  /// Before a flaw: what does away with it.
  static let mending: Set<String> = [
    "fix", "fixes", "solve", "solves", "avoid", "avoids", "address", "addresses", "mitigate",
    "alleviate", "remove", "removes",
  ]
  /// Behind a flaw: what says that it is none any more.
  static let mended: Set<String> = [
    "mitigated", "solved", "fixed", "workaround", "worked", "lesser", "solvable", "resolved",
    "avoided", "gone", "advantage", "advantages",
  ]
  /// Behind "I don't think": what makes it a reassurance.
  static let reassured: Set<String> = [
    "problem", "problems", "issue", "issues", "concern", "concerned", "worry", "matters", "matter",
    "attack", "harm", "hurt", "hurts", "blocker", "grave", "risk", "drawback", "downside", "wrong",
    "drawbacks", "downsides", "bad", "objection", "argument", "difficult", "hard", "controversial",
    "disagree", "worried",
  ]
}
