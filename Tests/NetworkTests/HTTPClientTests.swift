// The door as a whole: bodies, headers and validators of a server that behaves.

import Model
import Network
import Support
import Testing

struct HTTPClientTests {
  @Test func readsAnAnswerAndWhatItsHeadersSay() throws {
    let server = try MisbehavingServer {
      $0.respond(
        "200 OK",
        headers: [
          "ETag: W/\"a\"", "Last-Modified: Sat, 21 Nov 2026 09:30:00 GMT",
          "Content-Type: Text/XML; charset=\"utf-8\"", "Link: <https://a.org/feed>; rel=self",
          "Link: <https://hub.org>; rel=hub", "Cache-Control: max-age=600",
        ], body: "hello")
    }
    defer { server.stop() }
    let outcome = try Fetching.fetch(server.address("/feed?a=1"))
    let response = try #require(outcome.response)
    #expect(outcome.text == "hello")
    #expect(response.charset == "utf-8")
    #expect(response.contentType == "text/xml")
    #expect(response.link == ["<https://a.org/feed>; rel=self", "<https://hub.org>; rel=hub"])
    #expect(response.freshSeconds == 600)
    #expect(response.finalAddress == server.address("/feed?a=1"))
    #expect(response.permanentAddress == nil)
    #expect(
      response.validators
        == Validators(etag: "W/\"a\"", lastModified: "Sat, 21 Nov 2026 09:30:00 GMT"))
    let request = try #require(server.requests.first)
    #expect(request.path == "/feed?a=1")
    #expect(request.headers["user-agent"] == "test/1")
    #expect(request.headers["if-none-match"] == nil)
    #expect(request.headers["if-modified-since"] == nil)
    #expect(request.headers["authorization"] == nil)
  }

  @Test func anAnswerThatSaysNothingGivesNothing() throws {
    let server = try MisbehavingServer {
      $0.respond("200 OK", headers: ["Content-Type: ;", "ETag: "])
    }
    defer { server.stop() }
    let response = try #require(try Fetching.fetch(server.address("/")).response)
    #expect(response.body == [])
    #expect(response.validators == Validators())
    #expect(response.contentType == nil && response.charset == nil && response.freshSeconds == nil)
    #expect(response.link == [])
  }

  /// Strong, weak, without quotes, with inner spaces and quotes, with bytes that are no UTF-8.
  @Test(
    arguments: [
      "\"a\"", "W/\"a b\"", "w/unquoted", "\"a\"\"b\"", "\"\"", "\"a-gzip\"",
      "\"\u{E9}\u{FF}\u{80}\"",
    ])
  func validatorsGoBackByteForByte(etag: String) throws {
    let sent = etag.unicodeScalars.map { UInt8($0.value) }
    let date = "Saturday, 21-Nov-26 09:30:00 GMT"
    let server = try MisbehavingServer { exchange in
      if exchange.request.headers["if-none-match"] != nil {
        exchange.respond("304 Not Modified")
      } else {
        exchange.send(
          Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nETag: ".utf8) + sent
            + Array("\r\nLast-Modified: \(date)\r\n\r\n".utf8))
      }
    }
    defer { server.stop() }
    let validators = try #require(try Fetching.fetch(server.address("/")).response).validators
    let unchanged = try Fetching.fetch(server.address("/"), validators: validators).unchanged
    #expect(unchanged?.validators == validators)
    let head = try #require(server.requests.last).head
    #expect(contains(head, Array("\r\nIf-None-Match: ".utf8) + sent + Array("\r\n".utf8)))
    #expect(contains(head, Array("\r\nIf-Modified-Since: \(date)\r\n".utf8)))
  }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: part) }
  }

  @Test func a304RenewsTheValidatorsThatItNames() throws {
    let server = try MisbehavingServer { exchange in
      let renewed: [String: [String]] = [
        "/etag": ["ETag: \"new\""], "/date": ["Last-Modified: Sun, 22 Nov 2026 00:00:00 GMT"],
        "/fresh": ["Cache-Control: max-age=60"],
      ]
      exchange.respond("304 Not Modified", headers: renewed[exchange.request.path] ?? [])
    }
    defer { server.stop() }
    let old = Validators(etag: "\"old\"", lastModified: "Sat, 21 Nov 2026 00:00:00 GMT")
    let answers = Fetching.fetch(
      ["/etag", "/date", "/none", "/fresh"].map(server.address), validators: old
    )
    .map(\.unchanged)
    #expect(
      answers.map { $0?.validators } == [
        Validators(etag: "\"new\"", lastModified: old.lastModified),
        Validators(etag: old.etag, lastModified: "Sun, 22 Nov 2026 00:00:00 GMT"), old, old,
      ])
    #expect(answers.map { $0?.freshSeconds } == [nil, nil, nil, 60])
  }

  @Test func a200WithoutValidatorsClearsTheOldOnes() throws {
    let server = try MisbehavingServer { $0.respond("200 OK", body: "new") }
    defer { server.stop() }
    let outcome = try Fetching.fetch(server.address("/"), validators: Validators(etag: "\"old\""))
    #expect(outcome.response?.validators == Validators())
  }

  @Test func aValidatorWithALineBreakIsNotSent() throws {
    let server = try MisbehavingServer { $0.respond("200 OK") }
    defer { server.stop() }
    let validators = Validators(etag: "\"a\"\r\nX-Evil: 1", lastModified: "x\nX-Evil: 2")
    #expect(try Fetching.fetch(server.address("/"), validators: validators).response != nil)
    let headers = try #require(server.requests.first).headers
    #expect(headers["x-evil"] == nil)
    #expect(headers["if-none-match"] == nil)
  }

  @Test func anAnswerThatNothingHasChangedNeedsAQuestion() throws {
    let server = try MisbehavingServer { $0.respond("304 Not Modified") }
    defer { server.stop() }
    #expect(
      try Fetching.fetch(server.address("/")).reason
        == "answers that nothing has changed (status 304), unasked")
  }

  @Test func oneFailureIsNotTheEnd() throws {
    let server = try MisbehavingServer { exchange in
      switch exchange.request.path {
      case "/404": exchange.respond("404 Not Found")
      case "/reset": exchange.reset()
      default: exchange.respond("200 OK", body: exchange.request.path)
      }
    }
    defer { server.stop() }
    let addresses =
      ["/1", "/404", "/2", "/reset", "/3"].map(server.address) + [
        "ftp://a.org/", "", server.address("/4"),
      ]
    let outcomes = Fetching.fetch(addresses)
    #expect(outcomes.map(\.text) == ["/1", nil, "/2", nil, "/3", nil, nil, "/4"])
  }

  @Test func nothingToFetchIsDoneAtOnce() {
    #expect(Fetching.fetch([String]()).isEmpty)
  }
}
