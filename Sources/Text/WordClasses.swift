// Which English words end, begin or break a phrase that reads as a name of something.

/// Which words end, begin or break a phrase that reads as a name of something.
///
/// A guess at word classes without a tagger: by closed lists of general English, by endings, and by
/// neighbours. Of other languages nothing is known, so nothing is guessed.
package struct WordClasses: Sendable {
  private let isEnglish: Bool

  /// Whether anything is known of the language.
  package var areKnown: Bool { isEnglish }

  /// The classes of a language's words (BCP 47 tag).
  package init(language: String) {
    isEnglish = language.lowercased().split(separator: "-").first == "en"
  }

  /// Whether a word in small letters is a verb or an adverb wherever it stands.
  package func breaksPhrase(_ word: String) -> Bool {
    guard isEnglish else { return false }
    if Self.verbForms.contains(word) || Self.adverbs.contains(word) { return true }
    guard word.utf8.count > 4 else { return false }
    if word.hasSuffix("ly") { return !Self.notAdverbs.contains(word) }
    let isMade = ["ize", "izes", "yze", "yzes", "ify", "ifies"].contains(where: word.hasSuffix)
    return isMade && !Self.notMade.contains(word)
  }

  /// Whether its neighbours make a word a verb where it stands; "" for a neighbour that is none.
  package func isVerb(_ word: String, before: String, after: String) -> Bool {
    guard isEnglish else { return false }
    if Self.objects.contains(after), !Self.determiners.contains(before) { return true }
    if Self.subjects.contains(before) { return true }
    if Self.forms(before), word.hasSuffix("ing") || isParticiple(word) { return true }
    return isParticiple(word) && Self.prepositions.contains(after)
  }

  /// A word in -ed.
  package func isParticiple(_ word: String) -> Bool {
    isEnglish && word.utf8.count > 4 && word.hasSuffix("ed") && !word.hasSuffix("eed")
  }

  /// A word in -ing.
  package func isGerund(_ word: String) -> Bool {
    isEnglish && word.utf8.count > 5 && word.hasSuffix("ing")
  }

  /// A word in -s that is no name of a field of knowledge.
  package func isPlural(_ word: String) -> Bool {
    isEnglish && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("ics")
  }

  /// A word that tells how something is: a phrase does not end in it.
  package func isAdjective(_ word: String) -> Bool {
    guard isEnglish else { return false }
    if Self.plainAdjectives.contains(word) || Self.vague.contains(word) { return true }
    return word.utf8.count > 4 && Self.adjectiveEndings.contains(where: word.hasSuffix)
      && !Self.nounsLikeAdjectives.contains(word)
  }

  /// A word that says nothing by itself: "good", "approach".
  package func isBland(_ word: String) -> Bool {
    guard isEnglish else { return false }
    return Self.vague.contains(word) || Self.empty.contains(word)
      || Self.empty.contains(Self.singular(word))
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static func forms(_ word: String) -> Bool { auxiliaries.contains(word) }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let adjectiveEndings = [
    "al", "ive", "ous", "ic", "able", "ible", "ful", "less", "ary", "ish", "ular",
  ]
  private static let notMade: Set<String> = ["size", "sizes", "prize", "prizes"]
  private static let auxiliaries = words(
    """
    am is are was were be been being i'm we're they're you're it's he's she's that's who's isn't
    aren't wasn't weren't has have had having
    """)
  /// What stands before a verb.
  private static let subjects = words(
    """
    i we you he she they who i'll we'll you'll they'll i'd we'd they'd don't doesn't didn't can could
    will would may might must shall should cannot can't won't couldn't wouldn't shouldn't did does do
    not
    """)
  /// What stands behind a verb.
  private static let objects = words(
    """
    a an the this that these those its their his her our my your it them him us me you every each
    some any
    """)
  private static let determiners = words(
    """
    a all an another any both each every her his its many my no our several some such that the
    their these this those your
    """)
  private static let prepositions = words(
    """
    of for in on with by from at between among over under through into within without via to
    """)

  /// Verbs in all their forms, and the past of verbs whose plain form is a noun as often.
  private static let verbForms: Set<String> = {
    var forms = irregular
    for verb in verbs { forms.formUnion(inflected(verb)) }
    for verb in verbsAndNouns {
      forms.formUnion(inflected(verb).filter { $0.hasSuffix("ed") })
    }
    return forms
  }()

  private static func inflected(_ verb: String) -> [String] {
    let letters = Array(verb)
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    let endsInY =
      letters.count > 1 && letters.last == "y" && !vowels.contains(letters[letters.count - 2])
    let hisses = ["s", "sh", "ch", "x", "z", "o"].contains(where: verb.hasSuffix)
    let stem =
      endsInY ? verb.dropLast() + "i" : verb.hasSuffix("e") ? String(verb.dropLast()) : verb
    var forms = [
      verb, hisses ? verb + "es" : endsInY ? verb.dropLast() + "ies" : verb + "s", stem + "ed",
    ]
    if letters.count > 1, let last = letters.last, "bdglmnprt".contains(last),
      vowels.contains(letters[letters.count - 2]),
      letters.count < 3 || !vowels.contains(letters[letters.count - 3])
    {
      forms.append(verb + String(last) + "ed")
    }
    return forms
  }

  private static let verbs = words(
    """
    accept accord achieve acquire add adopt afford agree allow announce appear apply argue arise
    arrive ascertain assess assume avoid begin believe belong bring buy carry catch choose clarify
    come compare complain comprise conclude conduct confirm consider consist constitute construct
    contain continue contribute convince correspond create decide declare define demonstrate deny
    depend derive describe determine develop devise differ discover discuss eat elaborate eliminate
    emerge emphasize employ enable encourage engage enhance ensure entail establish evaluate evolve
    examine exist expand expect explain exploit explore extend facilitate fail feel fulfill gather
    generate grow happen hear hide highlight identify illustrate imagine implement imply impose
    improve include incorporate indicate infer inform insist intend introduce investigate involve
    join justify keep learn leave lose maintain manage marry meet mention observe obtain occur
    overcome perform permit please pose possess predict prefer prepare preserve prevent proceed
    produce propose prove provide publish put realize receive recognize recommend reduce refer
    reflect refuse relate rely remain remember remind remove render replace represent require
    resemble resolve respond reveal satisfy seek sell send serve shut simplify solve speak specify
    spend steal strengthen succeed suffer suggest summarize suppose surround survive teach tend
    think throw undergo understand undertake utilize validate verify wait wear write
    """)
  private static let verbsAndNouns = words(
    """
    aid aim attempt base break build call capture claim concern deal draw exhibit express fall fill
    find fit fix focus guarantee hold hope increase kill lack lead lie live move notice offer own
    pay play present pull push quote raise reach read report review rise run set show sit stand
    start stay stop stress struggle study suit support talk treat turn walk watch win wish yield
    """)
  private static let irregular = words(
    """
    according arose ask asked asking asks ate became become becoming began begun being believed
    bought broke broken brought built came caught chose chosen coming does doing done drawn drew
    eaten fallen fell felt found gave getting given giving going got grew grown happening happens
    having heard held hid hidden keeping kept knew known lain led left let lets letting looking
    lost made making meant met paid put putting ran risen rose said sat saw saying seeming seen
    sent showing shown sold sought spent spoke spoken stole stolen stood taken taking talking
    taught telling tells thinking thinks thought threw thrown told took trying undergone understood
    using wanting went won wore worn written wrote
    """)
  private static let adverbs = words(
    """
    able abroad according afar ago ahead already altogether amid among amongst anymore apart apiece
    based concerning despite due else everyday fewer following forever furthermore given hence
    henceforth however including indeed instead less likewise maybe meantime more nonetheless
    nowadays onto otherwise overnight per perhaps quite regarding seldom somehow sometimes somewhat
    thereby therefore thus today together tomorrow tonight too twice unable unlike via whether
    worth yesterday
    """)
  private static let notAdverbs = words(
    """
    ally anomaly assembly belly bully butterfly daily early elderly family fly friendly homily
    italy jelly july lily monopoly monthly poly quarterly rally reply supply weekly
    """)
  /// Adjectives that say how good, how new, how much.
  private static let vague = words(
    """
    able actual additional adequate afraid alive alone anyway appropriate available average aware
    bad basic best better big bigger biggest brief busy careful cheaper clear clearer close closer
    cold common complete considerable conventional cool corresponding crazy current cute dark deep
    deeper detailed difficult direct due dumb earlier easier easy effective efficient entire
    essential existing extra fair famous fast faster fastest final finer five four frequent full
    fundamental funny further future general glad good great greater greatest half happy hard
    harder high higher highest hot huge ideal important improved increasing individual initial
    interesting key large larger largest late latest like likely limited local long longer longest
    low lower lowest main major mere minor modern natural newer next nice normal novel numerous
    okay old older open original own particular past poor popular possible potential powerful
    practical present previous primary principal proper proposed quick ready real recent related
    relevant representative required respective resulting richer sad safer same sample separate
    seven short shorter shortest significant similar simple simpler single six slow slower small
    smaller smallest sorry special specific standard strong stronger stupid subsequent successful
    suitable super sure third total totally traditional true typical underlying unlikely useful
    usual valuable varied various weaker weird whole wide wider worse worst wrong young
    """)
  /// Nouns that say nothing.
  private static let empty = words(
    """
    april august billion december eight eighteen eighty eleven february fifteen fifty five forty four
    fourteen friday hundred january july june march may million monday nine nineteen ninety november
    october one saturday september seven seventeen seventy six sixteen sixty sunday ten thirteen
    thirty thousand three thursday tuesday twelve twenty two wednesday zero
    bit bunch couple deal fun guy guys hey kid lady laugh laughter listener mind moment podcast
    show stuff tons welcome yada
    account addition advantage aim amount approach area article aspect attempt attention author
    basis benefit case chance combination comparison concept conclusion consequence consideration
    context contrast criteria criterion day detail difference difficulty discussion effect
    effectiveness effort end evidence example existence experience extent fact feature finding
    focus form goal hand hour idea importance improvement increase instance interest introduction
    issue kind knowledge level limitation literature lot majority manner matter means minute month
    name nature need notion number objective opportunity order paper part people percent person
    place point possibility presence problem property purpose question range reason recommendation
    reference relation relationship research respect result review role section sense series set
    side situation solution sort state step study subject sum term thing time today top topic total
    type understanding use value variety version view way week work year years
    """)
  private static let nounsLikeAdjectives = words(
    """
    acrylic additive adjective admiral alcoholic alternative animal anniversary antarctic
    antibiotic appeal approval archive arctic arithmetic arrival atlantic atomic attic basic bed
    beneficiary binary boundary breed burial cable canal canary capital cardinal catholic ceramic
    cereal characteristic clinic collective comic commentary constable contemporary coral criminal
    critic crystal cubic deal deed deliverable denial derivative detective diary dictionary
    directive disposal dive documentary drive epic ethic executable executive fabric february feed
    festival general global-local glossary goal graphic greed heal heuristic hive hospital
    incentive individual initiative integral interval itinerary january journal judiciary library
    local locomotive logic luminary lyric magic manual material meal mechanic medal metal metric
    military mimic mineral mosaic motive music narrative native need objective official olive
    olympic pacific panic perspective picnic plastic portal potential preservative primary
    primitive principal professional professor proposal public real reed referral removal renewable
    renewal rental representative republic retrieval rhetoric rival rubric salary seal secretary
    seed semantic shed signal sled speed stable static statistic steal summary survival synthetic
    table terminal timetable titanic topic total traffic trial tutorial variable vegetable
    vocabulary vulnerable weed withdrawal zeal
    """)
  private static let plainAdjectives = words(
    """
    abstract accurate adequate adjacent adverse ancient angry apparent brave brilliant calm
    coherent complex concrete concurrent consistent convergent crazy cruel decent delicate dense
    dependent desperate dirty discrete distant distinct divergent diverse dominant eager easy
    elaborate elderly elegant empty exact excellent extreme fierce finite foreign frequent friendly
    fuzzy gentle guilty handy healthy heavy humble immediate immense inaccurate inadequate
    inconsistent independent infinite infrequent inherent insecure instant insufficient intelligent
    intense interested intermediate keen lazy legitimate lonely loose looser loyal lucky messy mild
    moderate modern noisy nonlinear parallel permanent poor prominent proud pure random rapid rare
    raw recent recurrent redundant reluctant remote resistant rich risky robust rough rude scary
    secure separate severe sharp shy silent smooth solid sparse steady strict sufficient sweet
    thick thin tight tighter tiny tough transparent tricky ultimate unhealthy urgent vast violent
    virtual warm wealthy weird wild wise
    """)
}
