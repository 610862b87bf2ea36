import Testing

@testable import Ingest

/// Text whose charset is named beside it.
struct NamedCharsetTests {
  static let cases:
    [(bytes: [UInt8], label: String?, text: String, isUnknown: Bool, isDamaged: Bool)] = [
      ([0x63, 0xE9], "iso-8859-1", "cé", false, false),
      ([0x63, 0x80], "ISO-8859-1", "c€", false, false),
      ([0xC3, 0xA9], "iso-8859-1", "é", false, false),
      ([0xF0, 0xD2], "koi8-r", "Пр", false, false),
      ([0xA4, 0xE5], "big5_tw", "文", false, false),
      ([0xC4, 0xE3], "gb2312", "你", false, false),
      ([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "iso-2022-jp", "日", false, false),
      ([0xE9], nil, "é", false, false),
      ([0xE9], "us-ascii", "é", false, false),
      ([0xE9], "unknown-8bit", "é", false, false),
      ([0xE9], "klingon", "é", true, false),
      ([0xE9], "utf-8//IGNORE", "é", true, false),
      ([0xE9], "../../etc/passwd", "é", true, false),
      ([0x61, 0xE9], "utf-8", "a\u{FFFD}", false, true),
      ([0x61], "klingon", "a", false, false),
      ([], "utf-16", "", false, false),
    ]

  @Test(arguments: cases)
  func decodes(
    sample: (bytes: [UInt8], label: String?, text: String, isUnknown: Bool, isDamaged: Bool)
  ) {
    let found = Encoding.utf8(sample.bytes, named: sample.label)
    #expect(
      found
        == Encoding.NamedText(
          bytes: Array(sample.text.utf8), isUnknown: sample.isUnknown, isDamaged: sample.isDamaged))
  }
}
