import Testing

@testable import Ingest

struct AttributionTests {
  @Test(
    arguments: [
      ("On Mon, Jan 1, 2024 at 10:00 AM Jane Doe <jane@example.org> wrote:", "Jane Doe"),
      ("On Mon, 1 Jan 2024 10:00:00 +0100, Jane Doe <jane at example.org> wrote:", "Jane Doe"),
      ("On Mon, 1 Jan 2024 10:00:00 +0100 Jane Doe wrote:", "Jane Doe"),
      ("On 01/01/2024 10:00 AM, Jane Doe via Foo-list wrote:", "Jane Doe"),
      ("On Jan 1, 2024, at 10:00 AM, Jan Janak <jan@example.org> wrote:", "Jan Janak"),
      ("On 2024-01-01, Jane Doe <jane@example.org> wrote:", "Jane Doe"),
      ("On Mon, Jan 01, 2024 at 10:00:00AM +0100, Jane Doe wrote:", "Jane Doe"),
      ("On Mon, 1 Jan 2024, jane@example.org wrote:", "jane"),
      ("Jane Doe <jane@example.org> wrote:", "Jane Doe"),
      ("Jane Doe <jane@example.org> writes:", "Jane Doe"),
      ("\"Doe, Jane\" <jane@example.org> wrote:", "Jane Doe"),
      ("Doe, Jane <jane@example.org> wrote:", "Jane Doe"),
      ("Jane Doe wrote:", "Jane Doe"), ("Jane van der Doe writes:", "Jane van der Doe"),
      ("Jane Doe wrote on 1/1/2024 10:00 AM:", "Jane Doe"),
      ("In article <abc@example.org>, Jane Doe <jane@example.org> wrote:", "Jane Doe"),
      ("In message <abc@example.org>, Jane Doe writes:", "Jane Doe"),
      ("Quoting Jane Doe <jane@example.org>:", "Jane Doe"),
      ("Zitat von Jane Doe <jane@example.org>:", "Jane Doe"),
      ("2024-01-01 10:00 GMT+01:00 Jane Doe <jane@example.org>:", "Jane Doe"),
      ("* Jane Doe <jane@example.org> [2024-01-01 10:00]:", "Jane Doe"),
      ("Am Mo., 1. Jan. 2024 um 10:00 Uhr schrieb Jane Doe <jane@example.org>:", "Jane Doe"),
      ("Am 01.01.24 um 10:00 schrieb Jane Doe:", "Jane Doe"),
      ("Le lun. 1 janv. 2024 à 10:00, Jane Doe <jane@example.org> a écrit :", "Jane Doe"),
      ("Le 01/01/2024 à 10:00, Jane Doe a écrit :", "Jane Doe"),
      ("El lun, 1 ene 2024 a las 10:00, Jane Doe (<jane@example.org>) escribió:", "Jane Doe"),
      (
        "Il giorno lun 1 gen 2024 alle ore 10:00 Jane Doe <jane@example.org> ha scritto:",
        "Jane Doe"
      ),
      ("Op ma 1 jan. 2024 om 10:00 schreef Jane Doe <jane@example.org>:", "Jane Doe"),
      ("Den mån 1 jan. 2024 kl 10:00 skrev Jane Doe <jane@example.org>:", "Jane Doe"),
      ("Em seg., 1 de jan. de 2024 às 10:00, Jane Doe <jane@example.org> escreveu:", "Jane Doe"),
      ("W dniu 01.01.2024 o 10:00, Jane Doe pisze:", "Jane Doe"),
      ("пн, 1 янв. 2024 г. в 10:00, Иван Петров <ivan@example.org>:", "Иван Петров"),
      ("01.01.2024 10:00, Иван Петров пишет:", "Иван Петров"),
      ("2024年1月1日(月) 10:00 山田太郎 <taro@example.org>:", "山田太郎"),
      ("Jane Doe schrieb am 01.01.2024:", "Jane Doe"), ("You wrote:", nil),
    ] as [(String, String?)])
  func namesWhoIsQuoted(line: String, author: String?) {
    #expect(Attribution(line, isBeforeQuote: true)?.author == author)
  }

  @Test(arguments: [
    "And the manual then says this:", "He wrote:", "See <https://example.org/a@b> for more.",
    "I agree with what you wrote.", "I tried what Bob said in 2019:", "The rules are:", "", "a",
  ])
  func aSentenceIsNone(line: String) {
    #expect(Attribution(line, isBeforeQuote: true) == nil)
  }

  @Test func withoutAQuoteBelowMoreIsAsked() {
    func isOne(_ line: String) -> Bool { Attribution(line, isBeforeQuote: false) != nil }
    #expect(isOne("On Mon, Jan 1, 2024 at 10:00 AM Jane Doe <jane@example.org> wrote:"))
    #expect(!isOne("Jane Doe wrote:"))
    #expect(!isOne("As Jane wrote in 2019:"))
    #expect(!isOne("In 2019 Jane wrote:"))
  }
}
