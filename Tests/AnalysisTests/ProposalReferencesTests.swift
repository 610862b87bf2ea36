import Model
import Testing

@testable import Analysis

struct ProposalReferencesTests {
  static func registry(_ prefix: String, _ numbers: [Int]) -> Registry {
    Registry(
      prefix: prefix,
      proposals: Dictionary(
        uniqueKeysWithValues: numbers.map { number in
          (
            number,
            Proposal(
              id: "\(prefix) \(number)", number: number, title: "No GIL", status: "Final", url: "",
              discussion: nil, resolution: nil, decidedOn: nil)
          )
        }))
  }

  static let registry = registry("PEP", [703])

  static func ids(_ text: String) -> [String] {
    ProposalReferences.find(
      in: text,
      registries: [registry("PEP", [7, 8, 703, 751]), registry("BIP", [1, 32, 340])]
    ).map(\.id)
  }

  @Test(arguments: [
    ("PEP 703 and pep-703, PEP703, PEPs 703", 4), ("peps.python.org/pep-0703/", 1), ("PEP 704", 0),
    ("STEP 703", 0),
    ("PEP 7031", 0), ("PEP 703a", 0), ("PEP", 0), ("", 0),
  ])
  func findsNumbers(text: String, count: Int) {
    let found = ProposalReferences.find(in: text, registries: [Self.registry])
    #expect(found.first?.count ?? 0 == count)
  }

  @Test(arguments: [
    ("There is PEP seven fifty-one for that.", ["PEP 751"]), ("pep 751", ["PEP 751"]),
    ("In pep seven oh three we", ["PEP 703"]), ("PEP seven hundred and three", ["PEP 703"]),
    ("PEP number eight", ["PEP 8"]), ("PEP number 8", ["PEP 8"]), ("PEP eight.", ["PEP 8"]),
    ("P E P seven fifty one", ["PEP 751"]), ("P.E.P. 8", ["PEP 8"]), ("p. e. p. eight", ["PEP 8"]),
    ("PEP eight says so", ["PEP 8"]), ("BIP number one", ["BIP 1"]),
    ("BIP thirty-two and bip three forty", ["BIP 32", "BIP 340"]),
    // No number of the registry has four digits.
    ("PEP seven oh three one", ["PEP 703"]),
  ])
  func findsWhatIsSaid(text: String, ids: [String]) {
    #expect(Self.ids(text) == ids)
  }

  @Test(arguments: [
    "seven fifty-one", "PEP and then eight of us", "PEP, seven people say", "step eight",
    "a pep talk for eight", "PEP nine ninety-nine", "PEP seven fifty-two", "P E P", "PEP number",
    "rip eight",
    "peps seven", "pep's eight", "the PEP eight weeks ago", "that BIP one more time",
    "a PEP eight people read",
  ])
  func staysSilent(text: String) {
    #expect(Self.ids(text) == [])
  }
}
