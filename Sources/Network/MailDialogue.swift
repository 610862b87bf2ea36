// What a mail server is told and what it answers, as libcurl reports it.

import CCurl

/// What a mail server is told and what it answers; libcurl holds a pointer to it while it sends.
final class MailDialogue {
  private let message: [UInt8]
  private var offset = 0
  /// The lines of the last reply.
  private var reply: [UInt8] = []
  /// Whether we have said goodbye; what is said after that is of no interest.
  private var isOver = false
  /// How far the talk has come.
  private(set) var stage = MailFailure.Stage.connection
  /// Whether the server was asked to let us in.
  private(set) var hasAuthenticated = false
  /// Whom the last RCPT command named.
  private(set) var recipient = ""

  /// Replies of more bytes are cut; libcurl itself has no such limit.
  private static let longestReply = 4096

  init(_ message: [UInt8]) { self.message = message }

  /// Has a handle report here; it must not outlive this object.
  func listen(to handle: UnsafeMutableRawPointer) {
    let me = Unmanaged.passUnretained(self).toOpaque()
    _ = hw_set_on_upload(
      handle,
      { data, size, count, context in
        MailDialogue.from(context)?.give(
          UnsafeMutableRawBufferPointer(start: data, count: size * count))
          ?? 0
      }, me)
    _ = hw_set_on_header(
      handle,
      { data, size, count, context in
        MailDialogue.from(context)?.hear(UnsafeRawBufferPointer(start: data, count: size * count))
        return size * count
      }, me)
    _ = hw_set_on_dialogue(
      handle,
      { _, type, data, size, context in
        if type == CURLINFO_HEADER_OUT {
          MailDialogue.from(context)?.say(UnsafeRawBufferPointer(start: data, count: size))
        }
        return 0
      }, me)
  }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> MailDialogue? {
    pointer.map { Unmanaged<MailDialogue>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Copies the next bytes of the message.
  private func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let part = message[offset..<min(offset + buffer.count, message.count)]
    buffer.copyBytes(from: part)
    offset += part.count
    if offset == message.count, stage != .acceptance {
      stage = .acceptance
      reply = []
    }
    return part.count
  }

  private func hear(_ line: UnsafeRawBufferPointer) {
    guard !isOver else { return }
    if stage == .connection { stage = .greeting }
    if !reply.starts(with: line.prefix(3)) { reply = [] }
    reply += line.prefix(Self.longestReply - reply.count)
  }

  /// Takes note of a command; of AUTH and what follows it, only that it was given.
  private func say(_ command: UnsafeRawBufferPointer) {
    let verb = String(decoding: command.prefix { $0 > 0x20 }, as: UTF8.self)
    isOver = isOver || verb == "QUIT"
    guard let next = Self.stages[verb] else { return }
    stage = next
    reply = []
    if next == .authentication { hasAuthenticated = true }
    if next == .recipient {
      let address = command.drop { $0 != UInt8(ascii: "<") }.prefix { $0 > 0x20 }
      recipient = String(decoding: address, as: UTF8.self)
    }
  }

  private static let stages: [String: MailFailure.Stage] = [
    "EHLO": .greeting, "HELO": .greeting, "STARTTLS": .encryption, "AUTH": .authentication,
    "MAIL": .sender, "RCPT": .recipient, "DATA": .message,
  ]

  /// The code of the last reply; `nil`: none since the last command, or since the end of the
  /// message.
  var replyCode: Int? {
    let digits = reply.prefix(3)
    guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The last reply on one line, without control characters.
  var replyText: String {
    let text = String(decoding: reply, as: UTF8.self).unicodeScalars.map {
      $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? " " : Character($0)
    }
    return String(text).split(separator: " ").joined(separator: " ")
  }
}
