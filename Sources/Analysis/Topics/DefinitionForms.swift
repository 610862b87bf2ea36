// What behind a subject says what it is.

import Text

/// What behind a subject says what it is.
enum DefinitionForms {
  /// How much a sentence is worth as a definition of its subject; `nil` when it is none.
  static func worth(
    of sentence: CueWords, subject: Range<Int>, _ form: DefinitionSubject.Form
  ) -> Double? {
    let words = sentence.words
    guard !words.contains(where: leaning.contains), !pointsBack(words),
      !words[subject].contains(where: chatter.contains)
    else { return nil }
    let last = subject.lastIndex { !CueWords.isMark(words[$0]) }.map { words[$0] }
    let spelledOut = form == .spelledOut ? 0.5 : 0.0
    var at = subject.upperBound
    func word(_ offset: Int = 0) -> String {
      words.indices.contains(at + offset) ? words[at + offset] : ""
    }
    // "X, which is a …"
    let isAside = word() == "," && word(1) == "which"
    if isAside {
      at += 2
      guard closes(words, from: at) else { return nil }
    }
    if word() == "," || word() == "(" {
      at += 1
      guard determiners.contains(word()), let kind = kind(in: words, from: at, of: last),
        kind.isKnown, kind.goesOn, closes(words, from: at)
      else { return nil }
      return 2.2 + spelledOut
    }
    while adverbs.contains(word()) { at += 1 }
    switch word() {
    case "is", "are":
      at += 1
      while adverbs.contains(word()) { at += 1 }
      if word() == "short" && word(1) == "for" { return CueWords.isMark(word(2)) ? nil : 2.6 }
      if ["designed", "intended", "meant"].contains(word()), word(1) == "to", word(2) != "be" {
        return 2 + spelledOut
      }
      // "Mirrors are servers that …"
      let isBare = word(-1) == "are" && word().hasSuffix("s")
      guard isBare || determiners.contains(word()),
        let kind = kind(in: words, from: isBare ? at - 1 : at, of: last),
        !isBare || kind.isKnown && kind.isTold
      else { return nil }
      guard kind.isKnown || kind.isTold, kind.goesOn || word() != "the" else { return nil }
      return (kind.isKnown ? 2.4 : 1.6) + (kind.goesOn ? 0.6 : 0) + spelledOut
        - (word() == "the" ? 0.3 : 0)
    case "stands": return word(1) == "for" && !CueWords.isMark(word(2)) ? 2.8 : nil
    case "refers": return word(1) == "to" ? 2.6 : nil
    case "denotes": return 2
    case "means":
      return meanings.contains(word(1)) || word(1).hasSuffix("ing") && word(1).utf8.count > 5
        ? 1.5 : nil
    case "proposes", "specifies", "defines", "standardizes", "standardises", "introduces",
      "describes":
      // "PEP 751 specifies a …": of a proposal that says what it is.
      let isNumbered = words[subject].contains { $0.utf8.first.map(ASCII.isDigit) ?? false }
      return isNumbered && objects.contains(word(1)) ? 2.4 : nil
    default:
      return form == .spelledOut && presentVerbs.contains(word()) ? 1.6 : nil
    }
  }

  /// "in that direction", "of this kind": what was spoken of before.
  private static func pointsBack(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains {
      prepositions.contains($0) && ($1 == "that" || $1 == "this" || $1 == "it")
    }
  }

  /// What a noun behind a determiner tells.
  private struct Kind {
    /// Whether it names a kind of thing.
    let isKnown: Bool
    /// Whether more about it follows.
    let goesOn: Bool
    /// Whether a clause tells what it does.
    let isTold: Bool
  }

  /// The noun behind a determiner; `nil` where it is an opinion, or the subject over again.
  private static func kind(in words: [String], from index: Int, of subject: String?) -> Kind? {
    var at = index + 1
    while at < words.count, !isMarker(words, at), !CueWords.isMark(words[at]) {
      if isOpinion(words[at]) || at - index > 8 { return nil }
      at += 1
    }
    let length = at - index - 1
    guard length > 0, words[at - 1] != subject else { return nil }
    let last = words[at - 1]
    let follows = at < words.count ? words[at] : ""
    if last == "way" || last == "means", !["to", "of", "for", "in"].contains(follows) {
      return nil
    }
    if (last == "sort" || last == "kind") && at + 1 < words.count
      && determiners.contains(words[at + 1])
    {
      return nil
    }
    // "is the protocol between the two", "is the foundation of": of one case.
    if words[index] == "the", ["between", "in", "on", "at", "from"].contains(follows) {
      return nil
    }
    if follows == "of", bases.contains(last) { return nil }
    let goesOn = isMarker(words, at) && words.count - at >= 3 && !idle.contains(follows)
    let isNoun =
      nouns.contains(last) || last.hasSuffix("s") && nouns.contains(String(last.dropLast()))
    return Kind(
      isKnown: isNoun && (length > 2 || goesOn), goesOn: goesOn,
      isTold: goesOn && tellers.contains(follows))
  }

  private static func isMarker(_ words: [String], _ at: Int) -> Bool {
    guard at < words.count else { return false }
    if markers.contains(words[at]) { return true }
    // "a company working on"
    return at > 0 && words[at].hasSuffix("ing") && nouns.contains(words[at - 1])
      && at + 1 < words.count && ["on", "in", "to", "with", "the", "a"].contains(words[at + 1])
  }

  private static func isOpinion(_ word: String) -> Bool {
    if opinions.contains(word) { return true }
    return word.hasSuffix("est") && word.utf8.count > 5 && !likeSuperlatives.contains(word)
  }

  /// Whether an apposition ends with a comma or bracket, and the sentence goes on.
  private static func closes(_ words: [String], from index: Int) -> Bool {
    guard let end = words[index...].firstIndex(where: { $0 == "," || $0 == ")" }) else {
      return false
    }
    guard end - index >= 3, words.count - end > 3 else { return false }
    let verb = words[end + 1]
    return verb.hasSuffix("s") && !["as", "this", "its", "plus"].contains(verb)
      || verb.hasSuffix("ed") || ["can", "will", "are"].contains(verb)
  }

  private static let determiners: Set<String> = ["a", "an", "the", "any"]
  private static let adverbs: Set<String> = [
    "essentially", "basically", "simply", "just", "actually", "effectively", "itself",
  ]
  private static let prepositions: Set<String> = [
    "in", "of", "to", "for", "with", "at", "on", "about", "from", "by", "like", "under",
  ]
  private static let objects: Set<String> = ["a", "an", "the", "how", "to", "rules", "new"]
  /// Nouns that say nothing of what a thing is when an "of" follows.
  private static let bases: Set<String> = [
    "foundation", "product", "part", "state", "level", "structure", "effect", "condition", "mode",
    "community", "point", "language", "result", "proof", "change", "name", "value", "test",
  ]
  private static let markers: Set<String> = [
    "that", "which", "who", "for", "of", "to", "used", "designed", "in", "where", "with", "from",
    "by", "based", "like", "whose", "allowing", "intended", "on", "between", "written", "built",
    "using", "when", "as", "defined", "made", "created", "developed", "meant", "called", "known",
    "providing", "containing", "enabling", "under", "at", "over", "within", "aimed", "without",
    "and", "or", "behind", "per", "via", "through", "running", "such", "supporting", "so",
  ]
  /// Behind these the noun is not told apart from others.
  private static let idle: Set<String> = ["and", "or", "at", "as", "so", "such", "like"]
  /// What begins a clause that tells what a thing does.
  private static let tellers: Set<String> = [
    "that", "which", "used", "designed", "intended", "whose", "allowing", "aimed",
  ]
  private static let likeSuperlatives: Set<String> = [
    "request", "interest", "forest", "digest", "manifest", "contest", "harvest", "latest",
    "pytest",
  ]
  /// Acronyms that are ways of speaking.
  private static let chatter: Set<String> = [
    "imho", "imo", "fwiw", "afaik", "afaict", "iirc", "tl", "tldr", "btw", "fyi", "ok", "eta",
    "lol", "nit", "ack", "nack", "lgtm", "wip", "todo", "tbh", "iiuc", "aiui", "ymmv", "edit",
  ]
  private static let meanings: Set<String> = ["a", "an", "any"]
  private static let presentVerbs: Set<String> = [
    "allows", "let", "lets", "enables", "provides", "makes", "gives", "uses", "adds", "defines",
    "specifies", "describes", "requires", "helps", "aims", "offers", "supports",
  ]
  /// What leans on other sentences, is somebody's own, or is no statement.
  private static let leaning: Set<String> = [
    "above", "below", "these", "those", "my", "his", "her", "if", "would", "could", "might",
    "should", "i", "he", "she", "here", "same", "another", "maybe", "perhaps", "probably", "than",
    "said", "says", "think", "was", "were", "had", "something", "anything", "stuff", "whatever",
    "silly", "earlier", "rather", "least", "talking", "talked", "mentioned", "discussed",
    "discussing", "today",
    "yesterday", "tomorrow", "thing", "things", "whether",
  ]
  private static func set(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Nouns and adjectives of opinions and of what is so by chance.
  private static let opinions = set(
    """
    mess idea problem must issue shame pain question mistake thing bit lot joke disaster nightmare \
    reason result case only best worst better worse next first last key main biggest good great bad \
    nice big huge real interesting important useful reasonable valid fair perfect hard difficult \
    serious major terrible awful horrible wonderful fantastic clever wrong right poor risky fine \
    more less much most very too quite pretty really possible potential necessary step example \
    point goal candidate choice matter concern risk factor consequence answer solution fix hack \
    workaround waste win loss bug success failure hero fan person man woman guy kid deal shot \
    blessing curse red nit given fact truth lie myth exception requirement prerequisite blocker \
    improvement advantage disadvantage benefit drawback downside upside challenge opportunity \
    testament reminder sign start beginning end future past standard-bearer favorite favourite \
    cool sad happy crazy weird strange obvious clear sure huge significant tiny minor sufficient \
    insufficient excellent brilliant superior inferior amazing awesome powerful beautiful elegant \
    one ones magical incredible different promising successful dead valuable existing attempt \
    single-handedly particular specific classic perennial popular favourite delicate natural welcome \
    piece part story fascinating fun funny boring painful ugly broken useless worthless harmless \
    phenomenal ubiquitous evolving typical common other later purer newer older simpler faster \
    cheaper smaller larger bigger easier cleaner nicer safer solid decent rich wild radical novel \
    reminder kludge band-aid compromise tradeoff trade-off beast
    """)

  /// Nouns that name a kind of thing.
  private static let nouns = set(
    """
    tool library package format protocol language framework system algorithm method technique \
    mechanism scheme standard specification spec proposal feature function module class type object \
    structure service server client network wallet implementation program application app compiler \
    interpreter parser editor plugin extension command option flag script utility project \
    organization organisation foundation company group team committee community conference event \
    website site platform database index registry repository manager generator builder runner \
    checker linter formatter debugger profiler wrapper interface api layer model concept term \
    abbreviation acronym way form kind sort variant subset superset process procedure strategy \
    policy rule set list collection sequence pattern idiom construct operator opcode signature key \
    hash transaction output input channel node pool block chain token contract instruction field \
    value number file document guide newsletter podcast forum software suite toolkit environment \
    engine runtime backend frontend driver kernel distribution distro shell terminal protocol \
    encoding encryption cipher cryptosystem primitive proof commitment assumption attack \
    vulnerability exploit property invariant notation syntax grammar expression statement keyword \
    decorator attribute parameter argument variable constant pointer reference array vector tree \
    graph queue stack table map dictionary string byte message packet header request response \
    endpoint address identifier name path url domain certificate credential account role permission \
    session cookie cache buffer stream thread coroutine task job worker scheduler loop lock \
    semaphore mutex workflow pipeline test benchmark metric measure unit component device chip \
    processor sensor machine hardware computer board controller bus port cable monitor display \
    printer camera phone console game instrument technology architecture design approach \
    principle theory theorem law formula equation practice discipline study science field area \
    branch method theory treaty agreement act program programme initiative consortium body \
    association institute university agency authority publication journal magazine book series \
    dataset corpus collection archive directory catalog exchange market currency coin \
    asset fund fee payment invoice offer swap covenant soft-fork softfork fork upgrade \
    extension modification improvement-proposal relay mempool sidechain rollup vault multisig \
    construction gadget primitive subsystem subprotocol product solution-set hub portal search \
    assistant agent bot chatbot simulator emulator sandbox container image orchestrator daemon \
    proxy gateway router firewall bridge adapter resolver allocator collector optimizer transpiler \
    bundler template stylesheet widget toolkit sdk ide dsl orm cli gui os vm jit dialect superset \
    markup schema ontology vocabulary metadata document-format font codec container-format license \
    condition disease syndrome drug therapy procedure compound material phenomenon effect state \
    mode phase stage level structure space distance function functional curve group ring order
    """)
}
