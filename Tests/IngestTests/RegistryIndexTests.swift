@testable import Ingest
import Model
import Support
import Testing

struct RegistryIndexTests {
  static let index = """
    {"751": {"number": 751, "title": "Lock", "status": "Final", "url": "https://p.example/751", "discussions_to": null,
      "resolution": "`31-Mar-2025 <https://d.example/t/77293/150>`__"},
     "9": {"number": 9, "title": "Open", "status": "Draft", "resolution": null}}
    """

  @Test func readsStatusAndDecision() throws {
    let registry = try RegistryIndex.parse(
      Array(Self.index.utf8), prefix: "PEP", page: "https://x.example/pep-{number:04}/")
    let proposal = try #require(registry.proposals[751])
    #expect(proposal.id == "PEP 751")
    #expect(proposal.status == "Final")
    #expect(proposal.url == "https://x.example/pep-0751/")
    #expect(proposal.resolution == "https://d.example/t/77293/150")
    #expect(proposal.decidedOn?.iso8601 == "2025-03-31")
    #expect(registry.proposals[9]?.decidedOn == nil)
  }

  @Test func refusesAnotherDocument() {
    let failure = #expect(throws: RegistryIndex.Failure.self) {
      try RegistryIndex.parse(Array("[1, 2]".utf8), prefix: "PEP")
    }
    #expect(failure?.message.hasPrefix("is not an index of proposals") == true)
  }

  @Test(
    .enabled(
      if: Places.shared("data/registry/peps.json") != nil,
      "the shared data is not beside this clone"))
  func readsTheRealIndex() throws {
    let place = try #require(Places.shared("data/registry/peps.json"))
    let registry = try RegistryIndex.parse(try Places.bytes(place), prefix: "PEP")
    #expect(
      registry.proposals[703]?.title == "Making the Global Interpreter Lock Optional in CPython")
    #expect(registry.proposals[703]?.decidedOn?.iso8601 == "2023-10-24")
  }
}
