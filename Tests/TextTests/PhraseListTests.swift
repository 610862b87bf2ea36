import Testing

@testable import Text

struct PhraseListTests {
  static let list = PhraseList(["let's talk", " hi ", "talk about"])

  @Test(arguments: [
    ("Okay, let’s talk about it.", "let's talk"), ("We TALK ABOUT it.", "talk about"),
    ("Hi there", "hi"), ("This is high.", nil), ("", nil),
  ])
  func tellsThePhraseThatStandsFirst(text: String, phrase: String?) {
    #expect(Self.list.first(in: text) == phrase)
    #expect(Self.list.matches(text) == (phrase != nil))
  }
}
