// Names in addresses and file names, of our own making.

/// Names in addresses and file names.
package enum Slug {
  /// Small ASCII letters, digits and single hyphens, at most 60 bytes; letters beyond ASCII lose
  /// their marks or go.
  ///
  /// Never empty.
  package static func make(_ text: String) -> String {
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
    slug = Array(slug.prefix(60))
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? "topic" : String(decoding: slug, as: UTF8.self)
  }

  private static let folds: [Unicode.Scalar: String] = [
    "ä": "a", "á": "a", "à": "a", "â": "a", "ã": "a", "å": "a", "æ": "ae", "ç": "c", "é": "e",
    "è": "e", "ê": "e", "ë": "e", "í": "i", "ì": "i", "î": "i", "ï": "i", "ñ": "n", "ö": "o",
    "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ø": "o", "ß": "ss", "ü": "u", "ú": "u", "ù": "u",
    "û": "u", "ý": "y",
  ]
}
