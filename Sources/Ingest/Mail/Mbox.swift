// An mbox archive to the places of its messages.

import Text

/// The messages of an mbox archive, as places in its bytes.
///
/// Reads mboxo and mboxrd (lines that begin with `From ` stand behind `>`) and mboxcl (a
/// Content-Length says where a message ends). A message that stands alone is an archive of one.
///
/// Sources: RFC 4155; qmail's mbox(5) for the `>` rules.
struct Mbox {
  /// Where one message stands.
  struct Message: Equatable {
    /// The separating line `From ADDRESS DATE`, without its end; empty for a message alone.
    let envelope: Range<Int>
    /// Header and body.
    let content: Range<Int>
    /// The line of the archive on which the header begins, from 1.
    let line: Int
    /// Whether lines that begin with `>From ` are to lose one `>`.
    let isEscaped: Bool
  }

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  /// Whether the separating lines are those of exported commits, which otherwise are part of a
  /// patch in a message.
  private var holdsCommits = false

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The messages, in order; `nil` when the bytes are no archive and no message.
  ///
  /// - Complexity: Linear.
  static func messages(in bytes: [UInt8]) -> [Message]? {
    var reader = Mbox(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.at = 3 }
    while reader.at < bytes.count, ByteLines.isBlank(bytes, reader.at..<reader.lineEnd) {
      reader.advance()
    }
    guard reader.at < bytes.count else { return nil }
    let first = reader.at..<reader.lineEnd
    if ByteLines.starts(bytes, first, with: "From ") {
      let next = ByteLines.next(bytes, first.upperBound)
      let isEnvelope =
        Envelope.isOne(bytes, first) || MIMEHeader.isField(bytes, next..<ByteLines.end(bytes, next))
      guard isEnvelope else { return nil }
      reader.holdsCommits = Envelope.isCommit(bytes, first)
      return reader.readAll()
    }
    guard MIMEHeader.looksLikeMessage(bytes, reader.at..<bytes.count) else { return nil }
    return [
      Message(
        envelope: reader.at..<reader.at, content: reader.at..<bytes.count, line: reader.line,
        isEscaped: false)
    ]
  }

  private var lineEnd: Int { ByteLines.end(bytes, at) }

  private mutating func advance() {
    at = ByteLines.next(bytes, lineEnd)
    line += 1
  }

  private mutating func readAll() -> [Message] {
    var messages: [Message] = []
    while at < bytes.count {
      let envelope = at..<lineEnd
      advance()
      messages.append(readMessage(envelope))
    }
    return messages
  }

  /// Reads on to the next separating line.
  private mutating func readMessage(_ envelope: Range<Int>) -> Message {
    let (start, startLine) = (at, line)
    var (isHeader, isAfterBlank, isEscaped) = (true, false, false)
    var length: Int?
    while at < bytes.count {
      let text = at..<lineEnd
      if isAfterBlank, isSeparator(text) { break }
      isAfterBlank = ByteLines.isBlank(bytes, text)
      if bytes[at] == UInt8(ascii: ">") {
        isEscaped = isEscaped || Self.isEscapedSeparator(bytes, text)
      } else if isHeader, length == nil, ByteLines.starts(bytes, text, with: "content-length:") {
        length = Self.number(bytes, (at + 15)..<text.upperBound)
      }
      advance()
      if isHeader, isAfterBlank {
        isHeader = false
        if let length, skip(length) { return message(envelope, start, startLine, true) }
      }
    }
    return message(envelope, start, startLine, isEscaped)
  }

  private func message(_ envelope: Range<Int>, _ start: Int, _ line: Int, _ isEscaped: Bool)
    -> Message
  {
    Message(envelope: envelope, content: start..<at, line: line, isEscaped: isEscaped)
  }

  /// Goes over a body whose length is given, if a separating line or the end comes after it.
  ///
  /// Lengths are often wrong: programs change line ends and headers and leave them as they were.
  private mutating func skip(_ length: Int) -> Bool {
    guard length <= bytes.count - at else { return false }
    var target = at + length
    guard
      length == 0 || target == bytes.count || bytes[target - 1] == 0x0A || target == at
        || ByteLines.isBlank(bytes, target..<ByteLines.end(bytes, target))
    else { return false }
    for _ in 0..<2
    where target < bytes.count && ByteLines.isBlank(bytes, target..<ByteLines.end(bytes, target)) {
      target = ByteLines.next(bytes, ByteLines.end(bytes, target))
    }
    guard target == bytes.count || isSeparator(target..<ByteLines.end(bytes, target)) else {
      return false
    }
    while at < target { advance() }
    return at == target
  }

  /// Whether a line begins another message: it looks like an envelope, and a header follows.
  private func isSeparator(_ text: Range<Int>) -> Bool {
    guard ByteLines.starts(bytes, text, with: "From "), Envelope.isOne(bytes, text),
      holdsCommits || !Envelope.isCommit(bytes, text)
    else { return false }
    let next = ByteLines.next(bytes, text.upperBound)
    let following = next..<ByteLines.end(bytes, next)
    return ByteLines.isBlank(bytes, following) || MIMEHeader.isField(bytes, following)
      || Self.isEscapedSeparator(bytes, following)
  }

  private static func isEscapedSeparator(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    let rest = text.drop { bytes[$0] == UInt8(ascii: ">") }
    return rest.count < text.count && ByteLines.starts(bytes, rest, with: "From ")
  }

  private static func number(_ bytes: [UInt8], _ text: Range<Int>) -> Int? {
    let digits = Strings.trimmed(String(decoding: bytes[text].prefix(20), as: UTF8.self))
    return digits.utf8.count <= 12 && digits.utf8.allSatisfy(ASCII.isDigit) ? Int(digits) : nil
  }

  /// A message's bytes with one `>` less before each `From ` at the start of a line.
  static func unescaped(_ bytes: [UInt8], _ content: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(content.count)
    var at = content.lowerBound
    while at < content.upperBound {
      let next = min(ByteLines.next(bytes, ByteLines.end(bytes, at)), content.upperBound)
      let skipped = isEscapedSeparator(bytes, at..<next) ? 1 : 0
      out += bytes[(at + skipped)..<next]
      at = next
    }
    return out
  }
}
