// One message of an archive, as read.

import Model
import Text

/// One message of an archive, as read.
struct MailMessage {
  /// Its Message-ID, without angle brackets; made from the content where it has none.
  var id: String
  /// The messages before it in its chain, the one that it answers last.
  let references: [String]
  /// What it says that it answers, which may be no identifier at all.
  let inReplyTo: String?
  /// Its subject.
  let subject: Subject
  /// Its author's name, for a reader.
  let author: String
  /// The author's address, else the name.
  let authorKey: String
  /// When it was written.
  let date: Timestamp?
  /// Where to read it.
  let url: String
  /// The author's own words.
  let words: String
  /// What it quotes.
  let quotations: [Quotation]

  /// Reads a message; `nil` for one without any header.
  static func read(
    _ archive: [UInt8], _ place: Mbox.Message, page: String?, noting troubles: inout MailTroubles
  ) -> MailMessage? {
    troubles.line = place.line
    let bytes = place.isEscaped ? Mbox.unescaped(archive, place.content) : archive
    let whole = place.isEscaped ? bytes.indices : place.content
    let (header, body) = MIMEHeader.read(bytes, whole)
    guard !header.isEmpty else {
      troubles.note(.noHeader)
      return nil
    }
    let blocks = MIMEMessage.blocks(
      bytes, header: header, body: body..<whole.upperBound, noting: &troubles)
    let author = MailAuthor(header)
    let date = MailDate.of(header, envelope: Envelope.date(archive, place.envelope))
    if author.name.isEmpty { troubles.note(.noAuthor) }
    if date == nil { troubles.note(.noDate) }
    let words = blocks.words
    let given = header[.messageID].flatMap(MessageID.one)
    if given == nil { troubles.note(.noID) }
    let id = given ?? madeID(header, words)
    return MailMessage(
      id: id, references: header[.references].map(MessageID.all) ?? [],
      inReplyTo: header[.inReplyTo].flatMap { MessageID.all($0).first },
      subject: Subject(header.text(.subject)), author: author.name, authorKey: author.key,
      date: date, url: Permalink.of(header, id: given, page: page), words: words,
      quotations: blocks.compactMap { block in
        guard case .quote(let author, let number) = block.kind else { return nil }
        return Quotation(author: author, number: number, text: block.text)
      })
  }

  /// An identifier that is the same whenever the same message is read.
  private static func madeID(_ header: MIMEHeader, _ words: String) -> String {
    let parts = [header[.from], header[.date], header[.subject], Array(words.utf8)]
    let hash = ContentHash.of(parts.map { $0 ?? [] })
    return "\(hash)@hallway.invalid"
  }

  /// A hash of what two copies of a message have in common: lists change subjects and footers.
  var contentHash: String { ContentHash.of([Array(authorKey.utf8), Array(words.utf8)]) }
}

/// A hash that is the same on every machine and in every run.
enum ContentHash {
  /// FNV-1a, 64 bits, in hexadecimal: nothing here needs to withstand an attack, since whoever can
  /// forge a message can copy its Message-ID as well.
  static func of(_ parts: [[UInt8]]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      // What ends a part is in no UTF-8 text.
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Who wrote a message.
struct MailAuthor {
  /// The name for a reader; empty when nothing tells.
  let name: String
  /// The address, else the name.
  let key: String

  init(_ header: MIMEHeader) {
    let from = header[.from].flatMap(MailAddress.init) ?? header[.sender].flatMap(MailAddress.init)
    guard let from else {
      (name, key) = ("", "")
      return
    }
    name = from.name
    if from.isList {
      // A list that wrote itself in the author's place keeps the author's address elsewhere.
      let list = header[.listPost].flatMap(MailAddress.init)?.address
      let real = [header[.originalFrom], header[.replyTo]].lazy.compactMap { $0 }
        .compactMap { MailAddress($0)?.address }.first { $0 != from.address && $0 != list }
      key = real ?? from.name
    } else {
      key = from.address ?? from.name
    }
  }
}

/// When a message was written.
enum MailDate {
  /// Mail as it is today begins with RFC 822, of 13 August 1982; before it clocks were not set.
  private static let earliest = Timestamp(seconds: 397_958_400)
  private static let latest = Timestamp(seconds: 4_102_444_800)

  /// The date that the author's program wrote, unless it is impossible or later than the receipt;
  /// else that of the receipt, else that of the archive's separating line.
  static func of(_ header: MIMEHeader, envelope: Timestamp?) -> Timestamp? {
    let received = header[.received].flatMap { value in
      value.lastIndex(of: UInt8(ascii: ";")).flatMap { parse(value[($0 + 1)...]) }
    }
    let evidence = received ?? envelope.flatMap(plausible)
    let written = header[.date].flatMap { parse($0[...]) }
    // Clocks go wrong by zones, not by days.
    if let written, evidence.map({ written.seconds <= $0.seconds + 2 * 86_400 }) ?? true {
      return written
    }
    return evidence
  }

  private static func plausible(_ date: Timestamp) -> Timestamp? {
    (earliest...latest).contains(date) ? date : nil
  }

  /// Reads a date, without the comments that name its zone.
  private static func parse(_ value: ArraySlice<UInt8>) -> Timestamp? {
    var out: [UInt8] = []
    var depth = 0
    for byte in value.prefix(200) {
      if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")"), depth > 0 {
        depth -= 1
      } else if depth == 0 {
        out.append(byte)
      }
    }
    return FeedDate.parse(String(decoding: out, as: UTF8.self)).flatMap(plausible)
  }
}
