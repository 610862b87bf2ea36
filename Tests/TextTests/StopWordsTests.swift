import CStemmer
import Testing

@testable import Text

struct StopWordsTests {
  /// What libstemmer has; its second stemmer for English is left aside.
  private static let stemmers: [String] = {
    var result: [String] = []
    guard var name = sb_stemmer_list() else { return [] }
    while let bytes = name.pointee {
      result.append(String(cString: bytes))
      name += 1
    }
    return result.filter { $0 != "porter" }
  }()

  @Test func knowsEachLanguageOfTheStemmers() {
    #expect(Set(Self.stemmers.map(Language.code)) == Set(StopWords.languages))
    #expect(Self.stemmers.count == StopWords.languages.count)
  }

  @Test(arguments: StopWords.languages)
  func stopsEachWordWhereItStandsInAText(language: String) {
    var table = TermTable(language: language)
    let words = StopWords.of(language)
    #expect(words.count >= 100)
    for word in words {
      #expect(word == word.lowercased())
      let bytes = Array(word.utf8)
      #expect(Tokenizer.tokens(in: bytes).count == 1, "\(word)")
      var terms: [Int32] = []
      table.appendTerms(of: bytes.span, to: &terms)
      #expect(terms == [], "\(word)")
    }
  }

  @Test(arguments: ["", "und", "pl", "xx", "DE", "de-AT"])
  func hasNoneOfOtherLanguages(code: String) {
    #expect(StopWords.of(code) == [])
  }

  @Test func keepsEnglishAsItWas() {
    let words = StopWords.of("en")
    #expect(words.count == 467)
    #expect(words.isSuperset(of: ["the", "don't", "um", "gonna", "e.g", "youre"]))
  }

  @Test(arguments: [
    ("en", "die", true), ("de", "die", false), ("de", "the", true), ("fr", "été", false),
    ("ru", "который", false), ("xx", "the", true), ("en", "7", false), ("ja", "3.14", false),
  ])
  func tellsContentByLanguage(language: String, word: String, isContent: Bool) {
    #expect(ContentWords(language: language).contains(word) == isContent)
  }
}
