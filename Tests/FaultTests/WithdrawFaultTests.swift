import Foundation
import Support
import Testing

/// An issue being taken back with each kind of fault at some of its writing calls: the site is the old or
/// the new one, and done again it is done.
struct WithdrawFaultTests {
  static let withdraw = [
    "withdraw", "--config", "hallway.toml", "--week", "2026-W45", "--now", "2026-11-09",
  ]

  @Test(arguments: WholeRunTests.faults.indices)
  func theSiteIsWholeAndTheNextTryCompletes(kind: Int) async throws {
    let fault = WholeRunTests.faults[kind]
    let folder = try TemporaryFolder()
    guard let injector = try Injector(in: folder) else {
      print("no C compiler: the fault tests are skipped")
      return
    }
    let before = folder.path("before")
    #expect(try await ProgramRun.run(["demo", before], in: folder.url.path).status == 0)
    func copy(_ name: String) throws -> String {
      let path = folder.path(name)
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(atPath: before, toPath: path)
      return path
    }
    let after = try copy("after")
    let counted = folder.path("count")
    let whole = try await injector.run(Self.withdraw, under: after, at: 0, counted: counted)
    #expect(whole.status == 0, "\(whole.words)")
    let calls = Int(try folder.read("count").filter(\.isNumber)) ?? 0
    #expect(calls > 20)
    let (old, new) = (DemoWeeks.files(before + "/public"), DemoWeeks.files(after + "/public"))
    #expect(old != new)
    for call in stride(from: 1 + kind, through: calls, by: max(1, calls / 7)) {
      let place = try copy("now")
      let ending = try await injector.run(Self.withdraw, under: place, at: call, fault)
      let what = "call \(call) of \(calls), \(fault): \(ending.words)"
      let site = DemoWeeks.files(place + "/public")
      #expect(site == old || site == new, "a torn site at \(what)")
      let next = try await ProgramRun.run(Self.withdraw, in: place)
      // Once it was done, there is no such issue any more.
      let isDone = next.status == 1 && next.words.contains("no such issue was published")
      #expect(next.status == 0 || isDone, "\(next.words) at \(what)")
      #expect(DemoWeeks.files(place + "/public") == new, "another site after \(what)")
      let verified = try await ProgramRun.run(["verify", "--config", "hallway.toml"], in: place)
      #expect(verified.status == 0, "verify after \(what): \(verified.words)")
      // What could not be removed is removed by whatever writes the site next.
      let isLeft = FileManager.default.fileExists(atPath: place + "/.public.hallway-new")
      #expect(isDone || !isLeft, "left over at \(what)")
    }
  }
}
