import Testing

@testable import Network

struct HostQueueTests {
  static func queue(perHost: Int = 2, pace: Int = 0, _ hosts: String) -> HostQueue {
    var queue = HostQueue(perHost: perHost, pace: .milliseconds(pace))
    for (index, host) in hosts.enumerated() { queue.add(index, host: String(host)) }
    return queue
  }

  /// All that may start at a moment, in order.
  static func starts(_ queue: inout HostQueue, at milliseconds: Int) -> [Int] {
    var requests: [Int] = []
    while let start = queue.start(at: .milliseconds(milliseconds)) {
      requests.append(start.request)
    }
    return requests
  }

  @Test func aHostHasSoManyAtOnceAndGetsItsPlacesBack() {
    var queue = Self.queue("aaab")
    #expect(Self.starts(&queue, at: 0) == [0, 3, 1])
    #expect(queue.timeToNextStart(at: .zero) == nil)
    queue.finish(host: "a")
    #expect(Self.starts(&queue, at: 0) == [2])
    #expect(queue.waiting == 0)
  }

  @Test func hostsTakeTurns() {
    var queue = Self.queue(perHost: 3, "aaabbbc")
    #expect(Self.starts(&queue, at: 0) == [0, 3, 6, 1, 4, 2, 5])
  }

  @Test func startsAreAPaceApart() {
    var queue = Self.queue(perHost: 5, pace: 100, "aaab")
    #expect(Self.starts(&queue, at: 0) == [0, 3])
    #expect(queue.timeToNextStart(at: .milliseconds(40)) == .milliseconds(60))
    #expect(Self.starts(&queue, at: 99) == [])
    #expect(Self.starts(&queue, at: 100) == [1])
    #expect(Self.starts(&queue, at: 150) == [])
    #expect(Self.starts(&queue, at: 1000) == [2])
  }

  @Test func aPaceHoldsThoughTheRequestHasLongEnded() {
    var queue = Self.queue(perHost: 1, pace: 100, "aa")
    #expect(Self.starts(&queue, at: 0) == [0])
    queue.finish(host: "a")
    #expect(Self.starts(&queue, at: 50) == [])
    #expect(queue.timeToNextStart(at: .milliseconds(250)) == .zero)
    #expect(Self.starts(&queue, at: 250) == [1])
  }

  @Test func aRedirectedRequestGoesFirst() {
    var queue = Self.queue(perHost: 1, "aa")
    queue.add(7, host: "a", first: true)
    #expect(Self.starts(&queue, at: 0) == [7])
    queue.add(8, host: "a", first: true)
    queue.finish(host: "a")
    #expect(Self.starts(&queue, at: 0) == [8])
    queue.finish(host: "a")
    #expect(Self.starts(&queue, at: 0) == [0])
  }

  @Test func aPauseSendsTheWaitingAway() {
    var queue = Self.queue(perHost: 1, "aaba")
    #expect(Self.starts(&queue, at: 0) == [0, 2])
    #expect(queue.pause(host: "a", until: .seconds(60)) == [1, 3])
    #expect(queue.waiting == 0)
    #expect(queue.pauseLeft(host: "a", at: .seconds(20)) == .seconds(40))
    #expect(queue.pauseLeft(host: "b", at: .seconds(20)) == nil)
    #expect(queue.pause(host: "a", until: .seconds(30)) == [])
    #expect(queue.pauseLeft(host: "a", at: .seconds(59)) == .seconds(1))
    #expect(queue.pauseLeft(host: "a", at: .seconds(60)) == nil)
  }

  @Test func thousandsOfRequestsTakeTheirTurnQuickly() {
    var queue = HostQueue(perHost: 1, pace: .zero)
    for index in 0..<20_000 { queue.add(index, host: "\(index % 100)") }
    var order: [Int] = []
    while let start = queue.start(at: .zero) {
      order.append(start.request)
      queue.finish(host: start.host)
    }
    #expect(order == Array(0..<20_000))
  }
}
