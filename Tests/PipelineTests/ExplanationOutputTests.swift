import Testing

@testable import Pipeline

struct ExplanationOutputTests {
  static var sample: Explanation {
    var explanation = Explanation(.thread, "A \"title\"", issue: "2026-W45")
    explanation.add("thread_rank", 2, shown: "2 of 5")
    explanation.add("score", 2.5)
    explanation.add("site", "")
    explanation.add(
      "features", "What the score is made of",
      [
        Explanation.Row("posts", [("counted", .amount(12)), ("share", .number(1.538))], "many"),
        Explanation.Row("sum", [("share", .number(-0.004))]),
      ])
    explanation.add(
      "lost", "The best that lost", sentences: true,
      [
        Explanation.Row("A sentence.", [("weight", .number(0.5))])
      ])
    explanation.add("none", "Nothing", [])
    explanation.add(
      Explanation.Key(file: "hallway.toml", key: "[issue] threads", now: "12", effect: "how many"))
    return explanation
  }

  @Test func textHasFactsTablesAndKeys() {
    #expect(
      Self.sample.text == """
        thread: A "title"

        thread rank  2 of 5
        score        2.50
        issue        2026-W45

        What the score is made of
                 counted  share
          posts       12   1.54
              many
          sum              0.00

        The best that lost
          weight
            0.50  A sentence.

        What would change it
          hallway.toml: [issue] threads = 12
              how many

        """)
  }

  @Test func jsonHasTheNumbersWhole() {
    #expect(
      Self.sample.json
        == #"{"kind":"thread","subject":"A \"title\"","issue":"2026-W45","thread_rank":2,"score":2.5,"#
        + #""features":[{"name":"posts","counted":12,"share":1.538,"note":"many"},{"name":"sum","share":-0.004}],"#
        + #""lost":[{"text":"A sentence.","weight":0.5}],"#
        + #""keys":[{"file":"hallway.toml","key":"[issue] threads","now":"12","effect":"how many"}]}"#
        + "\n")
  }

  @Test(arguments: [
    (0.005, "0.01"), (-1.006, "-1.01"), (12, "12.00"), (-0.001, "0.00"),
    (1e300, "1000000000000.00"),
  ])
  func numbersHaveTwoDigits(number: Double, text: String) {
    #expect(Explanation.hundredths(number) == text)
  }
}
