// Questions that ask for an answer about the matter.

/// Questions that ask for an answer about the matter, not for a courtesy or for nothing.
///
/// The head of the sentence, or of a clause behind "If …,", must have the form of a question. Left
/// out are statements with a question mark, tags ("…, right?"), heads that are negated ("Isn't it
/// …": a statement or a proposal), what is asked of one reader ("Did you …"), and what has too
/// little content to be understood alone ("Would this be a problem?").
enum OpenQuestions {
  /// How plainly a sentence asks, from 1 to 3; `nil` when it does not.
  static func strength(of sentence: CueWords) -> Int? {
    guard let head = head(of: sentence), !isTag(sentence.words) else { return nil }
    let asked = sentence.words[head...]
    guard !isCourtesy(asked), !isRhetorical(asked), !asksOneReader(asked) else { return nil }
    let leans = isRequest(asked) || asked.prefix(3).contains(where: pronouns.contains)
    let content = Set(asked.filter { $0.utf8.count >= 4 && !empty.contains($0) }).count
    let words = asked.count { !CueWords.isMark($0) }
    guard content >= (leans ? 4 : 3), words <= 40 else { return nil }
    return leans ? 1 : content >= 5 ? 3 : 2
  }

  /// Where the question begins: at the head, or behind the comma of "If …, …" and the like.
  private static func head(of sentence: CueWords) -> Int? {
    let words = sentence.words
    guard let first = words.first, first != "or" else { return nil }
    if asks(words[sentence.head...]) { return sentence.head }
    guard introductions.contains(words[sentence.head]), sentence.head + 1 < words.count,
      !["so", "not", "yes", "no"].contains(words[sentence.head + 1])
    else { return nil }
    return words.indices.dropFirst(sentence.head + 1).first { at in
      [",", ":"].contains(words[at - 1]) && !relatives.contains(words[at]) && asks(words[at...])
    }
  }

  /// Whether words begin as a question does.
  private static func asks(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first, let second = words.dropFirst().first else { return false }
    if auxiliaries.contains(first) { return !CueWords.isMark(second) && !verbs.contains(second) }
    if prepositions.contains(first) { return ["what", "which", "whom"].contains(second) }
    return interrogatives.contains(first)
  }

  private static func isCourtesy(_ asked: ArraySlice<String>) -> Bool {
    asked.contains("please") || courtesies.contains { asked.starts(with: $0) }
  }

  /// Negated heads, and a "why" that wants no reason: "Why would anyone …", "Why bother …".
  private static func isRhetorical(_ asked: ArraySlice<String>) -> Bool {
    if asked.dropFirst().prefix(asked.first == "how" ? 6 : 2).contains("not") { return true }
    guard asked.first == "why" else { return false }
    return asked.dropFirst().first.map { !auxiliaries.contains($0) } ?? true
      || asked.prefix(4).contains(where: rhetorical.contains)
  }

  /// "Did you …", "Why are you …"; but "How do you …" asks how one does it.
  private static func asksOneReader(_ asked: ArraySlice<String>) -> Bool {
    guard let at = asked.firstIndex(of: "you"), at > asked.startIndex, !isRequest(asked),
      !asked.starts(with: ["what", "if"])
    else { return false }
    let isFirst = at == asked.startIndex + 1
    let isReason = ["why", "what"].contains(asked.first) && at <= asked.startIndex + 2
    return isFirst || isReason || ["did", "have", "are", "were"].contains(asked[at - 1])
  }

  /// "Can you explain how …": a request, and a question all the same.
  private static func isRequest(_ asked: ArraySlice<String>) -> Bool {
    (asked.first == "can" || asked.first == "could") && asked.dropFirst().first == "you"
      && asked.dropFirst(3).prefix(6).contains(where: interrogatives.contains)
  }

  /// Whether the last words only ask to be agreed with.
  private static func isTag(_ words: [String]) -> Bool {
    let last = words.filter { !CueWords.isMark($0) }.suffix(3)
    guard let word = last.last else { return true }
    return tags.contains(word)
      || last.count == 3 && last.dropFirst().first == "not" && pronouns.contains(word)
  }

  private static let interrogatives: Set<String> = [
    "what", "how", "why", "which", "who", "where", "when", "whose",
  ]
  /// Behind a comma these begin a clause about the word before.
  private static let relatives: Set<String> = ["who", "whose", "where", "when", "which"]
  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "should", "would", "will",
    "has", "have", "shall",
  ]
  /// Behind an auxiliary: the subject is left out, so it is a statement, or it is the writer.
  private static let verbs: Set<String> = [
    "be", "need", "have", "also", "just", "make", "do", "get", "represent", "go", "like", "i",
    "maybe",
  ]
  private static let prepositions: Set<String> = ["in", "to", "for", "on", "at", "by", "under"]
  private static let introductions: Set<String> = [
    "if", "since", "given", "assuming", "when", "for", "in", "with", "as", "question", "curious",
    "because", "suppose", "regarding", "once", "after", "while", "quick", "simple", "one", "dumb",
    "just", "setting",
  ]
  private static let pronouns: Set<String> = [
    "it", "this", "that", "these", "those", "they", "he", "she", "them", "there",
  ]
  private static let rhetorical: Set<String> = [
    "not", "earth", "hell", "anyone", "anybody", "possibly", "bother", "even", "else", "should",
    "would", "forced", "have",
  ]
  private static let tags: Set<String> = [
    "right", "correct", "no", "guess", "think", "etc", "anyway", "though",
  ]
  private static let courtesies: [[String]] = [
    "what do people think", "what do others think", "what are your", "what is your",
    "what does everyone", "what about", "what else", "what is wrong with", "when did we",
    "how are we", "how come", "how do you feel", "how do you reconcile", "who knows", "who cares",
    "who wants", "who is with", "which means", "which is why", "which leads", "does that make",
    "does this make", "does it make sense", "does he", "does she", "does anyone", "does anybody",
    "did anyone", "did your", "has anyone", "is anyone", "is someone", "is there anyone",
    "is there anybody", "is there any reason", "is that right", "is that a fair", "is it just me",
    "is it ok", "are we", "can any", "can anyone", "can someone", "can anybody", "can somebody",
    "could someone",
    "could anyone", "make sense",
  ].map { $0.split(separator: " ").map(String.init) }
  private static let empty: Set<String> = [
    "that", "this", "these", "those", "with", "from", "have", "does", "would", "could", "should",
    "what", "which", "when", "where", "there", "they", "them", "then", "than", "your", "will",
    "been", "being", "were", "just", "like", "some", "such", "thing", "things", "something",
    "about", "into", "really", "here", "make", "sense", "problem", "still", "also", "only", "more",
    "much", "very", "even", "else", "case", "same", "different", "other", "good", "work", "mean",
    "need", "point", "idea", "think", "know", "question", "someone", "anyone", "meanwhile",
  ]
}
