// Speech acts: what each act's evidence is, and what is none.

import Model
import Testing

@testable import Analysis

struct SpeechActsTests {
  static func evidence(_ text: String) -> (act: SpeechAct, strength: Int)? {
    Sentences.ofPosts([("a", text)]).first.flatMap(SpeechActs.evidence)
  }

  @Test(arguments: [
    ("I propose that we sign every entry of it.", SpeechAct.proposal, 3),
    ("My suggestion would be to ship both readers for a year.", .proposal, 3),
    ("We should probably drop the old reader in autumn.", .proposal, 2),
    ("Another option is to keep the file and warn.", .proposal, 2),
    ("I think the flag should default to off.", .proposal, 2),
    ("Shouldn't we test the old files first?", .proposal, 2),
    ("How about naming it after the command?", .proposal, 2),
    ("We could also cache the answers for an hour.", .proposal, 1),
    ("+1 to the flag, it keeps laptops friendly.", .support, 3),
    ("I’m strongly in favour of the second draft.", .support, 3),
    ("Concept ACK on the smaller header.", .support, 3),
    ("I agree that the header wants a version.", .support, 3),
    ("My concern is the first hour of a newcomer.", .concern, 3),
    ("I'm -1 on another default.", .concern, 3),
    ("I'd be against a second file format.", .concern, 3),
    ("NACK, the cost falls on those who never asked for it.", .concern, 3),
    ("I don't think the gain is worth a new dependency.", .concern, 2),
    ("The drawback is that every mirror has to be rebuilt.", .concern, 2),
    ("This seems like a bad idea on slow disks.", .concern, 2),
    ("Should a build refuse when the file is old?", .question, 2),
    ("If the lock is lost, how does a mirror find the stale entries of others?", .question, 3),
    ("I wonder whether a mirror can skip the check.", .question, 1),
    ("TIP 12 has been accepted with sorted entries.", .decision, 3),
    ("SE-0999 is accepted as amended.", .decision, 3),
    ("The Steering Council has unanimously decided to reject the PEP.", .decision, 3),
    ("I am withdrawing this proposal for now.", .decision, 3),
    ("RESOLVED: keep the element in the next draft.", .decision, 3),
    ("We agreed to ship the reader first.", .decision, 2),
  ])
  func tellsActs(text: String, act: SpeechAct, strength: Int) throws {
    let found = try #require(Self.evidence(text))
    #expect(found.act == act)
    #expect(found.strength == strength)
  }

  @Test(arguments: [
    // Denied, or a reassurance.
    "I don't agree that this is a problem.", "I'm not opposed to an option for it.",
    "I don't think that's a good argument against the problem.", "I am not proposing a new format.",
    // What others say.
    "She says that they think it is a bad idea.", "Some people said it would be better to wait.",
    // A condition, or not yet.
    "Once the PR has been merged, mirrors pick it up.",
    "Please say so if you object to the date.", "Nothing changes until RFC 12 has been accepted.",
    // A title, or another's words.
    "The thread “I propose to drop the reader” has grown long.",
    // Taken back, or a person agreed with about a flaw.
    "I agree, but not with the default.", "I agree with Ann that the default is bad.",
    // Arithmetic, protocols, machinery.
    "A full guide has n+1 elements for n transactions.",
    "The receiver sends an ACK within a second.",
    "ACK frames are sent at once.", "The transaction is accepted by every node.",
    "Each request was rejected by the proxy.", "There is a risk of losing the last entry.",
    "The index starts at -1 in this table.",
    // Trifles and musings.
    "Let's see what the numbers say.", "We should note that the table is old.",
    "As far as I'm concerned the thread is closed.", "I decided to write this post on a train.",
    "The cache stores results of builds.",
  ])
  func findsNoneWithoutEvidence(text: String) {
    #expect(Self.evidence(text) == nil)
  }

  @Test(arguments: [
    "What do you think about the new header?", "Does that make sense to all of you?",
    "The header has a version already, right?", "Did you try the reader of last week?",
    "Why would anyone want another file format?", "Would this be a problem?",
    "Can someone explain the second table to me?", "Or the second reader of the mirror?",
    "The mirrors do check their entries every hour?",
  ])
  func asksForNothing(text: String) {
    #expect(Self.evidence(text) == nil)
  }

  @Test func aDissentBesidePraiseIsKept() {
    let found = Self.evidence("I like the idea, and I'm worried about the cost for small mirrors.")
    #expect(found?.act == .concern)
  }

  @Test func aPatternNeedsWordsToBeginWith() async {
    await #expect(processExitsWith: .failure) { _ = CuePattern("~ agree") }
  }

  @Test func aClassOfWordsMustBeKnown() async {
    await #expect(processExitsWith: .failure) { _ = CuePattern("i @nothing") }
  }
}

struct CueWordsTests {
  @Test func writesShortFormsOutAndPutsMarksApart() {
    let words = CueWords("But I’m sure it can't, e.g. in SE-0401 (“old name”)!")
    #expect(
      words.words == [
        "but", "i", "am", "sure", "it", "can", "not", ",", "e.g", ".", "in", "se", "0401", "(",
        "\"", ")", "!",
      ])
    #expect(words.head == 1)
    #expect(Array(words.clause(before: 6)) == ["i", "am", "sure", "it", "can"])
  }
}
