import Testing

@testable import Ingest

struct MailAddressTests {
  @Test(
    arguments: [
      ("Jane Doe <Jane@Example.org>", "Jane Doe", "jane@example.org"),
      ("\"Doe, Jane\" <jane@example.org>", "Jane Doe", "jane@example.org"),
      ("Doe, Jane <jane@example.org>", "Jane Doe", "jane@example.org"),
      ("\"Acme, Inc.\" <a@example.org>", "Acme, Inc.", "a@example.org"),
      ("jane@example.org (Jane Doe)", "Jane Doe", "jane@example.org"),
      ("jane at example.org (Jane Doe)", "Jane Doe", "jane@example.org"),
      ("jane at example.org", "jane", "jane@example.org"),
      ("jane@example.org", "jane", "jane@example.org"),
      ("<jane@example.org>", "jane", "jane@example.org"),
      ("jane@example.org <jane@example.org>", "jane", "jane@example.org"),
      ("\"jane at example.org\" <jane@example.org>", "jane", "jane@example.org"),
      ("Jane (at work (today)) Doe <jane@example.org>", "Jane Doe", "jane@example.org"),
      ("=?utf-8?q?Jan=C3=A9_Doe?= <jane@example.org>", "Jané Doe", "jane@example.org"),
      ("=?utf-8?q?Doe=2C_Jane?= <jane@example.org>", "Jane Doe", "jane@example.org"),
      ("Jane Doe <jane@example.org>, Bob <bob@example.org>", "Jane Doe", "jane@example.org"),
      ("jane@example.org, bob@example.org", "jane", "jane@example.org"),
      (
        "Friends: Jane Doe <jane@example.org>, Bob <bob@example.org>;", "Jane Doe",
        "jane@example.org"
      ),
      ("Jane <@relay.example,@b.example:jane@example.org>", "Jane", "jane@example.org"),
      ("\"Jane \\\"JD\\\" Doe\" <jane@example.org>", "Jane \"JD\" Doe", "jane@example.org"),
      ("Jane Doe", "Jane Doe", nil),
      ("Jane <>", "Jane", nil),
      ("Jane Doe <jane@example.org", "Jane Doe", "jane@example.org"),
    ] as [(String, String, String?)])
  func readsTheFirstMailbox(field: String, name: String, address: String?) throws {
    let found = try #require(MailAddress(Array(field.utf8)))
    #expect(found.name == name)
    #expect(found.address == address)
    #expect(!found.isList)
  }

  @Test(arguments: [
    "Jane Doe via Python-list <python-list@example.org>",
    "'Jane Doe' via Group <group@example.org>",
  ])
  func seesThroughAList(field: String) throws {
    let found = try #require(MailAddress(Array(field.utf8)))
    #expect(found.name == "Jane Doe")
    #expect(found.isList)
  }

  @Test(arguments: ["", " ", "<>", "Undisclosed recipients:;", "(comment)", "\"\" <>"])
  func nothingIsNobody(field: String) {
    #expect(MailAddress(Array(field.utf8))?.address == nil)
  }
}
