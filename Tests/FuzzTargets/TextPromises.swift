// What the readers of transcripts, markup, encodings, dates and registries promise.

import Ingest
import Model
import Text

/// What the reader of transcripts promises.
enum TranscriptPromises {
  static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    let transcript = TranscriptParser.parse(bytes)
    if Sample.contains(bytes) {
      try promise(TranscriptParser.parse(bytes) == transcript, "the same bytes give the same cues")
    }
    guard let transcript else { return }
    try TextSize.check(transcript.cues.total { sum($0.speaker, $0.text) }, of: bytes)
    for cue in transcript.cues {
      try promise(
        [cue.start, cue.end].compactMap { $0 }.allSatisfy { $0.isFinite && $0 >= 0 },
        "a cue's times are times: \(cue)")
      try promise(
        !cue.text.isEmpty && Strings.folded(cue.text) == cue.text && cue.speaker?.isEmpty != true,
        "a cue has words, in one line: \(cue)")
    }
  }
}

/// What the reader of markup promises.
enum HTMLPromises {
  static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    let html = String(decoding: bytes, as: UTF8.self)
    let blocks = HTMLText.blocks(of: html)
    let line = HTMLText.line(of: html)
    if Sample.contains(bytes) {
      try promise(HTMLText.blocks(of: html) == blocks, "the same markup gives the same blocks")
    }
    try TextSize.check(blocks.total { $0.text.utf8.count }, of: bytes)
    try TextSize.check(HTMLText.plainText(of: html).utf8.count + line.utf8.count, of: bytes)
    try promise(blocks.allSatisfy { !$0.text.isEmpty }, "no block is empty")
    try promise(Strings.folded(line) == line, "a line is one line: \(line.debugDescription)")
  }
}

/// What the reader of encodings promises.
enum EncodingPromises {
  private static let labels: [String?] = [
    nil, "utf-8", "us-ascii", "iso-8859-1", "windows-1252", "utf-16", "utf-16le", "utf-16be",
    "utf-32", "ucs-2", "ucs-4", "utf-7", "gb18030", "gb2312", "hz-gb-2312", "big5", "euc-jp",
    "shift_jis", "iso-2022-jp", "iso-2022-kr", "iso-2022-cn", "euc-kr", "johab", "koi8-r",
    "windows-1251", "windows-1255", "windows-1258", "tcvn", "macintosh", "ibm037", "ibm1364",
    "viscii", "tis-620", "unicode", "euc-tw", "shift_jisx0213",
  ]

  /// The first byte chooses the charset: one of a list, or so many of the bytes behind it.
  static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    guard let first = bytes.first else { return }
    var rest = bytes.dropFirst()
    var charset = labels[Int(first) % labels.count]
    if first >= 0xC0 {
      charset = String(decoding: rest.prefix(Int(first & 0x3F)), as: UTF8.self)
      rest = rest.dropFirst(Int(first & 0x3F))
    }
    let input = Array(rest)
    let (text, warnings) = Encoding.utf8(input, charset: charset)
    try promise(
      String(validating: text, as: UTF8.self) != nil, "text is UTF-8, out of \(charset ?? "any")")
    try TextSize.check(text.count, of: bytes)
    try promise(warnings.count <= 2, "one warning, or two: \(warnings)")
    if Sample.contains(bytes) {
      try promise(Encoding.utf8(input, charset: charset).0 == text, "the same bytes, the same text")
    }
    // What begins with a mark, or with a NUL where UTF-16 has one, is something else again.
    let isMarked = text.first == 0xEF || text.prefix(4).contains(0)
    try promise(
      isMarked || Encoding.utf8(text, charset: "utf-8").0 == text, "what is UTF-8 stays as it is")
  }
}

/// What the reader of dates promises.
enum DatePromises {
  static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    if let date = FeedDate.parse(String(decoding: bytes, as: UTF8.self)) { try check(date) }
  }

  static func check(_ date: Timestamp) throws(BrokenPromise) {
    let text = date.rfc3339
    try promise((50...9999).contains(date.utcDay.year), "a year is of this era: \(text)")
    try promise(FeedDate.parse(text) == date, "a date written can be read: \(text)")
  }
}

/// What the reader of registries promises.
enum RegistryPromises {
  /// The first byte tells whether the address of a page comes with the index, which is then cut
  /// off at the first line's end.
  static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
    guard let first = bytes.first else { return }
    var page: String?
    var rest = bytes.dropFirst()
    if first == UInt8(ascii: "p") {
      let line = rest.prefix { $0 != 0x0A }
      page = String(decoding: line, as: UTF8.self)
      rest = rest.dropFirst(line.count)
    }
    let registry = read(Array(rest), page)
    if Sample.contains(bytes) {
      try promise(read(Array(rest), page) == registry, "the same bytes, the same registry")
    }
    guard let registry else { return }
    for (number, proposal) in registry.proposals {
      try promise(
        proposal.number == number && proposal.id == "PEP \(number)",
        "a proposal stands under its number: \(proposal)")
      if let day = proposal.decidedOn {
        try promise((1...9999).contains(day.year), "a day is of this era: \(day)")
      }
    }
    let size = registry.proposals.values.total {
      sum($0.id, $0.title, $0.status, page == nil ? $0.url : nil, $0.discussion, $0.resolution)
    }
    try TextSize.check(size, of: bytes)
  }

  private static func read(_ bytes: [UInt8], _ page: String?) -> Registry? {
    // No index is an answer, too.
    try? RegistryIndex.parse(bytes, prefix: "PEP", page: page)
  }
}
