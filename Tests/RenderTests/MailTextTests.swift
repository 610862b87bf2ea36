// Text on one line.

import Testing

@testable import Render

struct MailTextTests {
  @Test(arguments: [
    ("a\r\nBcc: b", "a Bcc: b"), ("  a \t b\0", "a b"), ("a\u{85}\u{2028}b", "a b"),
    ("a \u{202E}b", "a b"), ("", ""), ("\r\n", ""),
    // A blank with a mark on it makes one character with it, and is a blank all the same.
    ("a  \u{200D}b", "a \u{200D}b"),
  ])
  func becomesOneLine(text: String, line: String) {
    #expect(MailText.oneLine(text) == line)
  }

  @Test(arguments: [("Plain text.", true), ("Grüße", false), ("=?utf-8?q?x?=", false), ("", true)])
  func knowsWhatMayStandAsItIs(text: String, isPlain: Bool) {
    #expect(MailText.isPlain(text) == isPlain)
  }
}
