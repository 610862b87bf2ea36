import Model
import Testing

@testable import Pipeline

struct TextLanguagesTests {
  static let german =
    "Das Paket wird auf dem Server gebaut, und wer es nicht selbst bauen will, der kann es von dort "
    + "holen; nur die Schlüssel muss man vorher noch einmal von Hand prüfen."

  static func languages(_ publication: String, feed: String?) -> TextLanguages {
    var health = SourceHealth(address: "s")
    health.language = feed
    return TextLanguages(
      publication: publication,
      declared: ["s": health]
        .compactMapValues(\.language))
  }

  @Test func theTextItselfDecidesWhereItIsClear() {
    #expect(Self.languages("en", feed: nil).language(of: Self.german, source: "s") == "de")
    #expect(Self.languages("en", feed: "fr").language(of: Self.german, source: "s") == "de")
  }

  @Test func whatIsTooShortIsInTheFeedsLanguageOrThePublications() {
    #expect(Self.languages("en", feed: "de-AT").language(of: "Build", source: "s") == "de")
    #expect(Self.languages("fr", feed: nil).language(of: "Build", source: "s") == "fr")
    #expect(Self.languages("fr", feed: "de").language(of: "Build", source: "t") == "fr")
  }
}
