// Other programs: how their end and their words come back.

import Testing

@testable import Pipeline

struct ChildProgramTests {
  static func run(_ script: String, input: String = "") throws -> ChildProgram.Ending {
    try ChildProgram.run(
      ["/bin/sh", "-c", script], input: Array(input.utf8), timeoutSeconds: 20)
  }

  @Test func bothOutputsComeBackOnOneLine() throws {
    let ending = try Self.run("cat; printf 'and\\033 \\n more' >&2; exit 3", input: "words\n")
    #expect(ending == .init(cause: .status(3), tookAll: true, output: "words and more"))
  }

  @Test func longOutputIsCut() throws {
    let ending = try Self.run("cat; exit 1", input: String(repeating: "x", count: 100_000))
    #expect(ending.output == String(repeating: "x", count: 1000))
  }

  @Test func aProgramThatReadsOnlyAPartDoesNotHoldUs() throws {
    let ending = try Self.run("dd bs=10 count=1 2> /dev/null", input: "0123456789abcdef")
    #expect(ending == .init(cause: .status(0), tookAll: false, output: "0123456789"))
  }

  @Test func aProgramThatIsNotThereIsAnError() {
    let failure = #expect(throws: ChildProgram.Failure.self) {
      try ChildProgram.run(["/nowhere/program"], input: [], timeoutSeconds: 20)
    }
    #expect(failure?.message == "no such file or directory")
  }
}
