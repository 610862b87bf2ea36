// The pages of the demo's site in a browser, light and dark, wide and narrow; their HTML and links.

import Foundation
import Support
import Testing

extension SiteTests {
  struct Pages {
    @Test func everyKindOfPageIsThere() throws {
      let pages = try SiteTests.site().pages
      for page in ["index.html", "search.html", "topics/index.html"] {
        #expect(pages.contains(page), "\(page)")
      }
      #expect(pages.filter { $0.hasPrefix("issues/") }.count == 2)
      #expect(pages.filter { $0.hasPrefix("topics/") && $0 != "topics/index.html" }.count >= 2)
      #expect(pages.filter { $0.hasPrefix("episodes/") }.count == 2)
    }

    @Test(.needsBrowser) func noPageSaysAnythingOnTheConsole() async throws {
      for page in try await SiteTests.site().browsedPages() {
        #expect(page.status == 200, "\(page.page)")
        #expect(page.console.map { "\($0.level): \($0.text)" } == [], "\(page.page)")
      }
    }

    @Test(.needsBrowser) func noPageAsksAnotherOrigin() async throws {
      for page in try await SiteTests.site().browsedPages() {
        #expect(page.requests.filter(\.elsewhere).map(\.url) == [], "\(page.page)")
        let failed = page.requests.filter { $0.failure != "" }
        #expect(failed.map { "\($0.url): \($0.failure)" } == [], "\(page.page)")
      }
    }

    /// The rules of axe-core, those of WCAG 2.2 AA and its own of good practice.
    @Test(.needsBrowser) func everyPageIsForEveryReader() async throws {
      for page in try await SiteTests.site().browsedPages() {
        #expect(page.states.map(\.scheme) == ["light", "light", "dark", "dark"])
        for state in page.states {
          let broken = state.violations.map { "\($0.rule): \($0.help): \($0.nodes)" }
          #expect(broken == [], "\(page.page), \(state.scheme), \(state.width) pixels")
        }
      }
    }

    /// WCAG 2.2, 1.4.10: 320 pixels are a window of 1280 at four times the size.
    @Test(.needsBrowser) func noPageScrollsSidewaysAt320Pixels() async throws {
      for page in try await SiteTests.site().browsedPages() {
        let narrow = page.states.filter { $0.width == 320 }
        #expect(narrow.count == 2)
        #expect(narrow.flatMap(\.overflow) == [], "\(page.page)")
      }
    }

    @Test(.needsBrowser) func anIssueIsOneSmallAnswer() async throws {
      let pages = try await SiteTests.site().browsedPages()
      let issue = try #require(pages.first { $0.page.hasSuffix("issues/\(DemoSite.week).html") })
      #expect(issue.requests.count == 1, "\(issue.requests.map(\.url))")
      #expect(issue.transferred < 60 << 10)
      #expect(issue.transferred > 0)
    }

    @Test(.needsNu, .needsPython) func everyPageIsValidHTML() async throws {
      #expect(try await SiteTests.site().errorsOfHTML(under: "d/public/") == [])
    }

    @Test(.needsPython) func everyLinkLeadsSomewhereAndEveryPageIsReached() async throws {
      let report = try await Judges.links(of: SiteTests.site().place, at: DemoSite.base)
      #expect(report.faults == [])
      #expect(report.unreached == [])
      #expect(report.links > 20)
    }

    @Test(.needsBrowser) func theBrowserFindsPlantedFaults() async throws {
      let page = try await SiteTests.site().browsedFaults()
      #expect(page.console.contains { $0.text.contains("nowhere is not defined") })
      #expect(page.requests.filter(\.elsewhere).map(\.url) == ["https://elsewhere.example/x.png"])
      for state in page.states {
        let rules = Set(state.violations.map(\.rule))
        #expect(rules.isSuperset(of: ["color-contrast", "image-alt"]), "\(rules)")
        let isInHeading = state.violations.flatMap(\.nodes).contains { $0.hasPrefix("<h1>") }
        #expect(isInHeading == (state.scheme == "dark"))
        #expect(state.overflow.isEmpty == (state.width == 1280))
        #expect(state.overflow.allSatisfy { $0.hasPrefix("<div style=\"width: 900px\">") })
      }
    }

    @Test(.needsNu, .needsPython) func theCheckerOfHTMLFindsPlantedFaults() async throws {
      let errors = try await SiteTests.site().errorsOfHTML(under: "faults/")
      #expect(errors.contains { $0.contains("Duplicate ID") })
      #expect(errors.contains { $0.contains("“center” element is obsolete") })
    }

    @Test(.needsPython) func theCheckOfLinksFindsPlantedFaults() async throws {
      let report = try await Judges.links(of: SiteTests.site().faultyPlace, at: DemoSite.base)
      #expect(
        report.faults == [
          "index.html: the id 'a' is there twice",
          "index.html: <img> 'https://elsewhere.example/x.png' is loaded from elsewhere",
          "index.html: <a> 'gone.html' is not there",
          "index.html: <a> '#b' names an id that is not there",
        ])
    }
  }
}
