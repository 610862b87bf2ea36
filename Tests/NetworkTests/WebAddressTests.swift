import Testing

@testable import Network

struct WebAddressTests {
  @Test func takesAnAddressApart() throws {
    let address = try WebAddress("HTTPS://Anna:p%40ss@Example.ORG/Feed?a=1#top")
    #expect(address.scheme == "https")
    #expect(address.host == "example.org")
    #expect(address.port == 443)
    #expect(address.credentials == WebAddress.Credentials(user: "Anna", password: "p@ss"))
    #expect(address.text.lowercased() == "https://example.org/feed?a=1")
    #expect(address.text.hasSuffix("/Feed?a=1"))
  }

  @Test(
    arguments: [
      ("/b", "http://example.org/b"), ("b", "http://example.org/a/b"),
      ("?q", "http://example.org/a/?q"),
      ("//other.org/x", "http://other.org/x"), ("https://other.org", "https://other.org/"),
      ("/a b/ü", "http://example.org/a%20b/%c3%bc"), ("../../../x", "http://example.org/x"),
      ("/x#part", "http://example.org/x"),
    ])
  func resolvesAReference(reference: String, text: String) throws {
    let base = try WebAddress("http://example.org/a/")
    #expect(try WebAddress(reference, base: base).text == text)
  }

  @Test func aReferenceTakesTheCredentialsOfNoOther() throws {
    let base = try WebAddress("http://anna:secret@example.org/a/")
    #expect(try WebAddress("/b", base: base).credentials == nil)
  }

  @Test(
    arguments: [
      ("ftp://example.org/", WebAddress.Problem.scheme("ftp")),
      ("file:///etc/passwd", .scheme("file")), ("javascript:alert(1)", .malformed),
      ("gopher://127.0.0.1:25/_", .scheme("gopher")), ("", .malformed), ("example.org", .malformed),
      ("http://", .malformed), ("http://[::1", .malformed), ("http://a\nb/", .malformed),
      ("http://example.org:99999/", .malformed), ("http://example.org/\0", .malformed),
    ])
  func refusesWhatIsNoWebAddress(text: String, problem: WebAddress.Problem) {
    #expect(throws: problem) { try WebAddress(text) }
  }

  @Test(
    arguments: [
      ("http://a.org/", "a.org"), ("https://a.org/", "a.org"), ("https://a.org:443/", "a.org"),
      ("http://a.org:443/", "a.org:443"), ("http://A.org:8080/", "a.org:8080"),
    ])
  func bothSchemesOfAHostShareAQueue(text: String, queue: String) throws {
    #expect(try WebAddress(text).queue == queue)
  }

  @Test(
    arguments: [
      ("http://a.org/x", "http://a.org/y", true), ("http://a.org/", "https://a.org/", true),
      ("https://a.org/", "http://a.org/", false), ("http://a.org/", "http://b.org/", false),
      ("http://a.org/", "http://www.a.org/", false), ("http://a.org/", "http://a.org:81/", false),
      ("http://a.org/", "https://a.org:444/", false),
    ])
  func credentialsStayWithTheirServer(from: String, to: String, stay: Bool) throws {
    #expect(try WebAddress(from).sharesCredentials(with: WebAddress(to)) == stay)
  }

  @Test(
    arguments: [
      ("http://anna:secret@a.org/x@y", "http://a.org/x@y"),
      ("http://a.org/x@y", "http://a.org/x@y"),
      ("https://secret@a.org", "https://a.org"), ("http://a:b@secret@a.org?x", "http://a.org?x"),
      ("anna:secret@a.org/x", "a.org/x"),
      ("http://a:b@a.org/http://c:d@e", "http://a.org/http://c:d@e"),
      ("", ""), ("://@", "://"), ("Feeds/list@home.opml", "Feeds/list@home.opml"),
    ])
  func anAddressIsShownWithoutCredentials(address: String, shown: String) {
    #expect(Addresses.withoutCredentials(address) == shown)
  }
}
