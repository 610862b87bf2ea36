import Testing

@testable import Pipeline

struct ExplainTargetTests {
  @Test(arguments: [
    ("1394", 1394), ("1394s", 1394), ("23:14", 1394), ("1:03:14", 3794), ("0", 0), ("-1", nil),
    ("", nil), ("1:2:3:4", nil), ("inf", nil), ("nan", nil), ("1::2", nil),
  ])
  func readsASecond(text: String, second: Double?) {
    #expect(Moment.second(text) == second)
  }

  @Test(arguments: [
    ("https://a.example/1.mp3#t=1394", 1394), ("https://y.example/watch?v=x&t=12s", 12),
    ("https://y.example/x?t=23:14", 1394), ("https://a.example/1.mp3", nil),
    ("https://a.example/#top", nil), ("A sentence; what t=3 is", nil),
  ])
  func readsTheSecondOfAnAddress(address: String, second: Double?) {
    #expect(ExplainSearch.fragment(of: address) == second)
  }
}
