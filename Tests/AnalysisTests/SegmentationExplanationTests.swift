import Foundation
import Testing

@testable import Analysis

/// The explanation of a division is that of the division that is made.
struct SegmentationExplanationTests {
  static let units =
    (0..<12).map { "The linker writes object \($0) of the linker into the object folder." }
    + ["Okay, let's talk about the sea."]
    + (0..<12).map { "Storm \($0) moves waves of the sea over the harbour wall." }
  static let speakers: [String?] = (0..<25).map { $0 == 12 ? "ann" : $0 == 0 ? "ann" : "bo" }

  @Test func itDividesTheSame() throws {
    let vocabulary = Vocabulary(language: "en")
    let firsts = Segmentation.boundaries(
      Self.units, speakers: Self.speakers, vocabulary: vocabulary)
    let why = try #require(
      Segmentation.explain(Self.units, speakers: Self.speakers, vocabulary: vocabulary))
    #expect([0] + why.picks.map(\.unit).sorted() == firsts)
    #expect(firsts == [0, 12])
    #expect(why.picks.allSatisfy { $0.around >= why.threshold })
  }

  @Test func theOddsAreTheSumOfWhatSpeaksForThem() throws {
    let why = try #require(
      Segmentation.explain(
        Self.units, speakers: Self.speakers, vocabulary: Vocabulary(language: "en")))
    // Where the chance is neither 0 nor 1 to the last digit, its odds can be told from it.
    for unit in why.units.dropFirst() where unit.chance > 1e-6 && unit.chance < 1 - 1e-6 {
      #expect(abs(unit.odds - log(unit.chance / (1 - unit.chance))) < 1e-6)
    }
    let names = why.units[12].signs.map(\.name)
    #expect(
      names == [
        "announces a subject: \"let's talk about\"", "a turn begins",
        "it is the turn of whoever spoke first", "begins with \"okay\"",
      ])
    #expect(why.units[5].signs.isEmpty)
  }

  @Test func aBoundaryTellsTheWordsThatPart() throws {
    // The folder is on both sides, the linker and the storm on one.
    let units =
      (0..<12).map { "The linker writes object \($0) into the folder." }
      + ["Okay, let's talk about the sea."]
      + (0..<12).map { "Storm \($0) blows the folder over the harbour." }
    let why = try #require(
      Segmentation.explain(units, vocabulary: Vocabulary(language: "en")))
    #expect(why.picks.map(\.unit) == [12])
    let terms = try #require(why.picks.first?.terms)
    let shares = Dictionary(uniqueKeysWithValues: terms.map { ($0.name, $0.share) })
    #expect((shares["linker"] ?? 0) > 0 && (shares["storm"] ?? 0) > 0)
    #expect((shares["folder"] ?? 0) < 0 && terms.last?.name == "folder")
    #expect(terms.map(\.share) == terms.map(\.share).sorted(by: >))
  }

  @Test func nothingIsDividedWhereThereIsNothing() {
    let vocabulary = Vocabulary(language: "en")
    #expect(Segmentation.explain(["one"], vocabulary: vocabulary) == nil)
    #expect(Segmentation.explain(["", ""], vocabulary: vocabulary) == nil)
  }

  @Test func whatIsTakenByABoundaryIsNotLeft() {
    let choice = BoundaryChoice.picks([1, 0.9, 0, 0.5], words: [50, 50, 50, 50])
    #expect(choice.picks.map(\.unit) == [1, 3])
    #expect(choice.first == [0, 0.9, 0, 0.5] && choice.left == [0, 0, 0, 0])
  }
}
