import Testing

@testable import Pipeline

struct TopicsReportTests {
  @Test func countsBecomeBars() {
    #expect(ReportText.sparkline([0, 1, 4, 8]) == "·▁▄█")
    #expect(ReportText.sparkline([1]) == "█")
    #expect(ReportText.sparkline([]) == "")
    #expect(ReportText.sparkline([1000, 1]) == "█▁")
  }
}
