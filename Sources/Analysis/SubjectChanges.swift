// What people say when they turn to another subject.

import Text

/// How strongly a unit of talk opens a new subject by its own words and its speaker's turn.
///
/// After: R. Passonneau and D. Litman, *Discourse Segmentation by Human and Automated Means* (1997),
/// for cue words; B. Grosz and C. Sidner, *Attention, Intentions, and the Structure of Discourse*
/// (1986). That a long turn opens a subject was found on the development sets.
enum SubjectChanges {
  /// How much cheaper a boundary is before a unit that announces one.
  private static let announced = 2.0
  /// The same for words that often come with one.
  private static let hinted = 0.8
  /// How much cheaper it is before a long turn.
  private static let longTurn = 0.5
  /// A turn of so many words is long.
  private static let longWords = 60.0

  /// The evidence for a boundary before each unit, in the unit of `Segmentation.prior`.
  ///
  /// - Parameters:
  ///   - speakers: Who says each; empty when nobody knows.
  ///   - announced: Units before which something else announces a boundary.
  static func evidence(
    _ units: [String], speakers: [String?], announced: Set<Int> = []
  ) -> [Double] {
    var turn = 0
    var result = [Double](repeating: 0, count: units.count)
    for index in units.indices.reversed() {
      turn += Sentences.wordCount(units[index])
      var evidence = 0.0
      if announced.contains(index) || announces(units[index]) {
        evidence = Self.announced
      } else if hints.matches(units[index]) {
        evidence = hinted
      }
      // Where nobody knows who speaks, each unit counts as a turn.
      let speaker = index < speakers.count ? speakers[index] : nil
      if index == 0 || speaker == nil || speakers[index - 1] != speaker {
        evidence += longTurn * min(1, Double(turn) / longWords)
        turn = 0
      }
      result[index] = evidence
    }
    return result
  }

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
