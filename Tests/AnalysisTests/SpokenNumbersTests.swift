import Testing

@testable import Analysis

struct SpokenNumbersTests {
  @Test(arguments: [
    ("seven fifty-one", 751), ("seven fifty one", 751), ("seven oh three", 703), ("eight", 8),
    ("seven hundred and three", 703), ("seven hundred three", 703), ("seven hundred", 700),
    ("six ninety-three", 693), ("five seventeen", 517), ("four eighty four", 484),
    ("three four one", 341), ("twenty twenty-six", 2026), ("eighty one oh one", 8101),
    ("two thousand twelve", 2012), ("two thousand and twelve", 2012), ("twelve hundred", 1200),
    ("Seven FIFTY", 750), ("three thousand one hundred and seven", 3107),
  ])
  func readsWords(text: String, number: Int) {
    let reading = SpokenNumbers.readings(in: Array(text.utf8), at: 0).first
    #expect(reading?.number == number)
    #expect(reading?.end == text.utf8.count)
  }

  @Test func givesTheShorterReadingsToo() {
    let readings = SpokenNumbers.readings(in: Array("seven oh three one".utf8), at: 0)
    #expect(readings.map(\.number) == [7031, 703, 70, 7])
  }

  @Test(arguments: ["", "people", "and seven", "hundred", "sevens", "seven's", "onesie", "of one"])
  func readsNoNumber(text: String) {
    #expect(SpokenNumbers.readings(in: Array(text.utf8), at: 0).isEmpty)
  }

  @Test func anAndBehindANumberIsNotItsOwn() {
    let readings = SpokenNumbers.readings(in: Array("eight and nine".utf8), at: 0)
    #expect(readings.map(\.number) == [8])
  }
}
