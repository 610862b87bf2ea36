// Politeness: limits, pace and pauses with many requests and several hosts.

import Model
import Network
import Support
import Synchronization
import Testing

struct FetchLoopTests {
  /// What several servers count together.
  final class Gauge: Sendable {
    // Atomics, which a thread sanitizer sees, as it does not see a `Mutex`.
    private let now = Atomic(0)
    private let highest = Atomic(0)

    func during(_ work: () -> Void) {
      let count = now.add(1, ordering: .sequentiallyConsistent).newValue
      highest.max(count, ordering: .sequentiallyConsistent)
      work()
      now.subtract(1, ordering: .sequentiallyConsistent)
    }

    var most: Int { highest.load(ordering: .sequentiallyConsistent) }
  }

  @Test(arguments: [false, true])
  func hundredsOfRequestsKeepTheLimits(keepsConnections: Bool) throws {
    let gauge = Gauge()
    let servers = try (0..<6).map { _ in
      try MisbehavingServer { exchange in
        gauge.during { exchange.pause(milliseconds: 2) }
        exchange.keepsConnection = keepsConnections
        exchange.respond("200 OK", body: exchange.request.path)
      }
    }
    defer { for server in servers { server.stop() } }
    let paths = (0..<70).map { "/\($0)" }
    let client = Fetching.client { ($0.concurrency, $0.perHost) = (8, 3) }
    let outcomes = Fetching.fetch(
      servers.flatMap { server in paths.map(server.address) }, client: client)
    #expect(outcomes.map(\.text) == servers.flatMap { _ in paths })
    #expect(servers.allSatisfy { $0.mostAtOnce <= 3 }, "\(servers.map(\.mostAtOnce))")
    #expect(gauge.most <= 8, "\(gauge.most)")
    // The limits are used, too.
    #expect(gauge.most >= 4, "\(gauge.most)")
    if keepsConnections { #expect(servers.allSatisfy { $0.connectionCount <= 40 }) }
  }

  @Test func redirectsCountForTheHostThatTheyLeadTo() throws {
    let target = try MisbehavingServer { exchange in
      exchange.pause(milliseconds: 5)
      exchange.respond("200 OK", body: "end")
    }
    defer { target.stop() }
    let address = target.address("/")
    let servers = try (0..<5).map { _ in
      try MisbehavingServer { $0.respond("302 Found", headers: ["Location: \(address)"]) }
    }
    defer { for server in servers { server.stop() } }
    let client = Fetching.client { ($0.concurrency, $0.perHost) = (20, 2) }
    let outcomes = Fetching.fetch(
      servers.flatMap { server in (0..<8).map { server.address("/\($0)") } }, client: client)
    #expect(outcomes.count { $0.text == "end" } == 40)
    #expect(target.mostAtOnce <= 2)
  }

  @Test func startsAtAHostAreAPaceApart() throws {
    let servers = try (0..<8).map { _ in try MisbehavingServer { $0.respond("200 OK") } }
    defer { for server in servers { server.stop() } }
    let client = Fetching.client { ($0.perHost, $0.paceMilliseconds) = (5, 40) }
    let begin = ContinuousClock.now
    let outcomes = Fetching.fetch(
      servers.flatMap { server in (0..<8).map { server.address("/\($0)") } }, client: client)
    let time = ContinuousClock.now - begin
    #expect(outcomes.allSatisfy { $0.response != nil })
    for server in servers {
      // However late the machine is, the second is not there before one pace, and so on.
      let arrivals = server.requests.map { $0.arrival - begin }
      #expect(arrivals.count == 8)
      for (index, arrival) in arrivals.enumerated() {
        #expect(arrival >= .milliseconds(40 * index), "request \(index)")
      }
    }
    // The hosts do not wait for each other's pace, which would be eight times seven paces.
    #expect(time < .milliseconds(2000), "\(time)")
  }

  @Test func thePaceHoldsFromOneCallToTheNextAndForRedirects() throws {
    let server = try MisbehavingServer { exchange in
      exchange.request.path == "/a"
        ? exchange.respond("302 Found", headers: ["Location: /b"]) : exchange.respond("200 OK")
    }
    defer { server.stop() }
    let client = Fetching.client { $0.paceMilliseconds = 60 }
    var outcomes: [HTTPOutcome] = []
    let time = ContinuousClock().measure {
      outcomes += Fetching.fetch([server.address("/a")], client: client)
      outcomes += Fetching.fetch([server.address("/c")], client: client)
    }
    #expect(outcomes.allSatisfy { $0.response != nil })
    #expect(time >= .milliseconds(120))
  }

  @Test func waitingForAPaceIsNotCountedAgainstTheTime() throws {
    let server = try MisbehavingServer { $0.respond("200 OK") }
    defer { server.stop() }
    let client = Fetching.client { ($0.paceMilliseconds, $0.timeoutSeconds) = (600, 1) }
    let outcomes = Fetching.fetch((0..<3).map { server.address("/\($0)") }, client: client)
    #expect(outcomes.allSatisfy { $0.response != nil })
  }

  /// One document of a host may be broken for long, and the others are well.
  @Test func aHostThatIsBusyWithOneDocumentIsAskedForTheOthers() throws {
    let server = try MisbehavingServer { exchange in
      exchange.respond(exchange.request.path.contains("broken") ? "503 Busy" : "200 OK")
    }
    defer { server.stop() }
    let client = Fetching.client { $0.perHost = 1 }
    let some = ["broken1", "broken2", "a", "broken3", "broken4", "b", "c"]
    let outcomes = Fetching.fetch(some.map { server.address("/\($0)") }, client: client)
    for (name, outcome) in zip(some, outcomes) {
      #expect((outcome.response != nil) == !name.hasPrefix("broken"), "\(name)")
    }
    // A host that has no document for anybody is left alone.
    let all = (0..<9).map { server.address("/broken\($0)") }
    let refused = Fetching.fetch(all, client: Fetching.client { $0.perHost = 1 })
    #expect(refused.allSatisfy { $0.kind == .wait(seconds: 900) })
    #expect(server.requests.count == some.count + 3)
  }

  @Test(arguments: [("429 Slow Down", "too many requests"), ("503 Busy", "service unavailable")])
  func aHostThatAsksForAPauseGetsNoMoreRequests(status: String, name: String) throws {
    let other = try MisbehavingServer { $0.respond("200 OK", body: "other") }
    defer { other.stop() }
    let server = try MisbehavingServer { exchange in
      exchange.request.path == "/2"
        ? exchange.respond(status, headers: ["Retry-After: 120"]) : exchange.respond("200 OK")
    }
    defer { server.stop() }
    let away = server.address("/away")
    let redirecting = try MisbehavingServer { exchange in
      // Long after the pause was asked for.
      while server.requests.count < 3 { exchange.pause(milliseconds: 10) }
      exchange.pause(milliseconds: 200)
      exchange.respond("302 Found", headers: ["Location: \(away)"])
    }
    defer { redirecting.stop() }
    let client = Fetching.client { $0.perHost = 1 }
    let outcomes = Fetching.fetch(
      (0..<20).map { server.address("/\($0)") } + (0..<5).map { other.address("/\($0)") }
        + [redirecting.address("/")], client: client)
    #expect(outcomes[0..<2].allSatisfy { $0.response != nil })
    #expect(outcomes[2..<20].allSatisfy { $0.kind == .wait(seconds: 120) })
    #expect(
      outcomes[2].reason
        == "answers with status \(status.prefix(3)) (\(name)) and asks to wait 2 minutes")
    #expect(
      outcomes[19].reason
        == "was not asked, for 127.0.0.1:\(server.port) is left alone for 2 minutes")
    #expect(outcomes[20..<25].allSatisfy { $0.text == "other" })
    // Nor is it asked by way of a redirect, or in a later call.
    guard case .wait(let left)? = outcomes[25].kind else {
      Testing.Issue.record("\(outcomes[25])")
      return
    }
    #expect((100...120).contains(left))
    #expect(
      try Fetching.fetch(server.address("/later"), client: client).reason?.hasPrefix(
        "was not asked") == true)
    #expect(server.requests.map(\.path) == ["/0", "/1", "/2"])
    // Another client knows nothing of it.
    #expect(try Fetching.fetch(server.address("/later")).response != nil)
  }

  @Test func whatIsUnderWayWhenAPauseIsAskedForMayEnd() throws {
    let server = try MisbehavingServer { exchange in
      if exchange.request.path == "/429" { return exchange.respond("429 Slow Down") }
      exchange.pause(milliseconds: 400)
      exchange.respond("200 OK", body: "late")
    }
    defer { server.stop() }
    let outcomes = Fetching.fetch(["/late", "/429", "/never"].map(server.address))
    #expect(outcomes.map(\.text) == ["late", nil, nil])
    #expect(outcomes[2].kind == .wait(seconds: 900))
    #expect(server.requests.count == 2)
  }

  @Test func connectionsAreKeptFromOneCallToTheNext() throws {
    let server = try MisbehavingServer { exchange in
      exchange.keepsConnection = true
      exchange.respond("200 OK")
    }
    defer { server.stop() }
    let client = Fetching.client { $0.perHost = 1 }
    for _ in 0..<3 { _ = Fetching.fetch((0..<5).map { server.address("/\($0)") }, client: client) }
    #expect(server.requests.count == 15)
    #expect(server.connectionCount == 1)
  }
}
