// What each status means to a caller.

import Model
import Network
import Support
import Synchronization
import Testing

struct AnswerJudgeTests {
  @Test(
    arguments: [
      ("400 Bad Request", "answers with status 400 (bad request)"),
      ("401 Unauthorized", "answers with status 401 (unauthorized)"),
      ("403 Forbidden", "answers with status 403 (forbidden)"),
      ("404 Not Found", "answers with status 404 (not found)"),
      ("451 No", "answers with status 451 (unavailable for legal reasons)"),
      ("500 Oops", "answers with status 500 (internal server error)"),
      ("502 Bad Gateway", "answers with status 502 (bad gateway)"),
      ("521 Down", "answers with status 521"), ("204 No Content", "answers with status 204"),
      ("206 Partial", "answers with status 206"), ("300 Choices", "answers with status 300"),
      ("599 \u{1}", "answers with status 599"),
    ])
  func aStatusThatGivesNoDocumentIsAFailure(status: String, reason: String) throws {
    let server = try MisbehavingServer { $0.respond(status, headers: ["ETag: \"a\""]) }
    defer { server.stop() }
    let outcome = try Fetching.fetch(server.address("/"))
    #expect(outcome.reason == reason)
    #expect(outcome.kind == .other)
  }

  @Test func goneIsToldApart() throws {
    let server = try MisbehavingServer { exchange in
      switch exchange.request.path {
      case "/moved": exchange.respond("301 Moved", headers: ["Location: /gone"])
      case "/found": exchange.respond("302 Found", headers: ["Location: /gone"])
      default: exchange.respond("410 Gone")
      }
    }
    defer { server.stop() }
    let outcomes = Fetching.fetch(["/gone", "/moved", "/found"].map(server.address))
    #expect(outcomes.map(\.kind) == [.gone, .gone, .other])
    #expect(
      outcomes.map(\.reason) == [
        "is gone for good (status 410)", "is gone for good (status 410)",
        "redirects for now to an address that is gone (status 410)",
      ])
  }

  @Test(
    arguments: [
      (
        "429 Slow Down", ["Retry-After: 120"], 120, "(too many requests) and asks to wait 2 minutes"
      ),
      ("503 Busy", ["Retry-After: 45"], 45, "(service unavailable) and asks to wait 45 seconds"),
      (
        "429 Slow Down",
        ["Retry-After: Sat, 21 Nov 2026 12:30:00 GMT", "Date: Sat, 21 Nov 2026 10:30:00 GMT"],
        7200, "(too many requests) and asks to wait 2 hours"
      ),
      (
        "503 Busy", ["Retry-After: Sat, 21 Nov 2026 09:31:30 GMT"], 90,
        "(service unavailable) and asks to wait 90 seconds"
      ),
      ("429 Slow Down", [], 900, "(too many requests) and is left alone for 15 minutes"),
      (
        "503 Busy", ["Retry-After: soon"], 900,
        "(service unavailable) and is left alone for 15 minutes"
      ),
      (
        "429 Slow Down", ["Retry-After: 99999999"], 86_400,
        "(too many requests) and asks to wait 24 hours"
      ),
      ("429 Slow Down", ["Retry-After: 0"], 1, "(too many requests) and asks to wait 1 second"),
      (
        "429 Slow Down", ["Retry-After: Sat, 21 Nov 2020 09:31:30 GMT"], 1,
        "(too many requests) and asks to wait 1 second"
      ),
    ] as [(String, [String], Int, String)])
  func aHostThatWantsAPauseSaysHowLong(
    status: String, headers: [String], seconds: Int, words: String
  ) throws {
    let server = try MisbehavingServer { $0.respond(status, headers: headers) }
    defer { server.stop() }
    let outcome = try Fetching.fetch(server.address("/"))
    #expect(outcome.kind == .wait(seconds: seconds))
    #expect(outcome.reason == "answers with status \(status.prefix(3)) \(words)")
  }

  @Test(arguments: ["200 OK", "403 Forbidden", "503 Busy", "429 Slow Down"])
  func aChallengePageIsNamed(status: String) throws {
    let server = try MisbehavingServer {
      $0.respond(
        status, headers: ["Server: cloudflare", "Content-Type: text/html; charset=UTF-8"],
        body: "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>")
    }
    defer { server.stop() }
    let outcome = try Fetching.fetch(server.address("/"))
    #expect(outcome.kind == .challenge)
    #expect(
      outcome.reason
        == "answers with a challenge page for browsers (Cloudflare); "
        + "its owner would have to let feed readers through")
  }

  @Test func aChallengeIsNamedByItsHeaderThoughTheBodyNeverEnds() throws {
    let server = try MisbehavingServer { exchange in
      exchange.send("HTTP/1.1 403 Forbidden\r\ncf-mitigated: challenge\r\n\r\n")
      let block = [UInt8](repeating: 0x78, count: 64 << 10)
      while exchange.send(block) {}
    }
    defer { server.stop() }
    #expect(try Fetching.fetch(server.address("/")).kind == .challenge)
  }

  /// The status has said all, so that the rest need not come.
  @Test func theBodyOfAnErrorIsBounded() throws {
    let sent = Mutex(0)
    let server = try MisbehavingServer { exchange in
      let status = exchange.request.path.dropFirst()
      exchange.send("HTTP/1.1 \(status) X\r\nLocation: /200\r\nRetry-After: 60\r\n\r\n")
      guard status != "200" else { return }
      let block = [UInt8](repeating: 0x78, count: 64 << 10)
      while sent.withLock({ $0 }) < 100 << 20, exchange.send(block) {
        sent.withLock { $0 += block.count }
      }
    }
    defer { server.stop() }
    let client = Fetching.client { $0.perHost = 1 }
    let outcomes = Fetching.fetch(["/404", "/302", "/429"].map(server.address), client: client)
    #expect(outcomes.map(\.kind) == [.other, nil, .wait(seconds: 60)])
    #expect(outcomes[1].response?.finalAddress == server.address("/200"))
    #expect(sent.withLock { $0 } < 50 << 20)
  }

  @Test func anErrorIsToldThoughItsBodyBreaksOff() throws {
    let server = try MisbehavingServer {
      $0.send("HTTP/1.1 410 Gone\r\nContent-Length: 1000\r\n\r\nshort")
    }
    defer { server.stop() }
    #expect(try Fetching.fetch(server.address("/")).kind == .gone)
  }

  @Test(
    arguments: [
      ("ftp://anna:secret@a.org/", "is a 'ftp' address; only http and https are read"),
      ("file:///etc/passwd", "is a 'file' address; only http and https are read"),
    ])
  func anotherSchemeIsRefused(address: String, reason: String) throws {
    let outcome = try Fetching.fetch(address)
    #expect(outcome.reason == reason)
    #expect(outcome.kind == .refused)
  }

  @Test(arguments: ["", "example.org", "http://", "http://anna:secret@[x/", "http://a b:secret@/"])
  func whatIsNoAddressIsSaidToBeNone(address: String) throws {
    #expect(try Fetching.fetch(address).reason == "is no web address that can be read")
  }

  @Test func anUnknownHostIsNamedSo() throws {
    #expect(
      try Fetching.fetch("http://no-such-host.invalid/").reason
        == "has a host name that is not found"
    )
  }
}
