// No way inside: each spelling of an address, each redirect, each connection.

import Model
import Support
import Testing

@testable import Network

struct PrivateAddressTests {
  static func careful() -> HTTPClient { Fetching.client { $0.allowPrivateAddresses = false } }

  /// All name this machine.
  @Test(
    arguments: [
      "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "127.1", "2130706433", "0x7f.1",
      "0x7f000001",
      "017700000001", "0177.0.0.01", "127.0.0.2", "0.0.0.0", "0", "[::1]", "[::]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "[::127.0.0.1]", "%31%32%37.0.0.1", "１２７.０.０.１",
      "anna:secret@127.0.0.1", "example.org@127.0.0.1",
    ])
  func everySpellingOfLoopbackIsRefused(host: String) throws {
    let server = try MisbehavingServer { $0.respond("200 OK") }
    defer { server.stop() }
    let outcome = try Fetching.fetch("http://\(host):\(server.port)/", client: Self.careful())
    #expect(outcome.failure != nil)
    // One that is no address or no name at all need not be refused in these words.
    if outcome.kind != .other {
      #expect(outcome.kind == .refused)
      #expect(
        outcome.reason
          == "is inside a private network; set fetch.allow_private_addresses = true to read it")
    } else {
      #expect(["localhost.", "%31%32%37.0.0.1", "１２７.０.０.１"].contains(host), "\(outcome)")
    }
    #expect(server.connectionCount == 0)
  }

  /// Nothing listens there, and nothing need: no connection is tried.
  @Test(
    arguments: [
      "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "[fe80::1]",
      "[fc00::1]",
      "[64:ff9b::10.0.0.1]", "[2002:7f00:1::]", "224.0.0.1", "255.255.255.255",
    ])
  func privateRangesAreRefused(host: String) throws {
    #expect(try Fetching.fetch("http://\(host)/", client: Self.careful()).kind == .refused)
  }

  @Test func loopbackIsAskedWhereThatIsAllowed() throws {
    let server = try MisbehavingServer { $0.respond("200 OK", body: "in") }
    defer { server.stop() }
    let hosts = ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001"]
    let outcomes = Fetching.fetch(hosts.map { "http://\($0):\(server.port)/" })
    #expect(outcomes.map(\.text) == hosts.map { _ in "in" })
  }

  /// A client to which 127.0.0.1 is outside, and all else is judged as always.
  static func outside() -> HTTPClient {
    HTTPClient(limits: HTTPClient.Limits(), userAgent: "test/1", now: Fetching.now) {
      $0 == [127, 0, 0, 1] || AddressGuard.isPublic($0)
    }
  }

  @Test(arguments: ["127.0.0.2", "2130706434", "0x7f.2", "[::ffff:127.0.0.2]", "0.0.0.0"])
  func aRedirectInsideIsRefused(host: String) throws {
    let inside = try MisbehavingServer(host: "127.0.0.2") { $0.respond("200 OK", body: "inside") }
    defer { inside.stop() }
    let location = "http://\(host):\(inside.port)/"
    let server = try MisbehavingServer {
      $0.respond("302 Found", headers: ["Location: \(location)"])
    }
    defer { server.stop() }
    // The first address is a name, looked up by the system.
    let outcome = try Fetching.fetch("http://localhost:\(server.port)/", client: Self.outside())
    #expect(outcome.reason == "redirects into a private network, which is not followed")
    #expect(outcome.kind == .refused)
    #expect(server.requests.count == 1)
    #expect(inside.connectionCount == 0)
    // It is the guard that refused it.
    #expect(
      try Fetching.fetch("http://localhost:\(server.port)/").text
        == (host == "0.0.0.0" ? nil : "inside"))
  }

  /// For a kept connection no socket is opened; the address is judged all the same.
  @Test func aKeptConnectionIsJudgedAgain() throws {
    let server = try MisbehavingServer { exchange in
      exchange.keepsConnection = true
      exchange.respond("200 OK", body: exchange.request.path)
    }
    defer { server.stop() }
    var isOpen = true
    let client = HTTPClient(
      limits: HTTPClient.Limits(), userAgent: "test/1", now: Fetching.now
    ) { _ in isOpen }
    #expect(try Fetching.fetch(server.address("/1"), client: client).text == "/1")
    #expect(try Fetching.fetch(server.address("/2"), client: client).text == "/2")
    isOpen = false
    #expect(try Fetching.fetch(server.address("/3"), client: client).kind == .refused)
    #expect(server.requests.map(\.path) == ["/1", "/2"])
    #expect(server.connectionCount == 1)
  }
}
