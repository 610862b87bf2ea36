// Chains of redirects: what is kept, what is dropped, and where they end.

import Model
import Network
import Support
import Testing

struct ErrandTests {
  /// Follows `/301/302/…`: each answer redirects with the first status of its path to the rest.
  static func chainServer() throws -> MisbehavingServer {
    try MisbehavingServer { exchange in
      let parts = exchange.request.path.split(separator: "/")
      guard let status = parts.first else {
        exchange.respond(
          exchange.request.headers["if-none-match"] == nil ? "200 OK" : "304 Not Modified",
          headers: ["ETag: \"end\""],
          body: exchange.request.headers["if-none-match"] == nil ? "end" : "")
        return
      }
      exchange.respond(
        "\(status) Redirect",
        headers: [
          "Location: /\(parts.dropFirst().joined(separator: "/"))", "ETag: \"way\"",
          "Last-Modified: Sat, 21 Nov 2026 09:30:00 GMT", "Cache-Control: max-age=9",
        ], body: "on the way")
    }
  }

  @Test(
    arguments: [
      ("/301", true), ("/308", true), ("/301/308/301", true), ("/302", false), ("/303", false),
      ("/307", false), ("/301/302", false), ("/302/301", false), ("/308/307/308", false),
    ])
  func onlyAChainOfPermanentRedirectsIsPermanent(path: String, permanent: Bool) throws {
    let server = try Self.chainServer()
    defer { server.stop() }
    let end = server.address("/")
    let outcome = try Fetching.fetch(server.address(path))
    let response = try #require(outcome.response)
    #expect(outcome.text == "end")
    #expect(response.finalAddress == end)
    #expect(response.permanentAddress == (permanent ? end : nil))
    // Nothing of the answers on the way is left.
    #expect(response.validators == Validators(etag: "\"end\""))
    #expect(response.freshSeconds == nil)
    let unchanged = try Fetching.fetch(
      server.address(path), validators: Validators(etag: "\"end\"")
    ).unchanged
    #expect(unchanged?.permanentAddress == (permanent ? end : nil))
    #expect(unchanged?.validators == Validators(etag: "\"end\""))
  }

  @Test func tenRedirectsAreFollowedAndElevenAreNot() throws {
    let server = try Self.chainServer()
    defer { server.stop() }
    // Each address of the chain differs, so it is no loop.
    let ten = String(repeating: "/301", count: 10)
    let outcomes = Fetching.fetch([ten, ten + "/301"].map(server.address))
    #expect(outcomes[0].text == "end")
    #expect(outcomes[1].reason == "redirects more than 10 times")
    #expect(server.requests.count == 11 + 11)
  }

  @Test func aLoopIsNamedWithoutGoingAroundIt() throws {
    let server = try MisbehavingServer { exchange in
      let next = ["/self": "/self#again", "/a": "/b", "/b": "/c", "/c": "/b"]
      exchange.respond("302 Found", headers: ["Location: \(next[exchange.request.path] ?? "/")"])
    }
    defer { server.stop() }
    let outcomes = Fetching.fetch(["/self", "/a"].map(server.address))
    #expect(outcomes.map(\.reason) == ["redirects in a loop", "redirects in a loop"])
    #expect(server.requests.count == 1 + 3)
  }

  @Test(
    arguments: [
      ("file:///etc/passwd", "redirects to a 'file' address; only http and https are followed"),
      ("ftp://u:secret@a.org/", "redirects to a 'ftp' address; only http and https are followed"),
      (
        "gopher://127.0.0.1:25/_x",
        "redirects to a 'gopher' address; only http and https are followed"
      ),
    ])
  func anotherSchemeIsNotFollowed(location: String, reason: String) throws {
    let server = try MisbehavingServer {
      $0.respond("301 Moved", headers: ["Location: \(location)"])
    }
    defer { server.stop() }
    let outcome = try Fetching.fetch(server.address("/"))
    #expect(outcome.reason == reason)
    #expect(outcome.kind == .refused)
  }

  @Test(
    arguments: [
      ([], "answers with status 301, but does not say where to go"),
      (["Location:"], "answers with status 301, but does not say where to go"),
      (["Location: http://u:secret@[x/"], "redirects to something that is no address"),
    ])
  func aRedirectToNowhereIsAFailure(headers: [String], reason: String) throws {
    let server = try MisbehavingServer { $0.respond("301 Moved", headers: headers, body: "body") }
    defer { server.stop() }
    #expect(try Fetching.fetch(server.address("/")).reason == reason)
  }

  @Test func anAddressWithSpacesAndLettersIsEncoded() throws {
    let server = try MisbehavingServer { exchange in
      exchange.request.path == "/"
        ? exchange.respond("302 Found", headers: ["Location: /fee d/ü?q=é x"])
        : exchange.respond("200 OK", body: exchange.request.path.lowercased())
    }
    defer { server.stop() }
    #expect(try Fetching.fetch(server.address("/")).text == "/fee%20d/%c3%bc?q=%c3%a9+x")
  }

  static func withCredentials(_ address: String) -> String {
    "http://anna:secret@" + address.dropFirst("http://".count)
  }

  /// `anna:secret` in Base64.
  static let authorization = "Basic YW5uYTpzZWNyZXQ="

  @Test func credentialsGoToTheirOwnServerOnly() throws {
    let other = try MisbehavingServer { exchange in
      exchange.request.path == "/back"
        ? exchange.respond(
          "302 Found",
          headers: [
            "Location: \(exchange.request.headers["x-none"] ?? "/end")"
          ]) : exchange.respond("200 OK", body: "other")
    }
    defer { other.stop() }
    let away = other.address("/back")
    let server = try MisbehavingServer { exchange in
      switch exchange.request.path {
      case "/away": exchange.respond("301 Moved", headers: ["Location: \(away)"])
      case "/here": exchange.respond("301 Moved", headers: ["Location: /end"])
      default: exchange.respond("200 OK", body: "here")
      }
    }
    defer { server.stop() }
    let outcomes = Fetching.fetch(
      ["/here", "/away"].map { Self.withCredentials(server.address($0)) })
    #expect(outcomes.map(\.text) == ["here", "other"])
    #expect(
      server.requests.map { $0.headers["authorization"] ?? "" } == [
        Self.authorization, Self.authorization, Self.authorization,
      ])
    #expect(other.requests.map { $0.headers["authorization"] } == [nil, nil])
    // Where the reader sees an address, the credentials are gone; and an address without them would
    // not do in place of the one with them.
    #expect(
      outcomes.map { $0.response?.finalAddress } == [server.address("/end"), other.address("/end")])
    #expect(outcomes.map { $0.response?.permanentAddress } == [nil, nil])
  }

  @Test func anAddressGoesByItselfWithoutItsCredentials() throws {
    let server = try MisbehavingServer { $0.respond("200 OK", body: "x") }
    defer { server.stop() }
    let outcome = try Fetching.fetch(Self.withCredentials(server.address("/a?b")))
    #expect(outcome.response?.finalAddress == server.address("/a?b"))
    #expect(server.requests.first?.headers["authorization"] == Self.authorization)
    #expect(server.requests.first?.path == "/a?b")
  }

  @Test func noFailureTellsCredentials() throws {
    let server = try MisbehavingServer { exchange in
      switch exchange.request.path {
      case "/close": exchange.reset()
      case "/cut": exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx")
      case "/loop":
        exchange.respond("302 Found", headers: ["Location: http://anna:secret@127.0.0.1/loop"])
      case "/bad": exchange.respond("302 Found", headers: ["Location: http://anna:secret@[/"])
      case let path: exchange.respond("\(path.dropFirst()) X", headers: ["Retry-After: 1"])
      }
    }
    defer { server.stop() }
    let paths = ["/close", "/cut", "/loop", "/bad", "/401", "/404", "/410", "/500", "/429", "/429"]
    var addresses = paths.map { Self.withCredentials(server.address($0)) }
    addresses += [
      "ftp://anna:secret@a.org/", "http://anna:secret@[",
      "http://anna:secret@no-such-host.invalid/",
      "anna:secret@a.org", "http://anna:secret@127.0.0.1:1/",
    ]
    let open = Fetching.fetch(addresses, client: Fetching.client { $0.perHost = 1 })
    let closed = Fetching.fetch(
      addresses, client: Fetching.client { $0.allowPrivateAddresses = false })
    for (address, outcome) in zip(addresses + addresses, open + closed) {
      let reason = try #require(outcome.reason, "\(address) did not fail")
      #expect(!reason.contains("secret") && !reason.contains("anna"), "\(reason)")
    }
  }
}
