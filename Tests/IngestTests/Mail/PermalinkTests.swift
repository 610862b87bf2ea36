import Testing

@testable import Ingest

struct PermalinkTests {
  @Test(arguments: [
    ("Archived-At: <https://example.org/m/1/>", "https://example.org/m/1/"),
    ("Archived-At: https://example.org/m/1/", "https://example.org/m/1/"),
    ("Archived-At: <javascript:alert(1)>", "https://p.example/a%2Fb%2Bc@d"),
    ("List-Archive: <https://lore.example.org/x>", "https://lore.example.org/x/a%2Fb%2Bc@d/"),
    (
      "List-Archive: <https://example.org/archives/list/x@example.org/>\nMessage-ID-Hash: ABC",
      "https://example.org/archives/list/x@example.org/message/ABC/"
    ),
    ("List-Archive: <https://example.org/pipermail/x>", "https://p.example/a%2Fb%2Bc@d"),
    ("Subject: x", "https://p.example/a%2Fb%2Bc@d"),
  ])
  func findsThePage(header: String, url: String) {
    let (fields, _) = MIMEHeaderTests.read(header + "\n\n")
    #expect(Permalink.of(fields, id: "a/b+c@d", page: "https://p.example/{message-id}") == url)
  }

  @Test func whatIsNotKnownIsEmpty() {
    let (fields, _) = MIMEHeaderTests.read("Subject: x\n\n")
    #expect(Permalink.of(fields, id: "a@b", page: nil) == "")
    #expect(Permalink.of(fields, id: "a@b", page: "https://p.example/") == "")
    #expect(Permalink.of(fields, id: nil, page: "https://p.example/{message-id}") == "")
  }
}
