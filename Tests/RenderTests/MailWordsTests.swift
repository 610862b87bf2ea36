// Encoded words: lengths, whole characters, the shorter encoding.

import Foundation
import Testing

@testable import Render

struct MailWordsTests {
  /// The text that an encoded word stands for; `nil` when it is none.
  static func decoded(_ word: String) -> String? {
    let parts = word.components(separatedBy: "?")
    guard parts.count == 5, parts[0] == "=", parts[1] == "utf-8", parts[4] == "=" else {
      return nil
    }
    if parts[2] == "b" {
      return Data(base64Encoded: parts[3]).flatMap { String(data: $0, encoding: .utf8) }
    }
    return parts[3].replacingOccurrences(of: "_", with: " ")
      .replacingOccurrences(of: "=", with: "%").removingPercentEncoding
  }

  @Test(arguments: [
    ("Grüße aus Cornwall", "=?utf-8?q?Gr=C3=BC=C3=9Fe_aus_Cornwall?="),
    ("日本語", "=?utf-8?b?5pel5pys6Kqe?="),
    ("Who asks whom and why?", "=?utf-8?q?Who_asks_whom_and_why=3F?="),
  ])
  func takesTheShorterEncoding(text: String, word: String) {
    #expect(MailWords.encoded(text, room: 75) == [word])
  }

  @Test(arguments: [
    "日本語のとても長い題名はここで終わらずにまだまだ続いていくのである",
    String(repeating: "👩‍👩‍👧‍👦", count: 9), String(repeating: "Zażółć gęślą jaźń ", count: 9),
    "Z" + String(repeating: "\u{301}", count: 200), String(repeating: "=?_ ", count: 60),
  ])
  func splitsBetweenCharacters(text: String) {
    let words = MailWords.encoded(text, room: 60)
    #expect(words.count > 1)
    #expect(words.first?.count ?? 99 <= 60)
    #expect(words.allSatisfy { $0.count <= 75 })
    #expect(words.map { Self.decoded($0) }.compactMap { $0 }.joined() == text)
    #expect(words.allSatisfy { Self.decoded($0) != nil }, "each must be text by itself")
  }

  @Test func aFamilyStaysTogether() {
    let words = MailWords.encoded(String(repeating: "👩‍👩‍👧‍👦", count: 4), room: 75)
    #expect(words.compactMap(Self.decoded).allSatisfy { $0.allSatisfy { $0 == "👩‍👩‍👧‍👦" } })
  }
}
