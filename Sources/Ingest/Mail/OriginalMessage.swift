// The head that some programs put above a whole message that they quote without marks.

import Text

/// The head above a message that is quoted whole and without marks: "-----Original Message-----",
/// or lines with From, Sent, To and Subject.
enum OriginalMessage {
  /// Whether a line announces a quoted or forwarded message.
  static func isAnnouncement(_ text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let lower = text.lowercased()
    if lower == "begin forwarded message:" || lower == "anfang der weitergeleiteten nachricht:" {
      return true
    }
    // A list's digest in plain text: "Message: 2".
    if lower.hasPrefix("message: ") { return lower.utf8.dropFirst(9).allSatisfy(ASCII.isDigit) }
    guard lower.hasPrefix("--"), lower.hasSuffix("-") else { return false }
    return marks.contains { Strings.contains(lower, $0) }
  }

  private static let marks = [
    "original message", "original-nachricht", "original mail", "forwarded message",
    "forwarded by", "ursprüngliche nachricht", "originalnachricht", "weitergeleitete nachricht",
    "message d'origine", "message d’origine", "message original", "message transféré",
    "mensaje original", "mensaje reenviado", "mensagem original", "mensagem encaminhada",
    "messaggio originale", "messaggio inoltrato", "oorspronkelijk bericht",
    "doorgestuurd bericht", "ursprungligt meddelande", "vidarebefordrat meddelande",
    "oprindelig meddelelse", "opprinnelig melding", "исходное сообщение",
    "пересылаемое сообщение", "пересланное сообщение", "wiadomość oryginalna",
    "wiadomość przekazana", "původní zpráva", "alkuperäinen viesti", "原始邮件", "转发邮件",
    "元のメッセージ", "원본 메시지", "reply message", "original appointment",
  ]

  /// What a line of such a head says.
  enum Label: Hashable {
    case from, date, to, subject, other
  }

  /// Reads `Label: value`; stars around the label are what bold text leaves.
  static func label(_ text: String) -> (label: Label, value: String)? {
    guard let colon = text.utf8.prefix(32).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = Strings.folded(text[..<colon].filter { $0 != "*" && $0 != "\u{A0}" }).lowercased()
    guard let label = labels[name] else { return nil }
    let value = text[text.index(after: colon)...].drop { $0 == "*" || $0 == " " }
    return (label, Strings.trimmed(value))
  }

  private static let labels: [String: Label] = {
    var table: [String: Label] = [:]
    let words: [(Label, String)] = [
      (.from, "from|von|de|da|van|från|fra|от|od|lähettäjä|发件人|寄件者|差出人|보낸 사람|kimden|de la"),
      (
        .date,
        "sent|date|gesendet|datum|envoyé|enviado|fecha|data|inviato|verzonden|skickat|sendt|dato|"
          + "отправлено|дата|wysłano|odesláno|lähetetty|发送时间|日期|送信日時|날짜|sent at|envoyé le"
      ),
      (.to, "to|an|à|para|a|aan|till|til|кому|do|komu|vastaanottaja|收件人|宛先|받는 사람|kime"),
      (
        .subject,
        "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|тема|temat|předmět|aihe|"
          + "主题|件名|제목|konu"
      ),
      (
        .other,
        "cc|bcc|kopie|copie|reply-to|importance|organization|newsgroups|message-id|attachments|content-type"
      ),
    ]
    for (label, names) in words {
      for name in names.split(separator: "|") { table[String(name)] = label }
    }
    return table
  }()

  /// Reads the head that begins at a line.
  ///
  /// - Parameters:
  ///   - isAnnounced: Whether an announcement stands above; else three different labels must follow
  ///     each other.
  ///   - isQuoted: Whether the lines are quoted with marks; else the first label must be From.
  ///   - line: The text of the line with an index; `nil` after the last one.
  /// - Returns: Who wrote the message, and the index after the head.
  static func head(
    from start: Int, isAnnounced: Bool, isQuoted: Bool = false, line: (Int) -> String?
  ) -> (
    author: String?, end: Int
  )? {
    var (author, end, found) = (String?.none, start, Set<Label>())
    var index = start
    // Wrapped lists of recipients make a head long.
    while let text = line(index), index - start < 40 {
      if text.isEmpty {
        // A blank line may stand above the head, and between its lines in what was HTML.
        guard index - end <= 1, found.isEmpty || found.count < 4 else { break }
      } else if let (label, value) = label(text) {
        if found.isEmpty, !isAnnounced, !isQuoted, label != .from { return nil }
        // Another head begins.
        if label == .from, found.contains(.from) { break }
        if label == .from, author == nil { author = name(value) }
        found.insert(label)
        end = index + 1
      } else if found.isEmpty || index > end + (found.contains(.to) ? 6 : 1) {
        break
      }
      index += 1
    }
    let isWhole = found.contains(.from) && found.count >= 3
    guard isAnnounced || isWhole else { return nil }
    return (author, found.count >= 2 ? end : start)
  }

  /// The name out of `Jane Doe [mailto:jane@example.org] on behalf of Foo`.
  private static func name(_ value: String) -> String? {
    let end = value.firstRange(of: "[mailto:")?.lowerBound ?? value.endIndex
    return MailAddress(Array(value[..<end].utf8.prefix(400)))?.name
  }
}
