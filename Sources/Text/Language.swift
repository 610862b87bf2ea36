// Which language a tag names, of those that words can be stemmed in.

/// The languages whose words can be stemmed, as codes of two letters (ISO 639-1).
package enum Language {
  /// The code for a language that nothing is known of, and for none (BCP 47: "undetermined").
  package static let none = "und"

  /// The code of a language tag.
  ///
  /// Case, region and script do not matter, an underscore may stand for the hyphen (`de-AT`,
  /// `en_US`), and other names count too: `nb` and `nn` are Norwegian, `deu` and `german` German.
  /// Croatian and Bosnian are `sr`, whose stemmer knows their spellings.
  ///
  /// - Returns: ``none`` for a language that Snowball lacks.
  package static func code(of tag: String) -> String { code(at: index(of: tag)) }

  /// The number of a tag's language, also of one that is only known so as not to be mistaken.
  static func index(of tag: String) -> Int? {
    let first = tag.lowercased().split { !$0.isLetter }.first ?? ""
    return indices[String(first)]
  }

  /// The code of a language by its number.
  static func code(at index: Int?) -> String {
    guard let index, index < LanguageTable.stemmed.count else { return none }
    return LanguageTable.stemmed[index].code
  }

  private static let indices: [String: Int] = {
    var result: [String: Int] = [:]
    for (index, entry) in (LanguageTable.stemmed + LanguageTable.strangers).enumerated() {
      result[entry.code] = index
      for name in entry.names.split(whereSeparator: \.isWhitespace) { result[String(name)] = index }
    }
    return result
  }()
}
