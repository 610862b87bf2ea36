// The header of a message or of a part of one.

import Text

/// The header of a message or of a part of one: the fields that are read here, unfolded.
///
/// Source: RFC 5322 §2.2 and §4 (obsolete forms).
struct MIMEHeader {
  /// The fields that say something to us.
  enum Field: String {
    case from, sender, date, received, subject, references
    case replyTo = "reply-to"
    case messageID = "message-id"
    case inReplyTo = "in-reply-to"
    case archivedAt = "archived-at"
    case listArchive = "list-archive"
    case listPost = "list-post"
    case messageIDHash = "message-id-hash"
    case oldMessageIDHash = "x-message-id-hash"
    case originalFrom = "x-original-from"
    case contentType = "content-type"
    case transferEncoding = "content-transfer-encoding"
    case disposition = "content-disposition"
  }

  /// No field needs more; a longer one is cut.
  private static let longestValue = 1 << 18

  /// Whether there is no field at all, known or not.
  private(set) var isEmpty = true
  private var values: [Field: [UInt8]] = [:]

  /// The bytes of a field, unfolded; its first one where there are several.
  subscript(field: Field) -> [UInt8]? { values[field] }

  /// The text of a field with its encoded words decoded and white space folded; empty without one.
  func text(_ field: Field) -> String {
    values[field].map { Strings.folded(EncodedWords.decoded($0)) } ?? ""
  }

  /// Reads a header, and says where the body begins.
  ///
  /// A line that is neither a field nor the continuation of one is passed over when a field
  /// follows; else the body begins with it.
  static func read(_ bytes: [UInt8], _ whole: Range<Int>) -> (header: MIMEHeader, body: Int) {
    var header = MIMEHeader()
    var field: Field?
    var at = whole.lowerBound
    while at < whole.upperBound {
      let end = min(ByteLines.end(bytes, at), whole.upperBound)
      let next = min(ByteLines.next(bytes, end), whole.upperBound)
      if end == at || ByteLines.isBlank(bytes, at..<end) { return (header, next) }
      if ASCII.isSpace(bytes[at]) {
        if let field { header.append(bytes[at..<end], to: field) }
      } else if let name = name(bytes, at..<end) {
        header.isEmpty = false
        field = Self.field(bytes, name.lowerBound..<name.upperBound)
        if let known = field, header.values[known] != nil { field = nil }
        if let field { header.append(bytes[colonEnd(bytes, name.upperBound)..<end], to: field) }
      } else {
        field = nil
        let following = next..<min(ByteLines.end(bytes, next), whole.upperBound)
        guard isField(bytes, following) || ByteLines.starts(bytes, at..<end, with: ">From ") else {
          return (header, at)
        }
      }
      at = next
    }
    return (header, whole.upperBound)
  }

  /// Whether a line is a field.
  static func isField(_ bytes: [UInt8], _ text: Range<Int>) -> Bool { name(bytes, text) != nil }

  /// Whether bytes begin with the header of a message: at least two of the fields that all have.
  static func looksLikeMessage(_ bytes: [UInt8], _ whole: Range<Int>) -> Bool {
    guard isField(bytes, whole.lowerBound..<ByteLines.end(bytes, whole.lowerBound)) else {
      return false
    }
    let (header, _) = read(bytes, whole)
    let usual: [Field] = [.from, .date, .messageID, .received, .subject, .contentType]
    return usual.count { header[$0] != nil } >= 2 && (header[.from] ?? header[.received]) != nil
  }

  private mutating func append(_ part: ArraySlice<UInt8>, to field: Field) {
    let room = Self.longestValue - (values[field]?.count ?? 0)
    // NUL would end the text in many a place; it stands for nothing in a header.
    values[field, default: []] += part.prefix(max(0, room)).lazy.map { $0 == 0 ? 0x20 : $0 }
  }

  /// The name of a field: visible ASCII up to a colon; blanks before the colon are an obsolete form.
  private static func name(_ bytes: [UInt8], _ text: Range<Int>) -> Range<Int>? {
    var at = text.lowerBound
    let limit = min(text.upperBound, at + 100)
    while at < limit, bytes[at] > 0x20, bytes[at] < 0x7F, bytes[at] != UInt8(ascii: ":") { at += 1 }
    let name = text.lowerBound..<at
    while at < limit, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    guard !name.isEmpty, at < limit, bytes[at] == UInt8(ascii: ":") else { return nil }
    return name
  }

  private static func colonEnd(_ bytes: [UInt8], _ nameEnd: Int) -> Int {
    var at = nameEnd
    while bytes[at] != UInt8(ascii: ":") { at += 1 }
    return at + 1
  }

  private static func field(_ bytes: [UInt8], _ name: Range<Int>) -> Field? {
    guard name.count <= 25 else { return nil }
    return Field(rawValue: String(decoding: bytes[name].lazy.map(ASCII.lower), as: UTF8.self))
  }
}
