// The body of a message to blocks of text: which part is read, and how it travelled.

import Model
import Text

/// The body of a message to blocks of text.
///
/// Of alternatives plain text is read, unless it is empty or a stub; attachments are named and not
/// read; a message inside is a quote.
///
/// Source: RFC 2045 and RFC 2046; RFC 1847 (signed parts).
struct MIMEMessage {
  /// How deep parts are read inside each other.
  static let deepest = 16
  /// How many parts of a message are read.
  static let mostParts = 500
  /// How many bytes of one part's text are read.
  static let longestText = 4 << 20

  private let bytes: [UInt8]
  private var parts = 0
  private var troubles: MailTroubles

  private init(_ bytes: [UInt8], _ troubles: MailTroubles) {
    (self.bytes, self.troubles) = (bytes, troubles)
  }

  /// The blocks of a message whose header is read already.
  ///
  /// - Complexity: Linear in the body, times the depth of its parts.
  static func blocks(
    _ bytes: [UInt8], header: MIMEHeader, body: Range<Int>, noting troubles: inout MailTroubles
  ) -> [TextBlock] {
    var reader = MIMEMessage(bytes, troubles)
    let blocks = reader.read(header, body, depth: 0, insideDigest: false)
    troubles = reader.troubles
    return blocks
  }

  private mutating func read(
    _ header: MIMEHeader, _ body: Range<Int>, depth: Int, insideDigest: Bool
  ) -> [TextBlock] {
    guard depth <= Self.deepest else {
      troubles.note(.tooDeep)
      return []
    }
    let type = header[.contentType].map(ContentValue.init)
    let kind = type?.value ?? (insideDigest ? "message/rfc822" : "text/plain")
    let disposition = header[.disposition].map(ContentValue.init)
    if kind.hasPrefix("multipart/"), let type,
      let boundary = boundary(type.parameters["boundary"], in: body)
    {
      return multipart(kind, split(body, boundary), depth: depth)
    }
    if kind == "message/rfc822" || kind == "message/global" {
      return forwarded(header, body, depth: depth)
    }
    let name = disposition?.parameters["filename"] ?? type?.parameters["name"]
    let isText = kind.hasPrefix("text/") && !Self.unreadable.contains(kind)
    let isAttached =
      disposition?.value == "attachment" || (name != nil && depth > 0 && kind != "text/html")
    // A type without a slash, or `text`, is an obsolete form of text/plain.
    guard (isText || !kind.contains("/") || kind.hasPrefix("multipart/")) && !isAttached else {
      return name.map { [TextBlock(.furniture, Strings.folded($0))] } ?? []
    }
    let decoded = decoded(header, body, type)
    let text = String(decoding: decoded, as: UTF8.self)
    if kind == "text/html" || kind == "text/enriched" || Self.isMarkup(decoded) {
      return MailHTML.blocks(of: text)
    }
    let isFlowed = type?.parameters["format"]?.lowercased() == "flowed"
    return MailText.blocks(
      of: MailLines(
        decoded, flowed: isFlowed,
        deletesBlank: type?.parameters["delsp"]?.lowercased() == "yes"))
  }

  /// Texts that are no message.
  private static let unreadable: Set<String> = [
    "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/csv", "text/x-patch",
    "text/x-diff", "text/css", "text/xml", "text/x-amp-html", "text/x-log", "text/rtf",
    "text/javascript", "text/x-python", "text/x-csrc", "text/rfc822-headers",
  ]

  private static func isMarkup(_ text: [UInt8]) -> Bool {
    let start = text.prefix(400).drop(while: ASCII.isSpace)
    let head = String(decoding: start.prefix(20), as: UTF8.self).lowercased()
    return head.hasPrefix("<html") || head.hasPrefix("<!doctype html")
  }

  // MARK: Text

  private mutating func decoded(_ header: MIMEHeader, _ body: Range<Int>, _ type: ContentValue?)
    -> [UInt8]
  {
    var raw = Array(bytes[body].prefix(Self.longestText))
    if raw.count < body.count { troubles.note(.tooLong) }
    let encoding = header[.transferEncoding].map { ContentValue($0).value } ?? ""
    switch encoding {
    case "quoted-printable": raw = TransferEncoding.quotedPrintable(raw)
    case "base64":
      let (plain, isBroken) = TransferEncoding.base64(raw)
      if isBroken { troubles.note(.brokenBase64) }
      raw = plain
    default: break
    }
    let text = Encoding.utf8(raw, named: type?.parameters["charset"])
    if text.isUnknown { troubles.note(.unknownCharset) }
    // What was cut may have lost half a character.
    if text.isDamaged, body.count <= Self.longestText { troubles.note(.badCharacters) }
    return text.bytes
  }

  // MARK: Parts

  private mutating func multipart(_ kind: String, _ parts: [Range<Int>], depth: Int) -> [TextBlock]
  {
    let insideDigest = kind == "multipart/digest"
    switch kind {
    case "multipart/alternative": return alternative(parts, depth: depth)
    // The first part is the text, the second its signature, its report or its pictures.
    case "multipart/signed", "multipart/report", "multipart/related":
      return part(parts.first, depth: depth, insideDigest: false)
        + (kind == "multipart/related" ? names(parts.dropFirst()) : [])
    case "multipart/encrypted": return []
    default:
      return parts.flatMap { part($0, depth: depth, insideDigest: insideDigest) }
    }
  }

  private mutating func part(_ range: Range<Int>?, depth: Int, insideDigest: Bool) -> [TextBlock] {
    guard let range else { return [] }
    let (header, body) = MIMEHeader.read(bytes, range)
    return read(header, body..<range.upperBound, depth: depth + 1, insideDigest: insideDigest)
  }

  /// The names of parts that are not read.
  private func names(_ parts: ArraySlice<Range<Int>>) -> [TextBlock] {
    parts.compactMap { range in
      let header = MIMEHeader.read(bytes, range).header
      let name =
        header[.disposition].map(ContentValue.init)?.parameters["filename"]
        ?? header[.contentType].map(ContentValue.init)?.parameters["name"]
      return name.map { TextBlock(.furniture, Strings.folded($0)) }
    }
  }

  /// Plain text, unless it is empty, or so short against the other that it only points to it.
  private mutating func alternative(_ parts: [Range<Int>], depth: Int) -> [TextBlock] {
    var plain: Range<Int>?
    var rich: Range<Int>?
    for range in parts {
      let type = MIMEHeader.read(bytes, range).header[.contentType].map(ContentValue.init)
      let kind = type?.value ?? "text/plain"
      if kind == "text/plain" || kind == "text/markdown" {
        plain = plain ?? range
      } else if !Self.unreadable.contains(kind),
        kind.hasPrefix("text/") || kind.contains("multipart/")
      {
        // The last one is the richest.
        rich = range
      }
    }
    let simple = part(plain, depth: depth, insideDigest: false)
    let length = simple.reduce(0) { $0 + $1.text.utf8.count }
    guard rich != nil, length < 200 else { return simple }
    let other = part(rich, depth: depth, insideDigest: false)
    let otherLength = other.reduce(0) { $0 + $1.text.utf8.count }
    let isStub = simple.words.isEmpty || otherLength > 5 * length + 100
    return isStub && !other.words.isEmpty ? other : simple
  }

  /// A message inside a message is what its author said, not the sender's own words.
  private mutating func forwarded(_ outer: MIMEHeader, _ body: Range<Int>, depth: Int)
    -> [TextBlock]
  {
    let (header, start) = MIMEHeader.read(bytes, body)
    let author = header[.from].flatMap(MailAddress.init)?.name
    let blocks = read(header, start..<body.upperBound, depth: depth + 1, insideDigest: false)
    return blocks.map { block in
      switch block.kind {
      case .code, .furniture, .quote: block
      case .paragraph, .heading, .listItem:
        TextBlock(.quote(author: author, post: nil), block.text)
      }
    }
  }

  /// The boundary to split at; where the field does not name it, the first line that looks like one.
  private func boundary(_ named: String?, in body: Range<Int>) -> [UInt8]? {
    if let named, !named.isEmpty { return Array(named.utf8) }
    for line in ByteLines.ranges(bytes, body.prefix(64 << 10)).prefix(1000)
    where line.count > 2 && ByteLines.starts(bytes, line, with: "--") {
      let next = ByteLines.next(bytes, line.upperBound)
      guard MIMEHeader.isField(bytes, next..<ByteLines.end(bytes, next)) else { continue }
      return Array(bytes[line].dropFirst(2))
    }
    return nil
  }

  /// The parts between the lines of a boundary, without what stands before the first and after the
  /// last.
  private mutating func split(_ body: Range<Int>, _ boundary: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    var at = body.lowerBound
    while at < body.upperBound {
      let end = min(ByteLines.end(bytes, at), body.upperBound)
      let next = min(ByteLines.next(bytes, end), body.upperBound)
      if let isLast = delimiter(at..<end, boundary) {
        if let start {
          // The line end before a boundary belongs to the boundary.
          let last = at - (at > start + 1 && bytes[at - 2] == 0x0D ? 2 : 1)
          result.append(start..<max(start, last))
          parts += 1
        }
        if parts >= Self.mostParts {
          troubles.note(.tooMany)
          return result
        }
        start = next
        if isLast { return result }
      }
      at = next
    }
    // The last boundary is missing in what was cut.
    if let start, start < body.upperBound { result.append(start..<body.upperBound) }
    return result
  }

  /// Whether a line is the boundary: `false` between parts, `true` after the last, `nil` for none.
  private func delimiter(_ line: Range<Int>, _ boundary: [UInt8]) -> Bool? {
    let mark = boundary.count + 2
    guard line.count >= mark, ByteLines.starts(bytes, line, with: "--"),
      bytes[(line.lowerBound + 2)..<(line.lowerBound + mark)].elementsEqual(boundary)
    else { return nil }
    let rest = (line.lowerBound + mark)..<line.upperBound
    if ByteLines.isBlank(bytes, rest) { return false }
    guard ByteLines.starts(bytes, rest, with: "--"),
      ByteLines.isBlank(bytes, rest.dropFirst(2))
    else { return nil }
    return true
  }
}
