// Word forms to stems, by Snowball, each distinct word once.

import CStemmer

/// Word forms to stems.
///
/// Source: M. Porter and R. Boulton, Snowball stemmers (libstemmer); English is "Porter2". Not
/// `Sendable`: it remembers what it has stemmed, so each task has its own.
package final class Stemmer {
  private let handle: OpaquePointer?
  private var memo: [String: String] = [:]

  /// Creates a stemmer for a language tag (`en`, `de-AT`); for a language that Snowball lacks,
  /// words are their own stems.
  package init(language: String) {
    let code = language.split(separator: "-").first.map(String.init) ?? "en"
    handle = sb_stemmer_new(code.lowercased(), nil)
  }

  deinit {
    if let handle { sb_stemmer_delete(handle) }
  }

  /// The stem of a word in lower case.
  ///
  /// A word with a digit, a full stop or another mark inside is its own stem.
  package func stem(_ word: String) -> String {
    guard let handle else { return word }
    if let known = memo[word] { return known }
    let plain = word.utf8.allSatisfy { ASCII.isLetter($0) || $0 >= 0x80 || $0 == UInt8(ascii: "'") }
    var result = word
    if plain {
      let bytes = Array(word.utf8)
      result = bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress,
          let stem = sb_stemmer_stem(handle, base, Int32(buffer.count))
        else { return word }
        let length = Int(sb_stemmer_length(handle))
        return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
      }
    }
    memo[word] = result
    return result
  }
}
