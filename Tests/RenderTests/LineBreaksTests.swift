import Testing

@testable import Render

struct LineBreaksTests {
  /// The pieces with `|` between, and with a blank where one is.
  static func marked(_ text: String) -> String {
    LineBreaks.pieces(of: text).enumerated()
      .map { $0 == 0 ? $1.text : ($1.followsBlank ? " " : "|") + $1.text }.joined()
  }

  @Test(arguments: [
    ("", ""), ("  a\tb\n\nc ", "a b c"), ("free-threading naïve", "free-threading naïve"),
    ("漢字かな", "漢|字|か|な"), ("これは「引用」です。", "こ|れ|は|「引|用」|で|す。"),
    ("東京々、ウィキ", "東|京々、|ウィ|キ"), ("コーヒー（缶）", "コー|ヒー|（缶）"),
    ("本当？！ええ……", "本|当？！|え|え……"), ("Swift言語6.3版", "Swift|言|語|6.3|版"),
    ("価格は￥100と20％", "価|格|は|￥100|と|20％"), ("他说“你好”。", "他|说|“你|好”。"),
    ("한국어 문장", "한국어 문장"), ("a\u{A0}b 漢\u{A0}字\u{2060}字", "a\u{A0}b 漢\u{A0}字\u{2060}字"),
    ("ab\u{200B}cd", "ab\u{200B}|cd"), ("山\u{3000}田", "山\u{3000}|田"), ("カ\u{3099}ス", "カ\u{3099}|ス"),
  ])
  func breaksWhereALineMay(text: String, pieces: String) {
    #expect(Self.marked(text) == pieces)
  }

  @Test(arguments: [
    ("見てhttps://例え.jp/路径。次", "見|て|https://例え.jp/路径。|次"),
    ("私はann@例え.jp、", "私|は|ann@例え.jp、"), ("（www.例え.jp）", "（www.例え.jp）"),
    ("https://a.example/漢字", "https://a.example/漢字"),
  ])
  func neverBreaksInsideAnAddress(text: String, pieces: String) {
    #expect(Self.marked(text) == pieces)
  }
}
