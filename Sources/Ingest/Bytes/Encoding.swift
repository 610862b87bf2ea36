// Bytes of any encoding to UTF-8.

import Glibc
package import Model
import Text

/// Bytes of any encoding to UTF-8.
package enum Encoding {
  /// Returns the same text as valid UTF-8 without a byte order mark.
  ///
  /// A byte order mark decides first, then the HTTP charset, then the document's own declaration;
  /// bytes that are valid UTF-8 win over a declaration that contradicts them. Where nothing is
  /// declared and the bytes are not UTF-8, the encoding is guessed from them, with a warning. What
  /// cannot be decoded becomes U+FFFD, with a warning.
  ///
  /// Source: RFC 7303 §3 (order), XML 1.0 appendix F (first bytes), WHATWG Encoding §4.2 (labels
  /// that the web reads as a larger set).
  package static func utf8(_ bytes: [UInt8], charset: String? = nil) -> ([UInt8], [Diagnostic]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return valid(Array(bytes.dropFirst(3))) }
    for (mark, length, label) in wideMarks where bytes.starts(with: mark) {
      return converted(bytes.dropFirst(length), label)
    }
    if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) {  // `<?xm` in EBCDIC
      let head = iconv(Array(bytes.prefix(256)), from: "IBM037")?.bytes ?? []
      return converted(bytes[...], XMLDeclaration.encoding(in: head) ?? "IBM037")
    }
    // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    let own = XMLDeclaration.encoding(in: bytes).flatMap { isWide($0) ? nil : $0 }
    let declared = charset.flatMap { $0.isEmpty ? nil : $0 } ?? own
    if declared.map(isStateful) != true, isUTF8(bytes) {
      guard let declared, !isUTF8(declared), !isASCII(bytes) else { return (bytes, []) }
      return (bytes, [Diagnostic(line: 1, "is declared '\(declared)' but is UTF-8; read as UTF-8")])
    }
    // What HTTP says and the bytes are not, the document may know better.
    if let declared, !isUTF8(declared) { return converted(bytes[...], declared) }
    if let own, !isUTF8(own) { return converted(bytes[...], own) }
    guard declared == nil || isASCIILabel(declared), let guess = EncodingGuess.guess(bytes) else {
      return valid(bytes)
    }
    let (text, _) = converted(bytes[...], guess)
    return (
      text, [Diagnostic(line: 1, "declares no encoding and is not UTF-8; read as '\(guess)'")]
    )
  }

  private static let wideMarks: [([UInt8], Int, String)] = [
    ([0xFF, 0xFE, 0, 0], 4, "UTF-32LE"), ([0, 0, 0xFE, 0xFF], 4, "UTF-32BE"),
    ([0xFF, 0xFE], 2, "UTF-16LE"), ([0xFE, 0xFF], 2, "UTF-16BE"),
    ([0x3C, 0, 0, 0], 0, "UTF-32LE"), ([0, 0, 0, 0x3C], 0, "UTF-32BE"),
    ([0x3C, 0, 0x3F, 0], 0, "UTF-16LE"), ([0, 0x3C, 0, 0x3F], 0, "UTF-16BE"),
  ]

  /// Whether bytes are valid UTF-8; a long document's halves are looked at by two threads.
  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 1 << 20,
      let middle = bytes[(bytes.count / 2)...].firstIndex(where: { $0 < 0x80 })
    else { return isUTF8(bytes, 0..<bytes.count) }
    let later = Companion { isUTF8(bytes, middle..<bytes.count) }
    return isUTF8(bytes, 0..<middle) && later.result() == true
  }

  /// ASCII is passed over eight bytes at a time.
  private static func isUTF8(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { whole in
      let raw = UnsafeRawBufferPointer(rebasing: whole[range])
      var at = 0
      while at < raw.count {
        if at + 8 <= raw.count {
          let high =
            raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
            & 0x8080_8080_8080_8080
          if high == 0 {
            at += 8
            continue
          }
          at += high.trailingZeroBitCount >> 3
        }
        let length = sequenceLength(raw, at)
        if length == 0 { return false }
        at += length
      }
      return true
    }
  }

  private static func isASCII(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 < 0x80 } }

  private static func isUTF8(_ label: String) -> Bool {
    ["utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8"].contains(label.lowercased())
  }

  private static func isASCIILabel(_ label: String?) -> Bool {
    label.map { ["us-ascii", "ascii"].contains($0.lowercased()) } ?? false
  }

  private static func isWide(_ label: String) -> Bool {
    let label = label.lowercased()
    return label.hasPrefix("utf-16") || label.hasPrefix("utf-32") || label.hasPrefix("ucs-")
      || label.hasPrefix("iso-10646")
  }

  /// The bytes of the smallest unit of an encoding.
  private static func unitLength(_ label: String) -> Int {
    let label = label.lowercased()
    if label.hasPrefix("utf-32") || label.hasPrefix("ucs-4") { return 4 }
    return isWide(label) ? 2 : 1
  }

  private static func isStateful(_ label: String) -> Bool {
    let label = label.lowercased()
    return label.hasPrefix("iso-2022") || label.hasPrefix("utf-16") || label.hasPrefix("utf-7")
      || label == "hz-gb-2312"
  }

  /// UTF-8 in which single bytes of windows-1252 may stand: the usual damage.
  private static func valid(_ bytes: [UInt8]) -> ([UInt8], [Diagnostic]) {
    if isUTF8(bytes) { return (bytes, []) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var line = 1
    var first: Int?
    var stray = 0
    var at = 0
    while at < bytes.count {
      let length = bytes.withUnsafeBytes { sequenceLength($0, at) }
      if length > 0 {
        if bytes[at] == 0x0A { line += 1 }
        result += bytes[at..<(at + length)]
        at += length
      } else {
        first = first ?? line
        stray += 1
        let code =
          bytes[at] < 0xA0
          ? CharacterReferences.windows1252[Int(bytes[at]) - 0x80] : UInt32(bytes[at])
        let scalar = code < 0xA0 ? nil : Unicode.Scalar(code)
        result += String(Character(scalar ?? "\u{FFFD}")).utf8
        at += 1
      }
    }
    return (
      result,
      [Diagnostic(line: first, "holds \(stray) bytes that are not UTF-8; read as windows-1252")]
    )
  }

  /// The length of the well-formed UTF-8 sequence at an index; 0 when there is none (Unicode,
  /// table 3-7).
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let first = bytes[at]
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), at + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
    switch (first, bytes[at + 1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
    default: return length
    }
  }

  private static func converted(_ bytes: ArraySlice<UInt8>, _ label: String) -> (
    [UInt8], [Diagnostic]
  ) {
    guard let text = convert(Array(bytes), label) else {
      let (rest, _) = valid(Array(bytes))
      return (rest, [Diagnostic(line: 1, "encoding '\(label)' is unknown; read as UTF-8")])
    }
    return (text.bytes, text.damaged ? [Diagnostic("holds bytes that are not '\(label)'")] : [])
  }

  /// Returns text whose charset is named beside it, as in a part of a mail, as valid UTF-8.
  ///
  /// A name that says nothing about bytes above 127 (`us-ascii`, `unknown-8bit`, none) stands for
  /// UTF-8 where the bytes are that, else for windows-1252; so does a name that is not known. As in
  /// documents, bytes that are valid UTF-8 win over a name that contradicts them.
  package static func utf8(_ bytes: [UInt8], named label: String?) -> NamedText {
    let label = (label ?? "").lowercased()
    if !isStateful(label), isUTF8(bytes) {
      return NamedText(bytes: bytes)
    }
    if ["utf-8", "utf8"].contains(label) {
      return NamedText(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), isDamaged: true)
    }
    let saysNothing =
      label.isEmpty || isUTF8(label) || label.hasSuffix("8bit") || label.hasSuffix("unknown")
    if !saysNothing, let text = convert(bytes, label) {
      return NamedText(bytes: text.bytes, isDamaged: text.damaged)
    }
    let text = iconv(bytes, from: "WINDOWS-1252")?.bytes
    return NamedText(
      bytes: text ?? Array(String(decoding: bytes, as: UTF8.self).utf8), isUnknown: !saysNothing)
  }

  /// Text of a named charset as UTF-8, and how well that went.
  package struct NamedText: Equatable, Sendable {
    /// Valid UTF-8.
    package let bytes: [UInt8]
    /// Whether the charset's name is not known.
    package var isUnknown = false
    /// Whether some bytes are none of that charset; each became U+FFFD.
    package var isDamaged = false
  }

  private static func convert(_ bytes: [UInt8], _ label: String) -> (bytes: [UInt8], damaged: Bool)?
  {
    // Names come from strangers; iconv reads slashes in a name as a path or as options.
    guard label.utf8.count <= 40, !label.utf8.contains(UInt8(ascii: "/")) else { return nil }
    let name = wider(label)
    if let upper = SingleByteTables.upperHalf(of: name) {
      var result: [UInt8] = []
      for byte in bytes {
        if byte < 0x80 {
          result.append(byte)
        } else {
          result += String(upper[Int(byte) - 0x80]).utf8
        }
      }
      return (result, false)
    }
    return iconv(bytes, from: name)
  }

  /// The larger set that the web means by a label, and names that iconv does not know.
  private static func wider(_ label: String) -> String {
    let label = label.lowercased().split(separator: "_").joined(separator: "-")
    return switch label {
    case "iso-8859-1", "latin-1", "latin1", "iso8859-1", "cp1252", "l1", "cp819", "ibm819":
      "WINDOWS-1252"
    case "gb2312", "gbk", "gb-2312-80", "x-gbk", "euc-cn", "eucgb2312-cn", "csgb2312", "chinese",
      "iso-ir-58":
      "GB18030"
    case "shift-jis", "sjis", "x-sjis", "ms-kanji", "windows-31j", "x-ms-cp932": "CP932"
    case "ks-c-5601-1987", "euc-kr", "ksc5601", "korean", "x-windows-949": "CP949"
    case "big5", "big5-hkscs", "x-x-big5", "cn-big5", "big5-tw": "BIG5-HKSCS"
    case "iso-8859-9", "latin5": "WINDOWS-1254"
    case "iso-8859-11", "tis-620": "WINDOWS-874"
    case "iso-8859-8-i", "iso-8859-8-e": "ISO-8859-8"
    case "macroman", "x-mac-roman", "mac": "MACINTOSH"
    case "maccentraleurope", "maclatin2": "MAC-CENTRALEUROPE"
    case "maciceland": "MAC-IS"
    case "maccyrillic", "x-mac-cyrillic": "MAC-CYRILLIC"
    case "cp-is", "csibm861": "CP861"
    case "ibm039": "IBM037"
    default: label
    }
  }

  /// Converts through the C library.
  ///
  /// - Returns: UTF-8, and whether bytes were left that the encoding does not have; `nil` for an
  ///   encoding that it does not know.
  static func iconv(_ input: [UInt8], from label: String) -> (bytes: [UInt8], damaged: Bool)? {
    let handle = iconv_open("UTF-8", label)
    guard let handle, handle != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    var input = input.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 65_536)
    var damaged = false
    let unit = unitLength(label)
    input.withUnsafeMutableBufferPointer { source in
      var from = source.baseAddress
      var left = source.count
      while left > 0 {
        let (status, cause) = buffer.withUnsafeMutableBufferPointer { target -> (Int, Int32) in
          var to = target.baseAddress
          var room = target.count
          let status = Glibc.iconv(handle, &from, &left, &to, &room)
          let cause = errno
          output += target[..<(target.count - room)].lazy.map { UInt8(bitPattern: $0) }
          return (Int(status), cause)
        }
        if status == -1, cause == EILSEQ || cause == EINVAL {
          output += [0xEF, 0xBF, 0xBD]
          damaged = true
          // A part of a unit more or less would make nonsense of all that follows.
          let step = min(unit, left)
          from = from?.advanced(by: step)
          left -= step
        }
      }
    }
    // The C library lets numbers pass for characters that Unicode does not have.
    if isUTF8(output) { return (output, damaged) }
    return (Array(String(decoding: output, as: UTF8.self).utf8), true)
  }
}

/// What an XML document says of its own encoding.
enum XMLDeclaration {
  /// The encoding that the declaration names; `nil` when there is none.
  static func encoding(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(256).drop { $0 <= 0x20 }, as: UTF8.self)
    guard head.hasPrefix("<?xml"), let end = head.utf8.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let parts = head[..<end].split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\"" || $0 == "'" })
    for (index, part) in parts.enumerated().dropLast() {
      let name = part.filter { !$0.isWhitespace }
      if name.hasSuffix("encoding=") { return Strings.trimmed(parts[index + 1]) }
    }
    return nil
  }
}
