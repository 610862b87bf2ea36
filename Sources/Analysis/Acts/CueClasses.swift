// The classes of words that cue patterns name.

/// The classes of words that cue patterns name.
enum CueClasses {
  /// The classes by name.
  static let named: [String: Set<String>] = [
    "document": [
      "pep", "rfc", "bip", "bips", "bolt", "se", "tip", "proposal", "pr", "mr", "pull", "patch",
      "draft", "specification", "spec", "motion", "amendment", "charter", "proposals",
      "resolution", "pitch",
    ],
    "body": [
      "council", "team", "group", "committee", "board", "wg", "editors", "chairs",
      "maintainers", "delegate", "bdfl", "steering", "foundation", "workgroup", "sc", "consortium",
    ],
    "settled": [
      "accepted", "rejected", "approved", "withdrawn", "merged", "deferred", "postponed", "adopted",
      "ratified", "finalized", "declined", "superseded", "abandoned", "closed",
    ],
    "decided": [
      "decided", "accepted", "approved", "rejected", "resolved", "chosen", "voted", "agreed",
      "adopted", "concluded", "declined", "elected", "ratified",
    ],
    "fault": [
      "problem", "issue", "trouble", "downside", "drawback", "danger", "difficulty", "concern",
      "worry", "disadvantage", "catch", "caveat", "objection", "reservation", "complaint",
      "downsides", "drawbacks", "concerns", "worries", "objections", "reservations",
    ],
    "flaw": [
      "problem", "issue", "downside", "downsides", "drawback", "drawbacks", "disadvantage",
      "danger", "concern", "concerns", "worry", "objection",
    ],
    "idleFlaw": [
      "being", "to", "reduced", "only", "not", "solved", "fixed", "figuring", "mitigated", "known",
      "less", "resolved", "no", "addressed", "what", "one", "mentioned",
    ],
    "degree": [
      "main", "biggest", "big", "major", "obvious", "only", "one", "primary", "real", "other",
      "first", "second", "key", "significant", "serious", "tiny", "minor", "general",
      "larger", "bigger", "strong", "greatest", "slight", "small", "another", "remaining", "a",
    ],
    "idea": ["idea", "proposal", "suggestion", "approach", "direction", "plan", "solution"],
    "good": [
      "good", "great", "excellent", "nice", "reasonable", "sensible", "fantastic", "wonderful",
      "neat", "cool", "clever", "brilliant", "sound", "elegant",
    ],
    "poor": [
      "bad", "terrible", "poor", "dangerous", "wrong", "risky", "premature", "overkill", "fragile",
      "unacceptable", "misguided", "harmful", "horrible", "awful", "confusing", "misleading",
      "problematic", "undesirable", "unwise", "mistake",
    ],
    "packet": [
      "frame", "frames", "packet", "packets", "message", "messages", "number", "is", "are", "and",
      "or", "flag", "bit", "timeout",
    ],
    "idle": [
      "be", "have", "note", "remember", "not", "see", "know", "wonder", "expect", "worry", "assume",
      "say", "thank", "imagine", "go", "do", "think", "consider", "hope", "keep", "cautious",
      "careful", "concerned", "worried", "argue", "aware", "skeptical", "able", "happy", "notice",
      "take",
    ],
    "musing": [
      "say", "assume", "suppose", "consider", "see", "look", "call", "imagine", "take", "define",
      "not", "denote", "start", "begin", "know", "go", "first", "now", "hope", "be", "face",
      "think",
      "return", "write", "ignore", "pretend", "compare", "examine", "focus", "discuss",
    ],
    "easy": [
      "no", "able", "careful", "fine", "possible", "concerned", "worried", "good", "have", "ok",
      "enough", "a", "better", "larger", "faster", "higher", "lower", "strictly", "easy", "clear",
      "note", "safe", "not", "work", "helpful",
    ],
    "worth": [
      "should", "worth", "need", "needs", "necessary", "needed", "useful", "good", "great", "works",
      "scale", "scales", "solve", "solves", "address", "addresses", "help", "helps", "enough",
      "sufficient", "right", "appropriate", "effective", "realistic", "acceptable", "feasible",
      "safe", "justified", "fair", "want", "viable", "reasonable", "practical", "desirable",
      "ready",
      "sense", "wise", "sufficiently", "sustainable", "convincing", "correct",
    ],
    "way": [
      "alternative", "option", "possibility", "solution", "way", "approach", "fix", "compromise",
    ],
    "very": ["really", "very", "quite", "particularly", "especially", "much", "generally", "also"],
    "matter": ["this", "that", "it", "we", "the", "your", "these", "those", "an", "a"],
  ]

  /// What may stand between a subject and its verb.
  static let hedges: Set<String> = [
    "also", "very", "much", "really", "strongly", "fully", "completely", "totally", "still",
    "would", "do", "am", "be", "definitely", "certainly", "wholeheartedly", "entirely", "quite",
    "too", "generally", "mostly", "largely", "personally", "rather", "more", "a", "bit", "little",
    "slightly", "somewhat", "just", "now", "already", "therefore", "thus", "hereby", "tend", "to",
    "want", "like", "will", "must", "have", "been", "particularly", "especially", "deeply",
    "extremely", "firmly", "highly", "simply", "so", "pretty", "only", "currently", "officially",
    "formally", "happy", "pleased", "even", "instead", "humbly", "actually", "perfectly", "all",
    "probably", "kind", "of", "sort", "both", "big", "great", "absolutely", "again", "finally",
    "unanimously", "recently", "provisionally", "since", "always", "just", "genuinely", "heavily",
  ]
}
