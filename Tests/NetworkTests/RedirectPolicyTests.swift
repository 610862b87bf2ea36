import Testing

@testable import Network

struct RedirectPolicyTests {
  static func judge(_ location: String?, path: [String], status: Int = 302) throws
    -> RedirectPolicy.Verdict
  {
    RedirectPolicy.judge(status, location: location, path: try path.map { try WebAddress($0) })
  }

  @Test(
    arguments: [
      ("http://a.org/", "https://a.org/"), ("https://a.org/", "https://b.org/"),
      ("http://a.org/", "http://b.org/"),
    ])
  func followsFromHTTPToHTTPSAndToOtherHosts(from: String, to: String) throws {
    #expect(try Self.judge(to, path: [from]) == .follow(WebAddress(to)))
  }

  @Test func doesNotFollowFromHTTPSToHTTP() throws {
    let path = ["http://a.org/", "https://a.org/"]
    #expect(
      try Self.judge("http://b.org/x", path: path)
        == .stop(
          HTTPFailure(reason: "redirects from https to http, which is not followed", kind: .refused)
        ))
  }

  @Test(arguments: ["file:///etc/passwd", "FILE:/etc/passwd", "file://localhost/etc/passwd"])
  func doesNotFollowToFiles(location: String) throws {
    #expect(
      try Self.judge(location, path: ["http://a.org/"])
        == .stop(
          HTTPFailure(
            reason: "redirects to a 'file' address; only http and https are followed",
            kind: .refused)))
  }

  @Test(
    arguments: [
      (nil, "answers with status 302, but does not say where to go"),
      ("", "answers with status 302, but does not say where to go"),
      ("http://", "redirects to something that is no address"),
      ("http://u:secret@[x/", "redirects to something that is no address"),
      ("/b#c", "redirects in a loop"), ("/a", "redirects in a loop"),
    ] as [(String?, String)])
  func namesWhatStopsAChain(location: String?, reason: String) throws {
    #expect(
      try Self.judge(location, path: ["http://a.org/a", "http://a.org/b"])
        == .stop(HTTPFailure(reason: reason, kind: .other)))
  }

  @Test func followsTenTimesAndNoMore() throws {
    let path = (0...10).map { "http://a.org/\($0)" }
    #expect(
      try Self.judge("/next", path: path.dropLast()) == .follow(WebAddress("http://a.org/next")))
    #expect(
      try Self.judge("/next", path: path)
        == .stop(HTTPFailure(reason: "redirects more than 10 times", kind: .other)))
  }
}
