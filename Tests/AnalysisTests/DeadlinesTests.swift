// Deadlines: which sentences announce a day, which day it is, and which do not.

import Model
import Testing

@testable import Analysis

struct DeadlinesTests {
  /// A Wednesday.
  static let written = CalendarDay(year: 2026, month: 6, day: 3)

  static func found(_ text: String, written: CalendarDay? = written) -> [String] {
    let sentences = Sentences.ofPosts([("a", "Before all this: hello.\n\n" + text)])
    return Deadlines.find(in: sentences) { _ in written }.map { "\($0.kind) \($0.day.iso8601)" }
  }

  @Test(arguments: [
    ("The call for talks closes on 12 June.", "closes 2026-06-12"),
    ("The deadline for drafts is Friday, June 19th.", "closes 2026-06-19"),
    ("The deadline was extended to 30 June.", "closes 2026-06-30"),
    ("Please vote on the two names by Friday.", "closes 2026-06-05"),
    ("Send your comments to the editors no later than 5 PM UTC on July 1.", "closes 2026-07-01"),
    ("Mirrors must move to the new host before 2026-09-01.", "closes 2026-09-01"),
    ("You have until the end of the month to object.", "closes 2026-06-30"),
    ("The last day to book a desk is 4 July.", "closes 2026-07-04"),
    ("Nominations are open until 20.06.2026, midnight.", "closes 2026-06-20"),
    ("The review runs through June 17, 2026.", "closes 2026-06-17"),
    ("The old mirror will be shut down at the end of August.", "ends 2026-08-31"),
    ("Wren 1 will no longer be supported after 1 January 2027.", "ends 2027-01-01"),
    ("Support for the second format ends on 31 December.", "ends 2026-12-31"),
    ("The feature freeze is planned for July 7th.", "release 2026-07-07"),
    ("We plan to tag the first beta on June 22.", "release 2026-06-22"),
    ("The final version of Wren will be released on 2026-10-01.", "release 2026-10-01"),
    ("Registration opens on 3 August for members.", "event 2026-08-03"),
    ("The sprint takes place from 7 to 9 September in Ghent.", "event 2026-09-07"),
    ("On June 15, the council will vote on both drafts.", "event 2026-06-15"),
    ("From 1 July 2026, unsigned uploads will be rejected.", "event 2026-07-01"),
    ("The vote has been postponed to the 24th of June.", "event 2026-06-24"),
    ("The meetup will be held on the 18th.", "event 2026-06-18"),
    ("The next call is on Monday at noon.", "event 2026-06-08"),
  ])
  func findsAnnouncements(text: String, expected: String) {
    #expect(Self.found(text) == [expected])
  }

  @Test func oneSentenceCanAnnounceTwoDays() {
    #expect(
      Self.found("Registration opens on 3 August and closes on 14 August.")
        == ["event 2026-08-03", "closes 2026-08-14"])
  }

  @Test(arguments: [
    // What happened, or was meant to.
    "The server was shut down on 12 June.", "The beta was planned for June 12.",
    "The freeze began on Monday and nobody noticed.",
    // Days that have passed, or are too far.
    "The call closes on 12 May 2026.", "The call closes on 20 May.",
    "Support ends on 12 June 2029.",
    // A condition, a doubt, a question.
    "If we released on 12 June, nobody could test it.",
    "We could close the call on 12 June.", "The release might be on 12 June.",
    "Will the call for talks close on 12 June?",
    // Another's words.
    "Wilma said the call closes on 12 June.", "The page has “The call closes on 12 June” in it.",
    // Somebody's own affairs.
    "I will be away until Monday, 8 June.", "I am going to read your draft by Friday.",
    // No days.
    "The call closes at 17:00 on the dot.", "Version 12.6.2026.1 will be released in time.",
    "The new reader will be released with version 3.12.", "May I vote on the motion by proxy?",
    "The team meets every Friday at ten.", "The call closes around 12 June.",
    "Registration opens in June for members.",
    // It leans on what stood before.
    "It closes on 12 June, so hurry.",
    // Unclear days.
    "The call closes on 06/07/2026 in the evening.", "The call closes on Friday, 13 June 2026.",
    "The call closes next Friday at noon.", "The call closes on 31 June this year.",
    // The day is that of something else.
    "The draft of 12 June will need another reader.",
  ])
  func leavesOthersAlone(text: String) {
    #expect(Self.found(text) == [])
  }

  @Test func withoutADayOfWritingNothingIsFound() {
    #expect(Self.found("The call for talks closes on 12 June 2026.", written: nil) == [])
  }

  @Test func aDayOfTheTurnOfTheYearIsInTheNext() {
    let december = CalendarDay(year: 2026, month: 12, day: 20)
    #expect(
      Self.found("The call for talks closes on 5 January.", written: december)
        == ["closes 2027-01-05"])
    #expect(
      Self.found("The call for talks closes on the 5th.", written: december)
        == ["closes 2027-01-05"])
  }

  @Test func aLaterYearInTheSentenceIsNotOverlooked() {
    #expect(Self.found("WrenConf 2027 will take place from 14 to 16 July.") == [])
  }

  @Test func nextFridayIsPlainOnlyWhenTheWeekHasNoOther() {
    let saturday = CalendarDay(year: 2026, month: 6, day: 6)
    #expect(
      Self.found("The call closes next Friday at noon.", written: saturday)
        == ["closes 2026-06-12"])
  }

  @Test func aWeekdayIsTheNextOneAfterTheDayOfWriting() {
    #expect(Self.found("The call for talks closes on Wednesday.") == ["closes 2026-06-10"])
  }

  @Test(arguments: [
    ("closes on 12 June", true), ("by Thu, of course", true), ("before 2026-06-12", true),
    ("by the 14th", true), ("at the end of the year", true), ("on 14.06.2026", true),
    ("Thus decided, Junkers marched; maybe Augur sat", false), ("Python 3.12.1 and 14th", false),
    ("the end of the story", false), ("", false), ("by 12/6", false),
  ])
  func looksForDaysInBytes(text: String, expected: Bool) {
    #expect(DayNames.occur(in: text) == expected)
  }
}
