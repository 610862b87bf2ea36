// Word forms to stems, by Snowball, each distinct word once.

import CStemmer

/// Word forms to stems.
///
/// Source: M. Porter and R. Boulton, Snowball stemmers (libstemmer); English is "Porter2". Not
/// `Sendable`: it remembers what it has stemmed, so each task has its own.
package final class Stemmer {
  private let handle: OpaquePointer?
  private let isRomanian: Bool
  private var memo: [String: String] = [:]

  /// Creates a stemmer for a language tag (`en`, `de-AT`); for a language that Snowball lacks,
  /// words are their own stems.
  package init(language: String) {
    let code = Language.code(of: language)
    handle = sb_stemmer_new(code, nil)
    isRomanian = code == "ro"
  }

  deinit {
    if let handle { sb_stemmer_delete(handle) }
  }

  /// The stem of a word in lower case.
  ///
  /// A word with a digit, a full stop or another mark inside is its own stem.
  package func stem(_ word: String) -> String {
    guard handle != nil else { return word }
    if let known = memo[word] { return known }
    var bytes = Array(word.utf8)
    stem(&bytes)
    let result = String(decoding: bytes, as: UTF8.self)
    memo[word] = result
    return result
  }

  /// Makes a word in lower case its stem; nothing is remembered.
  package func stem(_ word: inout [UInt8]) {
    let isPlain = word.allSatisfy {
      ASCII.isLetter($0) || $0 >= 0x80 || $0 == UInt8(ascii: "'")
    }
    guard let handle, isPlain else { return }
    if isRomanian { Self.writeCedillas(in: &word) }
    let found = word.withUnsafeBufferPointer { buffer -> UnsafeBufferPointer<UInt8>? in
      guard let base = buffer.baseAddress,
        let stem = sb_stemmer_stem(handle, base, Int32(buffer.count))
      else { return nil }
      // The stemmer's own memory, valid until its next call.
      return UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle)))
    }
    guard let found else { return }
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: found)
  }

  /// Writes "ș" and "ț" with the cedilla of older texts: the only one libstemmer 2.2 knows.
  private static func writeCedillas(in word: inout [UInt8]) {
    for at in word.indices.dropFirst() where word[at - 1] == 0xC8 {
      guard word[at] == 0x99 || word[at] == 0x9B else { continue }
      (word[at - 1], word[at]) = (0xC5, word[at] == 0x99 ? 0x9F : 0xA3)
    }
  }
}
