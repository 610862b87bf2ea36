import Testing

@testable import Ingest

struct PatchTextTests {
  static func end(_ text: String) -> Int? {
    let lines = MailLines(Array(text.utf8))
    return PatchText.end(from: 0, in: lines, limit: lines.lines.count)
  }

  @Test func aPatchEndsWithItsLastHunk() {
    let patch = """
      diff --git a/x b/x
      index 1..2 100644
      --- a/x
      +++ b/x
      @@ -1,3 +1,4 @@ f()
       a
      -b
      +c
      +d

      After.
      """
    #expect(Self.end(patch) == 10)
  }

  @Test func hunksFollowEachOther() {
    #expect(Self.end("--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n@@ -5 +5 @@\n-x\n+y\nend") == 8)
  }

  @Test(arguments: ["--- a\ntext", "text", "@@ mention", "Index: of things", "-- "])
  func textIsNone(text: String) {
    #expect(Self.end(text) == nil)
  }

  @Test func hugeCountsAreBounded() {
    #expect(Self.end("@@ -1,9223372036854775807 +1,99999999999999999999 @@\n-a\n+b") == 3)
  }

  @Test(arguments: [
    ("Sources/a.swift | 3 ++-", true), ("a/b => c.png | Bin", true),
    ("2 files changed, 3 insertions(+)", true), ("1 file changed, 1 deletion(-)", true),
    ("create mode 100644 x.c", true), ("a | b", false), ("this or that | 3 of them all", false),
  ])
  func knowsStatistics(line: String, isOne: Bool) {
    #expect(PatchText.isStatistic(line) == isOne)
  }
}
