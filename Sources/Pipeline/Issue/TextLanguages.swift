// Which language each text of an issue is in.

import Analysis
import Model
import Text

/// Which language each text of an issue is in: what its feed says, or else the publication's, unless
/// the text clearly speaks another.
struct TextLanguages: Sendable {
  /// The publication's language tag.
  let publication: String
  /// The language tags that feeds name, by the source's address.
  let declared: [String: String]

  init(publication: String, declared: [String: String]) {
    (self.publication, self.declared) = (publication, declared)
  }

  /// The languages of what an archive's sources gave.
  init(_ settings: Settings, _ health: [String: SourceHealth]) {
    self.init(publication: settings.language, declared: health.compactMapValues(\.language))
  }

  /// The code of a text's language.
  func language(of text: String, source: String) -> String {
    Language.check(text, declared: declared[source] ?? publication)
  }

  /// A text's language where that is not the publication's, for readers who hear the page; else
  /// `nil`.
  func foreign(_ language: String?) -> String? {
    guard let language, language != Language.none, language != Language.code(of: publication)
    else { return nil }
    return language
  }
}

/// Vocabularies for texts that are looked at one by one, each language's made once.
///
/// Not `Sendable`: it stays with one task.
final class Vocabularies {
  private let languages: TextLanguages
  private var known: [String: Vocabulary] = [:]

  init(_ languages: TextLanguages) { self.languages = languages }

  /// The vocabulary for a text.
  func vocabulary(for text: String, source: String) -> Vocabulary {
    let language = languages.language(of: text, source: source)
    if let vocabulary = known[language] { return vocabulary }
    let vocabulary = Vocabulary(language: language)
    known[language] = vocabulary
    return vocabulary
  }
}
