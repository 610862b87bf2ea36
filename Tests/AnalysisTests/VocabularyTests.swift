import Testing

@testable import Analysis

struct VocabularyTests {
  @Test func numbersTermsByFirstAppearance() {
    let vocabulary = Vocabulary(language: "en")
    #expect(vocabulary.terms(in: "Lock files: the lock file’s format, 3.12") == [0, 1, 0, 1, 2])
    #expect(vocabulary.count == 3)
    #expect((0..<3).map { vocabulary.name(of: $0) } == ["lock", "file", "format"])
    #expect(vocabulary.term(Array("Formats".utf8)[...]) == 2)
    #expect(vocabulary.term(Array("the".utf8)[...]) == nil)
  }

  @Test func takesPartsOfABuffer() {
    let vocabulary = Vocabulary(language: "en")
    let bytes = Array("alpha beta".utf8)
    var terms: [Int32] = [9]
    vocabulary.appendTerms(of: bytes.span.extracting(0..<7), to: &terms)
    // The "b" of the part is a single letter.
    #expect(terms == [9, 0])
  }

  @Test func keepsStopWordsInPhrases() {
    let vocabulary = Vocabulary(language: "en")
    #expect(vocabulary.stemmedWords(in: "The Lock Files") == ["the", "lock", "file"])
    #expect(vocabulary.compounds(in: "lock files") == ["lockfil"])
  }

  @Test(arguments: [
    ("thread", true), ("the", false), ("x", false), ("3.12", false), ("pep-751", true),
    (String(repeating: "x", count: 39), true), (String(repeating: "x", count: 40), false),
  ])
  func knowsContent(word: String, isContent: Bool) {
    let vocabulary = Vocabulary(language: "en")
    #expect((vocabulary.term(Array(word.utf8)[...]) != nil) == isContent)
  }

  @Test func readsATextInItsLanguage() {
    let vocabulary = Vocabulary(language: "en_US")
    #expect(vocabulary.language == "en")
    #expect(vocabulary.terms(in: "the wheels of the build") == [0, 1])
    #expect(vocabulary.terms(in: "die Wheels und der Build", language: "de") == [0, 1])
    #expect(vocabulary.terms(in: "die wheels") == [2, 0])
    #expect(vocabulary.terms(in: "wheels", language: "ja") == [3])
    #expect(vocabulary.stemmedWords(in: "l’eau", language: "fr") == ["eau"])
    #expect(vocabulary.terms(in: "und").count == 1)
    #expect(vocabulary.terms(in: "und", language: "de").isEmpty)
  }
}
