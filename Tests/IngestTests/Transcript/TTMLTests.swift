@testable import Ingest
import Model
import Testing

struct TTMLTests {
  static func read(_ body: String, _ rates: String = "") -> [Cue]? {
    let head = "<head><ttm:agent xml:id='a'><ttm:name>Ann</ttm:name></ttm:agent></head>"
    return transcript(
      "<tt xmlns='http://www.w3.org/ns/ttml' \(rates)>\(head)<body>\(body)</body></tt>")?
      .cues
  }

  @Test(
    arguments: [
      ("00:01:02.5", "", 62.5), ("00:00:01:15", "", 1.5), ("90f", "ttp:frameRate='25'", 3.6),
      ("00:00:01:05", "ttp:frameRate='25'", 1.2), ("1500ms", "", 1.5), ("1.5h", "", 5400),
      ("2m", "", 120), ("50t", "ttp:tickRate='100'", 0.5), ("50t", "ttp:frameRate='25'", 2),
      ("1001f", "ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001'", 33.4),
    ] as [(String, String, Double)])
  func readsTimes(time: String, rates: String, seconds: Double) throws {
    let start = try #require(Self.read("<div><p begin='\(time)'>a</p></div>", rates)?.first?.start)
    #expect(abs(start - seconds) < 0.001 || time == "1001f" && abs(start - 33.400_033) < 0.001)
  }

  @Test func countsFromTheContainer() {
    let cues = Self.read(
      """
      <div begin='10s' end='20s' ttm:agent='a'><p begin='1s' dur='2s'>a<br/><span>b</span></p><p begin='5s' end='99s'>c</p></div>
      <div timeContainer='seq'><p dur='1s'>d</p><p begin='1s' dur='1s'>e</p></div>
      """)
    #expect(
      cues == [
        cue(11, 13, "Ann", "a b"), cue(15, 20, "Ann", "c"), cue(0, 1, nil, "d"),
        cue(2, 3, nil, "e"),
      ])
  }

  @Test func readsTimedSpansOfAnUntimedParagraph() {
    let cues = Self.read(
      "<div><p><metadata>no</metadata><span begin='1s' end='2s'>a</span> <span begin='2s'>b</span></p></div>"
    )
    #expect(cues == [cue(1, 2, nil, "a"), cue(2, nil, nil, "b")])
  }

  @Test func hasNoTimeWhereNoneIsGiven() {
    #expect(Self.read("<div><p>a</p><p begin='soon'>b</p></div>")?.first == cue(nil, nil, nil, "a"))
  }

  @Test func refusesBombsAndDepth() {
    let deep = String(repeating: "<div>", count: 100_000)
    #expect(Self.read(deep + "<p begin='1s'>a</p>")?.count ?? 0 < 2)
    let bomb =
      "<!DOCTYPE tt [<!ENTITY a SYSTEM 'file:///x'>]><tt><body><p begin='1s'>&a;b</p></body></tt>"
    #expect(transcript(bomb)?.cues.first?.text.contains("b") == true)
  }
}
