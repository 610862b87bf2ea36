import Testing

@testable import Analysis

struct KeyphrasesTests {
  @Test func prefersWhatIsRareElsewhere() {
    let vocabulary = Vocabulary(language: "en")
    let texts = [
      "The lock file is here. A lock file helps.", "The cache helps builds.",
      "Builds need versions.",
    ]
    let weights = TFIDF(documents: texts.map { vocabulary.terms(in: $0) }, terms: vocabulary.count)
    let phrases = Keyphrases.phrases(
      title: "", text: texts[0], weights: weights, vocabulary: vocabulary, limit: 3)
    #expect(phrases.first?.text == "lock file")
  }

  @Test func talkNamesItsSubjectWhenItBegins() {
    let vocabulary = Vocabulary(language: "en")
    let text =
      "Linkers, then. Linkers are slow, and kettles boil. Kettles are hot. "
      + String(repeating: "It is so. It boils. We said much more of that here. ", count: 3)
    let weights = TFIDF(documents: [vocabulary.terms(in: text)], terms: vocabulary.count)
    let phrases = Keyphrases.phrases(
      title: "", text: text, weights: weights, vocabulary: vocabulary, limit: 1, atLeast: 2,
      style: .talk)
    #expect(phrases.map { $0.text.lowercased() } == ["linkers"])
  }
}
