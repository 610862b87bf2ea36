// What announces a day, and what undoes it.

import Text

/// What announces a day, and what undoes it.
///
/// In the patterns of ``CuePattern`` a day with what ties it is one word: `#on`, `#by`, `#until`,
/// `#from`, `#after`, `#of`, `#bare`.
enum DeadlineCues {
  /// What happens on a day of a sentence; `nil` when nothing announces it.
  ///
  /// - Parameters:
  ///   - index: The place of the day.
  ///   - from: Cues do not reach over an earlier day that is announced already.
  static func kind(of index: Int, in sentence: CueWords, after from: Int) -> Deadline.Kind? {
    var best: (rank: Int, kind: Deadline.Kind)?
    for start in from...index {
      for (rank, pattern, group) in byFirst[sentence.words[start]] ?? [] {
        guard rank < best?.rank ?? .max, let end = pattern.end(in: sentence, from: start),
          (start..<end).contains(index), group.holds(sentence, start..<end)
        else { continue }
        best = (rank, group.kind)
      }
    }
    return best?.kind
  }

  /// The patterns by their first word; groups stand in order of precedence.
  private static let byFirst: [String: [(rank: Int, pattern: CuePattern, group: Group)]] =
    groups.enumerated().reduce(into: [:]) { all, entry in
      for pattern in entry.element.patterns {
        for word in pattern.firstWords.sorted() {
          all[word, default: []].append((entry.offset, pattern, entry.element))
        }
      }
    }

  private struct Group: Sendable {
    let kind: Deadline.Kind
    /// Whether it was moved to a day: the past tense is in order then.
    let isMoved: Bool
    let patterns: [CuePattern]

    init(_ kind: Deadline.Kind, isMoved: Bool = false, _ patterns: [String]) {
      self.kind = kind
      self.isMoved = isMoved
      self.patterns = patterns.map(CuePattern.init)
    }

    /// Whether nothing in a match, and in its clause before it, undoes it.
    func holds(_ sentence: CueWords, _ match: Range<Int>) -> Bool {
      let clause = sentence.clause(before: match.lowerBound)
      return clause.allSatisfy { !undoing.contains($0) && !doubting.contains($0) }
        && sentence.words[match].allSatisfy {
          (!undoing.contains($0) || isMoved && $0 == "was") && !subordinate.contains($0)
        }
    }
  }

  private static let undoing: Set<String> = [
    "if", "unless", "whether", "would", "could", "might", "may", "maybe", "perhaps", "suppose",
    "supposing", "imagine", "assuming", "not", "never", "was", "were", "had", "did", "said",
    "says", "told", "claims", "claimed", "reported", "according", "originally", "previously", "i",
    "he", "she", "my", "used", "example", "e.g", "wish", "unlikely", "possibly",
    "failed", "anniversary", "ago", "yesterday", "earlier", "predicted", "likely", "probably",
    "looks", "seems",
  ]

  /// Before a cue: nobody knows.
  private static let doubting: Set<String> = [
    "what", "how", "why", "knows", "know", "denied", "denies", "suggestions", "rumours", "rumors",
    "wonder", "hope", "hopes", "predicts", "predicted", "believe", "believes", "think",
  ]
  /// Between a cue and a day: the day is that of another clause.
  private static let subordinate: Set<String> = [
    "that", "which", "who", "because", "when", "after", "since", "while", "whose", "rise", "fall",
    "slip", "grow", "increase", "decline", "sell", "win", "reach", "than",
  ]

  private static let any = "#on|#by|#until|#from|#after|#bare"
  private static let at = "#on|#by|#from|#bare"
  /// What a reader is asked to do.
  private static let asked =
    "send|submit|vote|register|apply|respond|reply|comment|sign|nominate|review|report|rsvp|book|"
    + "order|migrate|upgrade|update|switch|let|share|add|complete|fill|provide|return|check|read|"
    + "test|try|move|make|open|post|get|join|confirm|subscribe"
  /// What is done on a day, in the first form.
  private static let acts =
    "begin|start|open|launch|meet|vote|decide|announce|publish|present|discuss|host|hold|go|take|"
    + "become|enter|move|switch|migrate|require|enforce|come|happen|follow|join|visit|speak|talk|"
    + "give|run|deliver|resume|return|arrive|land|reveal|unveil|rule|review|hear|broadcast|stream|"
    + "air|premiere|upgrade|update|activate|kick|appear|demonstrate|show|introduce|name|set|outline|"
    + "make|convene|gather|step|change|turn|submit|call|reopen|freeze|branch|cut|finalize|finalise|"
    + "complete|roll|leave|reject|refuse|receive"
  /// The same as it is done to something.
  private static let acted =
    "held|announced|published|presented|discussed|hosted|decided|opened|closed|started|launched|"
    + "available|live|open|closed|shown|broadcast|televised|screened|unveiled|revealed|outlined|"
    + "made|given|moved|switched|migrated|required|enforced|introduced|activated|distributed|"
    + "streamed|aired|named|awarded|reviewed|mandatory|enabled|upgraded|updated|replaced|effective|"
    + "performed|conducted|taken|accepted|finalized|finalised|cut|branched|completed|able|rolled|"
    + "posted|sent|out|back|elected|voted|counted|informed|submitted|rejected|refused|chosen|selected|notified|debated|considered|"
    + "taking|holding|meeting|hosting|speaking|presenting|running|launching|starting|opening|"
    + "moving|switching|deployed|delivered|sentenced|heard|imposed|applied|signed|delayed|postponed|ending|closing"
  /// What can no longer be had, and how that is said.
  private static let over =
    "removed|shut|retired|disabled|discontinued|dropped|deprecated|archived|deleted|sunset|"
    + "decommissioned|unsupported|unavailable|down|offline|cease|end|expire|stop|turned|yanked"
  private static let published =
    "released|published|launched|tagged|shipped|merged|frozen|uploaded|issued"
  private static let publish = "release|publish|launch|ship|tag|merge|upload|issue"
  private static let things =
    "registration|registrations|nominations|submissions|applications|doors|tickets|proposals|cfp|"
    + "voting|polls|votes|comments|entries|ballots|bookings|enrollment|plans|sales|subscriptions"
  private static let gatherings =
    "meeting|call|summit|session|workshop|conference|sprint|sprints|webinar|meetup|release|freeze|"
    + "election|vote|interview|hangout|hackathon|party|talk|keynote|ceremony|review|date|launch"

  private static let groups: [Group] = [
    Group(
      .closes, isMoved: true,
      ["deadline|period|voting .. .. extended|moved|postponed|pushed .. #to|#until|#by"]),
    Group(
      .event, isMoved: true,
      ["postponed|extended|moved|delayed|pushed|rescheduled|brought .. #to|#until"]),
    Group(
      .closes,
      [
        "deadline|cutoff|cut-off ~ .. (is|remains|:) (now|is) \(any)", "deadline : \(any)",
        "deadline|cutoff|cut-off .. .. is ~ \(any)", "deadline|cutoff|cut-off #of|#on|#by|#bare",
        "last|final|closing day|date|chance|call .. .. is|: ~ \(any)",
        "closing date .. \(any)",
        "\(at) is|will (be) the (final|last|new|submission) deadline|day|date|cutoff|chance",
        "closes|expires|lapses ~ .. \(any)", "\(things) .. close|end ~ .. \(any)",
        "will|to (be) ~ close|closed|closing|expire .. \(any)",
        "open|accepted|accept|accepting|available|extended|runs|run|running|lasts|continues|"
          + "continue|possible|welcome .. #until",
        "please .. .. .. #by|#until", "must .. .. #by", "need|needs|have|has to .. .. #by",
        "required .. .. #by", "^ \(asked) .. .. .. #by|#until", "have|has (time) #until",
        "due \(any)",
      ]),
    Group(
      .ends,
      [
        "no longer .. .. #from|#after|#on|#by|#bare",
        "end of life|support ~ .. (is|ends|end|on|:) \(any)", "end-of-life .. \(any)",
        "ends ~ .. \(at)", "will|to (be) ~ \(over) .. \(any)",
      ]),
    Group(
      .release,
      [
        "freeze|release|beta|alpha|rc|candidate|version|launch .. .. scheduled|planned|slated|set|"
          + "due|expected|targeted|aimed|coming ~ \(at)",
        "will|to (be) ~ \(published)|\(publish) .. \(at)",
        "will .. \(published) .. \(at)",
        "plan|plans|planning|aim|aims|aiming|intend|intends|going|hoping to ~ \(publish)|cut|make "
          + ".. \(at)",
      ]),
    Group(
      .event,
      [
        "scheduled|planned|slated .. \(at)", "scheduled|slated to .. .. \(at)",
        "is|are|be ~ set|expected|booked|due|targeted .. .. \(at)", "expected \(at)",
        "expected to .. .. \(at)", "plan is to .. .. \(any)", "join|attend .. .. \(at)",
        "comes|come|goes|go into effect|force ~ \(at)", "takes|take effect ~ \(at)",
        "aim|goal|target|plan (date) is .. .. #on|#by", "run|runs .. #from|#bare",
        "mark .. calendar|calendars : \(any)", "save the date : \(any)",
        "^ #bare (,) .. .. due|closes|opens|starts|begins|ends",
        "\(things) open ~ \(at)", "take|takes|taking place .. .. \(any)",
        "starts|begins|opens|kicks|launches|resumes|returns|ships|goes|meets|happens|arrives|lands .. "
          + "\(at)",
        "starts|start|begins|begin to .. \(at)",
        "\(gatherings) .. is ~ \(at)",
        "will ~ \(acts) .. .. \(any)", "will be ~ \(acted) .. .. \(any)",
        "will be ~ \(any)", "\(gatherings) .. .. will be .. \(any)",
        "will have a|an|our|the|another .. .. \(any)",
        "^ #on|#from|#by|#until (,) .. .. will ~ \(acts)",
        "^ #on|#from|#by|#until (,) .. .. will be ~ \(acted)|\(over)",
        "^ #on|#from|#after (,) .. .. will no longer",
        "^ #on|#from (,) .. .. starts|begins|opens|takes|closes", "be held .. .. \(at)",
      ]),
  ]
}
