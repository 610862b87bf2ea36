// Names in addresses and file names, of our own making.

/// Names in addresses and file names.
package enum Slug {
  /// Small ASCII letters, digits and single hyphens, at most 60 bytes; letters beyond ASCII lose
  /// their marks, and Cyrillic and Greek ones become what they sound like.
  ///
  /// Never empty: a text of other scripts has a number of its own.
  package static func make(_ text: String) -> String {
    var slug = Array(letters(of: text).prefix(longest))
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    guard slug.isEmpty else { return String(decoding: slug, as: UTF8.self) }
    guard text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return "topic" }
    return "topic-" + String(hash(text), radix: 36)
  }

  /// The id of a thread, article or episode as that of an element of a page: as ``make(_:)``, but told
  /// apart from others where it would be cut.
  package static func anchor(of id: String) -> String {
    guard letters(of: id).count > longest else { return make(id) }
    return "\(make(id).prefix(48))-\(StableHash.of(id).suffix(6))"
  }

  private static let longest = 60

  private static func letters(of text: String) -> [UInt8] {
    var slug: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.append(UInt8(ascii: scalar))
      case "'", "’": break
      default:
        if let plain = folds[scalar] {
          slug += Array(plain.utf8)
        } else if !slug.isEmpty, slug.last != UInt8(ascii: "-") {
          slug.append(UInt8(ascii: "-"))
        }
      }
    }
    return slug
  }

  /// The name of a topic: as ``make(_:)``, but never `index`, whose page is the list of topics.
  package static func ofTopic(_ label: String) -> String {
    let slug = make(label)
    return slug == "index" ? "index-topic" : slug
  }

  /// FNV-1a of 32 bits (draft-eastlake-fnv-21): the same on every run.
  private static func hash(_ text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  private static let folds: [Unicode.Scalar: String] = [
    "ä": "a", "á": "a", "à": "a", "â": "a", "ã": "a", "å": "a", "æ": "ae", "ç": "c", "é": "e",
    "è": "e", "ê": "e", "ë": "e", "í": "i", "ì": "i", "î": "i", "ï": "i", "ñ": "n", "ö": "o",
    "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ø": "o", "ß": "ss", "ü": "u", "ú": "u", "ù": "u",
    "û": "u", "ý": "y", "ą": "a", "ć": "c", "č": "c", "ď": "d", "ę": "e", "ě": "e", "ğ": "g",
    "ı": "i", "ł": "l", "ń": "n", "ň": "n", "ő": "o", "ř": "r", "ś": "s", "š": "s", "ş": "s",
    "ș": "s", "ť": "t", "ț": "t", "ů": "u", "ű": "u", "ź": "z", "ż": "z", "ž": "z",
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o", "ά": "a", "έ": "e",
    "ή": "i", "ί": "i", "ό": "o", "ύ": "y", "ώ": "o",
  ]
}
