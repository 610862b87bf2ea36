// Servers that break off, drip, hang, lie about lengths, never end, or are not to be asked at all.

import Foundation
import Model
import Support
import Synchronization
import Testing

@testable import Network

struct TransferTests {
  // MARK: Lengths

  @Test(
    arguments: [
      ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "hello"),
      ("HTTP/1.1 200 OK\r\n\r\nhello", "hello"), ("HTTP/1.0 200 OK\r\n\r\nhello", "hello"),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello"),
      (
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\nh\r\n4\r\nello\r\n0\r\nETag: \"t\"\r\n\r\n",
        "hello"
      ),
      (
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nETag: \"t\"\r\nHTTP/2: no\r\n\r\n",
        ""
      ),
      ("HTTP/1.1 103 Early Hints\r\nETag: \"t\"\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhello", "hello"),
      ("HTTP/1.1 203 Other\r\n\r\nhello", "hello"), ("HTTP/1.1 200\r\n\r\nhello", "hello"),
      ("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", "hello"),
      // More than announced is not the body's, and not the next answer's either.
      ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello", "he"),
    ])
  func readsABodyOfEveryFraming(answer: String, body: String) throws {
    let server = try MisbehavingServer { exchange in
      if exchange.request.path == "/next" { return exchange.respond("200 OK", body: "next") }
      exchange.send(answer)
    }
    defer { server.stop() }
    let client = Fetching.client { $0.perHost = 1 }
    let outcomes = Fetching.fetch(["/", "/next"].map(server.address), client: client)
    #expect(outcomes.map(\.text) == [body, "next"])
    #expect(outcomes[0].response?.validators == Validators())
  }

  @Test(
    arguments: [
      (
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello",
        "ends before the length that it announced"
      ),
      (
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "ends before the length that it announced"
      ),
      (
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhello",
        "ends before the length that it announced"
      ),
      ("", "closes the connection without an answer"),
      ("SSH-2.0-OpenSSH_9.2p1\r\n", "answers in something else than http"),
      ("<rss></rss>", "answers in something else than http"),
    ])
  func aBodyThatIsNotWholeIsAFailure(answer: String, reason: String) throws {
    let server = try MisbehavingServer { $0.send(answer) }
    defer { server.stop() }
    let outcome = try Fetching.fetch(server.address("/"))
    #expect(outcome.reason == reason)
    #expect(outcome.kind == .other)
  }

  @Test(
    arguments: [
      ("Content-Length: 2\r\nContent-Length: 5\r\n\r\nhello", "announces two different lengths"),
      ("Content-Length: 2, 5\r\n\r\nhello", "announces two different lengths"),
      ("Content-Length: -5\r\n\r\nhello", "answers in something else than http"),
      ("X: a\0b\r\n\r\nhello", "answers in something else than http"),
      ("Content-Le", "breaks off in its headers"), ("", "breaks off in its headers"),
      ("Transfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n", "breaks the connection off"),
    ])
  func anAnswerThatContradictsItselfIsAFailure(head: String, reason: String) throws {
    let server = try MisbehavingServer { $0.send("HTTP/1.1 200 OK\r\n\(head)") }
    defer { server.stop() }
    #expect(try Fetching.fetch(server.address("/")).reason == reason)
  }

  @Test func theSameLengthTwiceIsOne() throws {
    let server = try MisbehavingServer {
      $0.respond("200 OK", headers: ["Content-Length: 5"], body: "hello")
    }
    defer { server.stop() }
    #expect(try Fetching.fetch(server.address("/")).text == "hello")
  }

  @Test(arguments: ["Content-Length: 100000\r\n", "Transfer-Encoding: chunked\r\n", ""])
  func aResetInTheBodyIsAFailure(framing: String) throws {
    let server = try MisbehavingServer { exchange in
      exchange.send("HTTP/1.1 200 OK\r\n\(framing)\r\nfff\r\n" + String(repeating: "x", count: 900))
      exchange.reset()
    }
    defer { server.stop() }
    let reason = try Fetching.fetch(server.address("/")).reason
    #expect(
      reason == "breaks the connection off" || reason == "ends before the length that it announced")
  }

  // MARK: Time

  @Test func whoeverHangsOrDripsIsCutOff() throws {
    let server = try MisbehavingServer { exchange in
      switch exchange.request.path {
      case "/hang": exchange.hang()
      case "/head": exchange.drip(0x48, every: 100)
      case "/headers":
        exchange.send("HTTP/1.1 200 OK\r\nX: ")
        exchange.drip(0x78, every: 100)
      case "/body":
        exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        exchange.drip(0x78, every: 100)
      case "/stall":
        exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhello")
        exchange.hang()
      case "/1", "/2", "/3", "/4":
        // Each hop is quick enough by itself.
        exchange.pause(milliseconds: 700)
        let next = (Int(exchange.request.path.dropFirst()) ?? 0) + 1
        exchange.respond("302 Found", headers: ["Location: /\(next)"])
      default: exchange.respond("200 OK", body: "fine")
      }
    }
    defer { server.stop() }
    let paths = ["/hang", "/head", "/headers", "/body", "/stall", "/1", "/fine"]
    let client = Fetching.client { ($0.timeoutSeconds, $0.perHost) = (2, paths.count) }
    let clock = ContinuousClock()
    var outcomes: [HTTPOutcome] = []
    let time = clock.measure {
      outcomes = Fetching.fetch(paths.map(server.address), client: client)
    }
    let late = "does not answer in time; fetch.timeout is 2 seconds"
    let slow = "sends too slowly; fetch.timeout is 2 seconds"
    #expect(outcomes[0].reason == late)
    #expect(outcomes[1].failure != nil)
    #expect(outcomes[2...4].map(\.reason) == [slow, slow, slow])
    #expect(outcomes[5].reason == late)
    #expect(outcomes[6].text == "fine")
    // The time is for a request as a whole: a chain of redirects gets no new time at each hop.
    #expect(time < .seconds(10), "\(time)")
  }

  @Test func aDripIsCutOffLongBeforeTheWholeTimeIsOver() throws {
    let server = try MisbehavingServer { exchange in
      exchange.send("HTTP/1.1 200 OK\r\n\r\n")
      exchange.drip(0x78, every: 200)
    }
    defer { server.stop() }
    let clock = ContinuousClock()
    var outcomes: [HTTPOutcome] = []
    let time = clock.measure {
      outcomes = Fetching.fetch(
        [server.address("/")], client: Fetching.client { $0.timeoutSeconds = 6 })
    }
    #expect(outcomes.map(\.reason) == ["sends too slowly; fetch.timeout is 6 seconds"])
    #expect(time < .milliseconds(5500), "\(time)")
  }

  // MARK: Size

  @Test(
    arguments: [
      "Content-Length: 104857600\r\n", "Content-Length: 99999999999999999999999\r\n", "",
      "Transfer-Encoding: chunked\r\n",
    ])
  func aBodyWithoutEndIsCutOff(framing: String) throws {
    let sent = Mutex(0)
    let server = try MisbehavingServer { exchange in
      exchange.send("HTTP/1.1 200 OK\r\n\(framing)\r\n")
      var block = [UInt8](repeating: 0x78, count: 64 << 10)
      if framing.hasPrefix("Transfer") { block = Array("10000\r\n".utf8) + block + [0x0D, 0x0A] }
      while sent.withLock({ $0 }) < 100 << 20, exchange.send(block) {
        sent.withLock { $0 += block.count }
      }
    }
    defer { server.stop() }
    #expect(
      try Fetching.fetch(server.address("/")).reason
        == "sends more than 1048576 bytes; see fetch.max_bytes")
    // What is over the limit and in the sockets' buffers.
    #expect(sent.withLock { $0 } < 50 << 20)
  }

  @Test func aLengthOverTheLimitIsNotWaitedFor() throws {
    let server = try MisbehavingServer { exchange in
      exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n")
      exchange.hang()
    }
    defer { server.stop() }
    #expect(
      try Fetching.fetch(server.address("/")).reason
        == "sends more than 1048576 bytes; see fetch.max_bytes")
  }

  @Test func aBodyMayBeAsLongAsTheLimit() throws {
    let server = try MisbehavingServer { exchange in
      let count = Int(exchange.request.path.dropFirst()) ?? 0
      exchange.respond("200 OK", body: [UInt8](repeating: 0x78, count: count))
    }
    defer { server.stop() }
    let outcomes = Fetching.fetch(["/1048576", "/1048577"].map(server.address))
    #expect(outcomes.map { $0.response?.body.count } == [1 << 20, nil])
    #expect(outcomes[1].reason == "sends more than 1048576 bytes; see fetch.max_bytes")
  }

  @Test func headersWithoutEndAreCutOff() throws {
    let server = try MisbehavingServer { exchange in
      exchange.send("HTTP/1.1 200 OK\r\n")
      let line = Array("X-Padding: \(String(repeating: "x", count: 1000))\r\n".utf8)
      if exchange.request.path == "/line" {
        exchange.send("X: ")
        let block = [UInt8](repeating: 0x78, count: 64 << 10)
        while exchange.send(block) {}
      }
      while exchange.send(line) {}
    }
    defer { server.stop() }
    let outcomes = Fetching.fetch(["/lines", "/line"].map(server.address))
    #expect(outcomes[0].reason == "sends too many headers")
    #expect(outcomes[1].reason == "sends a header that is too long, or memory is short")
  }

  // MARK: Compression

  /// `hello, hello, hello` under gzip, deflate (zlib) and brotli.
  static let compressed = [
    ("gzip", "H4sIAAAAAAACA8tIzcnJ11HIQKIAn6HKCRMAAAA="),
    ("x-gzip", "H4sIAAAAAAACA8tIzcnJ11HIQKIAn6HKCRMAAAA="),
    ("deflate", "eNrLSM3JyddRyECiAEQoBtU="),
  ]

  @Test(arguments: compressed)
  func readsCompressedBodies(encoding: String, base64: String) throws {
    let bytes = try #require(Data(base64Encoded: base64))
    let server = try MisbehavingServer {
      $0.respond("200 OK", headers: ["Content-Encoding: \(encoding)"], body: Array(bytes))
    }
    defer { server.stop() }
    #expect(try Fetching.fetch(server.address("/")).text == "hello, hello, hello")
    #expect(server.requests.first?.headers["accept-encoding"]?.contains("gzip") == true)
  }

  @Test func readsBrotliWhereItIsAskedFor() throws {
    let server = try MisbehavingServer {
      $0.respond(
        "200 OK", headers: ["Content-Encoding: br"],
        body: [0x0B, 0x02, 0x80] + Array("hello".utf8) + [0x03])
    }
    defer { server.stop() }
    let outcome = try Fetching.fetch(server.address("/"))
    let asked = server.requests.first?.headers["accept-encoding"]?.contains("br") == true
    #expect(outcome.text == (asked ? "hello" : nil))
  }

  /// 256 KB of zeros in 289 bytes, and 64 MB in 269 bytes, twice compressed.
  static let bombs = [
    (
      "gzip",
      "H4sIAAAAAAACA+3BMQEAAADCoPVP7W0Ho" + String(repeating: "A", count: 339)
        + "3gAi6g7iAAAEAA=="
    ),
    (
      "gzip, gzip",
      "H4sIAAAAAAACA+3cr05CcRTA8YtcNyYbYiAZ5BGIFAYazAbNjgcgkmVzJgsvQWZjc7PSeAO02f0TnDM5L9z7GL/z+aSTTzw7"
        + "+549NrLSQf1jXavth9n8f/nVOMoAAACAxM1e7+vlMSDrFtvLqxsAAAAgdePjVl4dBf5uT8+tAwAAAJL3MOi3qw+B77tJbh0A"
        + "AACQvM7v26i6BWyKp5Nr+wAAAIDkvQgGAAAAQCiCAQAAABCLYAAAAADEIhgAAAAAwQgGAAAAQCyCAQAAABCLYAAAAADEIhgA"
        + "AAAAwQgGAAAAQCyCAQAAABDLYtDvlo8B7Z9iOrw4zAAAAIjkufnZe1/th3wHPEzs+uL+AAA="
    ),
  ]

  @Test(arguments: [0, 1])
  func theLimitCountsDecompressedBytes(bomb: Int) throws {
    let (encoding, base64) = Self.bombs[bomb]
    let bytes = try #require(Data(base64Encoded: base64))
    let server = try MisbehavingServer {
      $0.respond("200 OK", headers: ["Content-Encoding: \(encoding)"], body: Array(bytes))
    }
    defer { server.stop() }
    #expect(
      try Fetching.fetch(server.address("/"), client: Fetching.client { $0.maximumBytes = 100_000 })
        .reason == "sends more than 100000 bytes; see fetch.max_bytes")
  }

  @Test(arguments: ["broken", "cut", "plain"])
  func aBodyThatCannotBeDecompressedIsAFailure(how: String) throws {
    let bytes = try #require(Data(base64Encoded: Self.compressed[0].1))
    let server = try MisbehavingServer { exchange in
      let body: [UInt8] =
        switch how {
        case "broken": Array(bytes.prefix(12)) + [0xFF, 0xFF, 0xFF, 0xFF] + Array(bytes.suffix(10))
        // Without a length, and in the clear, nobody can tell a cut from an end.
        case "cut": Array(bytes.prefix(18))
        default: Array("<rss></rss>".utf8)
        }
      let length = how == "cut" ? bytes.count : body.count
      exchange.send(
        Array(
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(length)\r\n\r\n".utf8)
          + body)
    }
    defer { server.stop() }
    let outcome = try Fetching.fetch(server.address("/"))
    #expect(outcome.failure != nil, "\(how): \(outcome.text ?? "")")
  }
}
