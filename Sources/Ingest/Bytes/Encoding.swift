// Bytes of any encoding to UTF-8.

import Glibc
package import Model

/// Bytes of any encoding to UTF-8.
package enum Encoding {
  /// Returns the same text as valid UTF-8 without a byte order mark.
  ///
  /// A byte order mark decides first, then the HTTP charset, then the document's own declaration;
  /// bytes that are valid UTF-8 win over a declaration that contradicts them. What cannot be
  /// decoded becomes U+FFFD, with a warning.
  ///
  /// Source: RFC 7303 §3 (order), WHATWG Encoding §4.2 (labels that the web reads as a larger
  /// set).
  package static func utf8(_ bytes: [UInt8], charset: String? = nil) -> ([UInt8], [Diagnostic]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return valid(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return converted(bytes.dropFirst(4), "UTF-32LE") }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return converted(bytes.dropFirst(4), "UTF-32BE") }
    if bytes.starts(with: [0xFF, 0xFE]) { return converted(bytes.dropFirst(2), "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return converted(bytes.dropFirst(2), "UTF-16BE") }
    if bytes.starts(with: [0x3C, 0, 0, 0]) { return converted(bytes[...], "UTF-32LE") }
    if bytes.starts(with: [0, 0, 0, 0x3C]) { return converted(bytes[...], "UTF-32BE") }
    if bytes.starts(with: [0x3C, 0, 0x3F, 0]) { return converted(bytes[...], "UTF-16LE") }
    if bytes.starts(with: [0, 0x3C, 0, 0x3F]) { return converted(bytes[...], "UTF-16BE") }
    // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    let own = declaration(in: bytes).flatMap { isWide($0) ? nil : $0 }
    let declared = charset.flatMap { $0.isEmpty ? nil : $0 } ?? own
    guard let declared, !isUTF8(declared) else { return valid(bytes) }
    if bytes.allSatisfy({ $0 < 0x80 }) && !isStateful(declared) { return (bytes, []) }
    if !isStateful(declared), String(validating: bytes, as: UTF8.self) != nil {
      return (
        bytes, [Diagnostic(line: 1, "is declared '\(declared)' but is UTF-8; read as UTF-8")]
      )
    }
    return converted(bytes[...], declared)
  }

  private static func isUTF8(_ label: String) -> Bool {
    ["utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8"].contains(label.lowercased())
  }

  private static func isWide(_ label: String) -> Bool {
    let label = label.lowercased()
    return label.hasPrefix("utf-16") || label.hasPrefix("utf-32") || label.hasPrefix("ucs-")
      || label.hasPrefix("iso-10646")
  }

  private static func isStateful(_ label: String) -> Bool {
    let label = label.lowercased()
    return label.hasPrefix("iso-2022") || label.hasPrefix("utf-16") || label.hasPrefix("utf-7")
      || label == "hz-gb-2312"
  }

  /// The encoding that an XML declaration names.
  private static func declaration(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(256), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let end = head.utf8.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let parts = head[..<end].split(whereSeparator: { $0 == "\"" || $0 == "'" })
    for (index, part) in parts.enumerated().dropLast()
    where part.drop(while: { $0 == " " }).hasPrefix("encoding") || part.hasSuffix("encoding=") {
      return String(parts[index + 1])
    }
    return nil
  }

  private static func valid(_ bytes: [UInt8]) -> ([UInt8], [Diagnostic]) {
    if String(validating: bytes, as: UTF8.self) != nil { return (bytes, []) }
    // One stray byte of windows-1252 in a UTF-8 text is the usual damage; what is not UTF-8 is
    // marked.
    return (
      Array(String(decoding: bytes, as: UTF8.self).utf8),
      [Diagnostic("holds bytes that are not UTF-8; they are shown as U+FFFD")]
    )
  }

  private static func converted(_ bytes: ArraySlice<UInt8>, _ label: String) -> (
    [UInt8], [Diagnostic]
  ) {
    guard let text = iconv(Array(bytes), from: wider(label)) else {
      let (rest, _) = valid(Array(bytes))
      return (rest, [Diagnostic(line: 1, "encoding '\(label)' is unknown; read as UTF-8")])
    }
    return (text.bytes, text.damaged ? [Diagnostic("holds bytes that are not '\(label)'")] : [])
  }

  /// The larger set that the web means by a label.
  private static func wider(_ label: String) -> String {
    let label = label.lowercased().split(separator: "_").joined(separator: "-")
    return switch label {
    case "iso-8859-1", "latin-1", "latin1", "iso8859-1", "cp1252": "WINDOWS-1252"
    case "gb2312", "gbk", "gb-2312-80", "x-gbk": "GB18030"
    case "shift-jis", "sjis", "x-sjis": "CP932"
    case "ks-c-5601-1987", "euc-kr": "CP949"
    case "iso-8859-9": "WINDOWS-1254"
    case "macroman", "x-mac-roman", "mac": "MACINTOSH"
    case "maccentraleurope", "maclatin2": "MAC-CENTRALEUROPE"
    case "maciceland": "MAC-IS"
    case "maccyrillic": "MAC-CYRILLIC"
    default: label
    }
  }

  private static func iconv(_ input: [UInt8], from label: String) -> (
    bytes: [UInt8], damaged: Bool
  )? {
    let handle = iconv_open("UTF-8", label)
    guard let handle, handle != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    var input = input.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 65_536)
    var damaged = false
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
          from = from?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return (output, damaged)
  }
}
