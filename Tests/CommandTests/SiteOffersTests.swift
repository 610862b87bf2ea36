// What the demo's site offers to programs: its feeds, its map and its list of sources.

import Foundation
import Support
import Testing

extension SiteTests {
  struct Offers {
    /// The issues that the site has, the newest first, by address.
    static func issues() throws -> [String] {
      try SiteTests.site().pages.filter { $0.hasPrefix("issues/") }.reversed()
        .map { DemoSite.base + $0 }
    }

    @Test(.needsPackages, arguments: [Judges.Offer.atom, .json])
    func aFeedHasEveryIssueWhole(offer: Judges.Offer) async throws {
      let report = try await Judges.read(offer, of: SiteTests.site().place, at: DemoSite.base)
      #expect(report.faults == [])
      #expect(report.entries.map(\.id) == (try Self.issues()))
      // An issue is of the moment at which its week ends.
      #expect(report.entries.first?.published == "2026-11-09T00:00:00Z")
      #expect(report.entries.last?.published == "2026-10-26T00:00:00Z")
      #expect(report.entries.map(\.title).allSatisfy { $0?.hasPrefix("Tern, this week") == true })
      #expect((report.entries.first?.quotes ?? 0) > 20)
      for entry in report.entries { #expect(entry.missing == [], "\(entry.id)") }
    }

    @Test(.needsPackages) func bothFeedsSayTheSame() async throws {
      let place = try SiteTests.site().place
      let atom = try await Judges.read(.atom, of: place, at: DemoSite.base)
      let json = try await Judges.read(.json, of: place, at: DemoSite.base)
      #expect(atom.entries.map(\.id) == json.entries.map(\.id))
      #expect(atom.entries.map(\.title) == json.entries.map(\.title))
      #expect(atom.entries.map(\.published) == json.entries.map(\.published))
    }

    @Test(.needsPython) func theMapHasEveryPage() async throws {
      let report = try await Judges.read(.sitemap, of: SiteTests.site().place, at: DemoSite.base)
      #expect(report.faults == [])
      let listed = Set(report.entries.map(\.id))
      #expect(listed.isSuperset(of: try Self.issues()))
    }

    @Test(.needsPython) func theListOfSourcesIsOneToSubscribeTo() async throws {
      let report = try await Judges.read(.opml, of: SiteTests.site().place, at: DemoSite.base)
      #expect(report.faults == [])
      // The demo's sources are files, which nobody else can read.
      #expect(report.entries.map(\.id) == [])
    }

    /// What is not there is a fault and no silence.
    @Test(.needsPackages, arguments: Judges.Offer.allCases)
    func aMissingFileIsAFault(offer: Judges.Offer) async throws {
      let report = try await Judges.read(
        offer, of: SiteTests.site().faultyPlace, at: DemoSite.base)
      #expect(report.faults.count == 1)
      #expect(report.faults.first?.hasSuffix(" is not there") == true)
    }
  }
}
