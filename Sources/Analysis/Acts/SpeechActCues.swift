// The cues of each act, as data.

import Model

/// The cues of each act; the notation is that of ``CuePattern``.
enum SpeechActCues {
  /// All groups.
  static let groups: [CueGroup] = decisions + concerns + supports + proposals + questions

  private static let decisions = [
    CueGroup(
      .decision, 3, before: CueVetoes.denied.union(["after", "before"]),
      [
        "@document .. has|have been ~ @settled", "@document .. is|are now|officially ~ @settled",
        "@document .. was|were ~ @settled !by", "@body .. has|have ~ @decided !by",
        "@body ~ @decided to|that|not|on|against|in|pep|rfc|the|this !same",
        "@body ~ discussed .. and decided", "^ accepted|rejected pep|rfc|bip|se|with",
        "i am going to merge|accept|reject|close the|this",
        "i|we am|are ~ accepting|rejecting|withdrawing|approving|deferring the|this|pep|rfc|my|bip",
        "i|we ~ accept|reject|approve|withdraw (the|this|my) @document", "RESOLVED",
        "^ resolution|decision|resolved :", "the decision is|was ~ to|that|not",
        "i ~ decided to accept|reject|withdraw|close|drop|abandon|merge|defer|postpone|remove",
        "final comment period .. is|has ~ complete|over|ended",
        "final comment period , with a disposition to merge|close|postpone",
        "pep|rfc|bip|se|bolt .. is ~ accepted|rejected|approved|withdrawn|deferred",
        "@body is ~ accept|accepting|reject|rejecting|approve|approving|announce",
        "vote ~ passed|carried|failed",
      ]),
    CueGroup(
      .decision, 2, before: CueVetoes.reported.union(["think", "rather"]),
      [
        "we ~ decided|resolved|agreed to|that|not|against", "we have ~ reached|rough consensus",
        "rough consensus is|was to|that", "consensus was reached",
      ]),
  ]

  private static let concerns = [
    CueGroup(
      .concern, 3, before: CueVetoes.supposed.union(["not", "far"]),
      [
        "my ~ (@degree) @fault ~ with|about|is|are|here|that|was|would|regarding",
        "part of my @fault", "i ~ worry|object|oppose|dislike|fear|disagree", "i ~ reject the|this",
        "i ~ see no reason|point|need|justification|benefit|advantage|value", "i ~ take exception",
        "i ~ push back",
        "i am ~ concerned|worried|skeptical|wary|uneasy|uncomfortable|hesitant|nervous|unconvinced",
        "i am ~ opposed|against|reluctant|doubtful",
        "i would be ~ concerned|worried|wary|uneasy|hesitant|nervous|opposed|against|reluctant|-1",
        "i am ~ afraid that|of|this|it|we",
        "i share .. concern|concerns|worry|worries|skepticism",
        "i am not ~ convinced|comfortable|happy|keen|persuaded|fond|fan|enthusiastic|sold",
        "i am not ~ in favor", "i do not (really) like|support|buy !to|getting|being",
        "i can not ~ support|agree|accept", "i fail to see",
        "i have ~ (@degree) concern|concerns|reservation|reservations|doubts|objection|objections",
        "^ -1 !)|:|and|to|or|in|is", "-1 from|on|for this|me|the|that", "^ NACK !@packet",
        "i am ~ -1|-0",
        "concept|approach|strong NACK", "NACK on|from|for|this", "^ strong|hard no|-1",
        "i would hate|rather not|to", "i would ~ prefer not|we !to", "count me against",
        "strongly disagree|oppose|object",
      ]),
    CueGroup(
      .concern, 2, before: CueVetoes.denied,
      after: [
        "harm", "hurt", "drawback", "drawbacks", "downside", "downsides", "problem", "problematic",
      ],
      ["i do not ~ see how|why|the|any !to", "i can not ~ see how|why"]),
    CueGroup(
      .concern, 2, before: CueVetoes.denied, after: CueVetoes.reassured,
      [
        "i do not ~ agree",
        "i do not ~ think|believe .. @worth",
        "i do not ~ think|believe .. .. @worth", "i doubt that|this|it|we",
        "i am not ~ sure (that) this|that|it .. @worth",
      ]),
    CueGroup(
      .concern, 2, before: CueVetoes.reported.union(CueVetoes.mending), after: CueVetoes.mended,
      [
        "the (@degree) @flaw ~ with|here", "the (@degree) @flaw i have|see",
        "the (@degree) @flaw is|are !@idleFlaw",
        "the (@degree) downside|drawback of", "@degree (@degree) @flaw ~ with|here|about",
        "@degree (@degree) @flaw is !@idleFlaw", "@degree (@degree) @flaw of|with .. is",
        "a|an concern|drawback|downside|objection ~ is|with|of|here",
        "has|have the|a|an|@degree (@degree) drawback|drawbacks|downside|downsides|disadvantage",
        "is|seems|sounds|looks|feels|be ~ (like) a|an ~ @poor idea|approach|design|choice|precedent",
        "seems|looks|feels|sounds ~ (like) (a|an) @poor", "^ this|that|it is ~ @poor",
        "is|be ~ too complex|complicated|risky|dangerous|restrictive|strict|expensive",
        "not ~ (a|an) @good|right @idea", "^ we should not !@idle",
        "not seem (to) (be) (like) (a) @good|right|worth|useful|necessary|justified",
        "your|this|that|the .. suffers from|the|a",
        "has|have a number of drawbacks|downsides|problems|issues",
        "is|be|seems|are ~ overly|unnecessarily|unreasonably restrictive|complex|complicated|strict",
        "would|will break existing|backward|backwards|compatibility|the|all|every|any",
      ]),
  ]

  private static let supports = [
    CueGroup(
      .support, 3, before: CueVetoes.denied.union(["to", "you"]), after: CueVetoes.takenBack,
      [
        "i ~ agree !to|on",
        "i ~ support|endorse|welcome|second|applaud this|the|that|it|your|@document",
        "i am ~ in favor|support", "i am ~ supportive|onboard", "i am ~ all|fully for|behind|on",
        "i am ~ fan of this|the|that|your|it|these",
        "i (do) (also) (really) (@very) like|love this|the|your|that|it|how|about",
        "i would ~ love to see|have this|that|these|more", "^ +1 !)|:|and|or|in|byte|is|vs",
        "+1 from|for|to|on this|me|the|that|adding|having|making|using",
        "big|huge|strong|also|my|a|another +1", "^ ACK !@packet",
        "concept|code|approach|strong|tested ACK|ack",
        "LGTM|lgtm|utACK|tACK", "sounds|looks|seems ~ @good to|for me|us", "makes ~ sense to me|us",
        "^ agreed|seconded !to|on", "^ @good|great @idea",
      ]),
    CueGroup(
      .support, 2, before: CueVetoes.reported, after: CueVetoes.takenBack,
      [
        "i ~ think|believe|feel .. .. is|are|sounds ~ (a|an|the) ~ @good @idea",
        "i ~ think|believe|feel .. is|makes ~ sense !to",
        "^ this|that makes (perfect|total|good|complete) sense !to",
        "this|that|it is|seems|sounds|looks ~ (like) a|an ~ @good @idea",
        "i have no objection|objections|concerns|reservations", "i am ~ +1",
        "very|really good|great|nice @idea", "i am ~ fine|ok|okay|comfortable with",
      ]),
  ]

  private static let proposals = [
    CueGroup(
      .proposal, 3, before: CueVetoes.denied.union(["as", "all"]),
      [
        "i|we ~ propose|recommend|advocate !in|above|here|below|for|.",
        "i|we ~ suggest (that) !you|he|they|reading|in|above|here|below|is|for|.",
        "i|we am|are ~ proposing|suggesting|recommending !.|,|in|here",
        "my|our ~ (counter) proposal|suggestion|recommendation|preference ~ is|would|be ~ to|that|for",
        "^ the|this proposal is ~ to|that", "^ this|the @document ~ proposes|introduces",
        "the proposed solution|change|fix is|would", "^ i move that|we", "^ proposal|suggestion :",
      ]),
    CueGroup(
      .proposal, 2, before: CueVetoes.reported.union(["as", "thought"]),
      [
        "^ we should|ought !@idle", "^ we might want to", "so|then|therefore|thus we should !@idle",
        "^ please consider",
        "i ~ think|believe|feel (that) we should|ought|need !@idle",
        "i ~ think|believe|feel (that) @matter .. should !@easy",
        "^ an|one|another|the|@degree (@degree) @way ~ is|would|could|might ~ be|to|that|is",
        "^ let us keep|make|use|add|stop|drop|have|give|leave|avoid|merge|remove",
        "it would ~ be ~ better|best|nice|good|great|useful|helpful|preferable to|if",
        "would ~ be better|best|preferable|simpler|cleaner to",
      ]),
    CueGroup(
      .proposal, 1, before: CueVetoes.reported.union(["that", "as", "and", "something"]),
      ["we should !@idle"]),
    CueGroup(
      .proposal, 1, before: CueVetoes.reported.union(["as"]),
      after: ["but", "problematic", "however", "though"],
      [
        "^ we could !@idle", "i ~ think|believe|feel (that) we could !@idle",
        "seems|sounds ~ a|an ~ better|simpler|cleaner|efficient|safer|elegant @idea",
        "i would ~ prefer !not|we|if",
      ]),
    CueGroup(
      .proposal, 2, isAsked: true, before: [],
      [
        "^ how about !if|when|the", "^ what about just|using|adding|making|having|instead",
        "what if we|instead !@idle", "^ why not just|simply|use|have|make|keep|let|add|do|allow",
        "why do not we", "could|should|can we not !at|even", "could|should|can not we !at|even",
        "would it (not) be ~ better|simpler|nicer|easier|preferable|cleaner|worth",
        "would it (not) make ~ sense to", "^ maybe|perhaps we should|could",
        "would not it be ~ better|interesting|simpler|nicer|easier|preferable|cleaner",
        "could we just|instead|simply|maybe",
      ]),
  ]

  private static let questions = [
    CueGroup(
      .question, 1, before: CueVetoes.negated.union(["you"]), after: ["you", "your", "not"],
      [
        "my ~ (@degree) question ~ is|would|about",
        "^ the|one|@degree (@degree) question ~ is|i|here",
        "i ~ wonder|wondering (about) if|whether|what|how|why|which|where",
        "i am ~ curious (to) (know) if|whether|what|how|why|which",
        "it is ~ unclear to me whether|how|what|why|if|which",
        "it is not ~ clear to me whether|how|what|why|if|which",
      ])
  ]
}
