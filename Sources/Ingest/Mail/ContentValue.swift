// A value with parameters, as in Content-Type and Content-Disposition.

import Text

/// A value with parameters, as in Content-Type and Content-Disposition.
///
/// Source: RFC 2045 §5.1; RFC 2231 §3 and §4 for parameters in pieces and of other charsets.
struct ContentValue: Equatable {
  /// The value itself, in lower case: `text/plain`.
  let value: String
  /// The parameters: names in lower case, values decoded.
  let parameters: [String: String]

  /// No honest field has more.
  private static let most = 100

  /// Reads the bytes of a field.
  init(_ bytes: [UInt8]) {
    var scanner = Scanner(bytes: bytes)
    let value = scanner.token(until: [UInt8(ascii: ";")])
    self.value = Strings.trimmed(String(decoding: value, as: UTF8.self)).lowercased()
    var found: [String: String] = [:]
    var pieces: [String: [(index: Int, isEncoded: Bool, bytes: [UInt8])]] = [:]
    for _ in 0..<Self.most where scanner.skip(UInt8(ascii: ";")) {
      let key = scanner.token(until: [UInt8(ascii: ";"), UInt8(ascii: "=")])
      let name = Strings.trimmed(String(decoding: key, as: UTF8.self)).lowercased()
      guard scanner.skip(UInt8(ascii: "=")) else { continue }
      let bytes = scanner.token(until: [UInt8(ascii: ";")])
      let parts = name.split(separator: "*", omittingEmptySubsequences: false)
      guard let base = parts.first.map(String.init), !base.isEmpty else { continue }
      if parts.count == 1 {
        if found[base] == nil {
          found[base] = Strings.trimmed(EncodedWords.decoded(bytes))
        }
      } else {
        pieces[base, default: []].append(
          (Int(parts[1]) ?? 0, parts.count > 2 || parts[1].isEmpty, bytes))
      }
    }
    for (name, list) in pieces { found[name] = Self.joined(list) }
    parameters = found
  }

  private static func joined(_ pieces: [(index: Int, isEncoded: Bool, bytes: [UInt8])]) -> String {
    var charset: String?
    var out: [UInt8] = []
    for (place, piece) in pieces.sorted(by: { $0.index < $1.index }).enumerated() {
      var bytes = piece.bytes[...]
      if piece.isEncoded, place == 0 {
        // charset'language'text
        let marks = bytes.indices.filter { bytes[$0] == UInt8(ascii: "'") }
        if marks.count >= 2 {
          charset = String(decoding: bytes[..<marks[0]], as: UTF8.self)
          bytes = bytes[(marks[1] + 1)...]
        }
      }
      out += piece.isEncoded ? percentDecoded(bytes) : Array(bytes)
    }
    return Strings.trimmed(
      String(decoding: Encoding.utf8(out, named: charset).bytes, as: UTF8.self))
  }

  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.endIndex,
        let high = ASCII.digit(bytes[at + 1], radix: 16),
        let low = ASCII.digit(bytes[at + 2], radix: 16)
      {
        out.append(high << 4 | low)
        at += 3
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return out
  }

  /// Walks over a field, through quotation marks and comments.
  private struct Scanner {
    let bytes: [UInt8]
    var at = 0

    mutating func skip(_ byte: UInt8) -> Bool {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
      return true
    }

    /// The bytes up to a delimiter outside quotation marks and comments.
    mutating func token(until delimiters: [UInt8]) -> [UInt8] {
      var out: [UInt8] = []
      var (isQuoted, depth) = (false, 0)
      while at < bytes.count {
        let byte = bytes[at]
        if byte == UInt8(ascii: "\\"), isQuoted || depth > 0, at + 1 < bytes.count {
          at += 1
          if depth == 0 { out.append(bytes[at]) }
        } else if byte == UInt8(ascii: "\""), depth == 0 {
          isQuoted.toggle()
        } else if isQuoted {
          out.append(byte)
        } else if byte == UInt8(ascii: "(") {
          depth += 1
        } else if byte == UInt8(ascii: ")"), depth > 0 {
          depth -= 1
        } else if depth == 0 {
          if delimiters.contains(byte) { return out }
          out.append(byte)
        }
        at += 1
      }
      return out
    }
  }
}
