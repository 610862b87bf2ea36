import Testing

@testable import Ingest

struct EncodedWordsTests {
  @Test(arguments: [
    ("plain = text", "plain = text"),
    ("=?utf-8?Q?caf=C3=A9_au_lait?=", "café au lait"),
    ("=?ISO-8859-1?q?caf=E9?= here", "café here"),
    ("=?utf-8?B?Y2Fmw6k=?=", "café"),
    // White space between two words is part of neither; a character may be cut in two.
    ("=?utf-8?q?caf=C3?=\n =?utf-8?q?=A9?=", "café"),
    ("=?utf-8?q?a?= =?iso-8859-1?q?=E9?= b =?utf-8?q?c?=", "aé b c"),
    ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
    ("=?utf-8*en?q?a?=", "a"),
    ("(=?utf-8?q?a?=)", "(a)"),
    // Against the rules, and seen.
    ("=?utf-8?q?a b?=", "a b"),
    ("\"=?utf-8?q?Doe=2C_Jane?=\"", "\"Doe, Jane\""),
    ("=?utf-8?q?what??=", "what?"),
    ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
    ("=?utf-8?q?a", "=?utf-8?q?a"),
    ("=?=?=?=", "=?=?=?="),
    ("=?nonsense?q?=E9?=", "é"),
    ("=?", "=?"),
  ])
  func decodes(value: String, text: String) {
    #expect(EncodedWords.decoded(Array(value.utf8)) == text)
  }

  @Test func rawBytesAreUTF8OrWindows1252() {
    #expect(EncodedWords.decoded([0x63, 0xC3, 0xA9]) == "cé")
    #expect(EncodedWords.decoded([0x63, 0xE9, 0x80]) == "cé€")
  }
}
