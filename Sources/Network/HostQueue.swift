// Whose turn it is: requests wait here until their host has room, its pace allows, and no pause holds.

/// The waiting requests, by host.
///
/// Keeps three promises to a host: never more than `perHost` requests at once, never two starts
/// within `pace`, and none while a pause that it asked for lasts. Hosts take turns, so that a long
/// queue of one does not hold up the others.
///
/// Moments are durations since any fixed moment; nothing here reads a clock.
struct HostQueue {
  private struct Host {
    var waiting: [Int] = []
    /// Where `waiting` begins, so that taking the first is cheap.
    var next = 0
    var busy = 0
    var lastStart: Duration?
    var pausedUntil: Duration?
    /// Answers in a row that said that it is busy.
    var refusals = 0

    var isEmpty: Bool { next == waiting.count }
  }

  private let perHost: Int
  private let pace: Duration
  private var hosts: [String: Host] = [:]
  /// The hosts in the order of their first request; they take turns in it.
  private var order: [String] = []
  private var turn = 0
  /// How many requests wait.
  private(set) var waiting = 0

  /// Creates an empty queue.
  init(perHost: Int, pace: Duration) {
    (self.perHost, self.pace) = (max(1, perHost), pace)
  }

  /// Puts a request at its host's end, or, one that is already on its way by a redirect, in front.
  mutating func add(_ request: Int, host name: String, first: Bool = false) {
    if hosts[name] == nil { order.append(name) }
    var host = hosts.removeValue(forKey: name) ?? Host()
    if first, host.next > 0 {
      host.next -= 1
      host.waiting[host.next] = request
    } else {
      host.waiting.insert(request, at: first ? host.next : host.waiting.count)
    }
    hosts[name] = host
    waiting += 1
  }

  /// Takes the next request that may start now; `nil`: none may.
  mutating func start(at now: Duration) -> (request: Int, host: String)? {
    guard waiting > 0 else { return nil }
    for step in order.indices {
      let place = (turn + step) % order.count
      let name = order[place]
      guard var host = hosts[name], !host.isEmpty, host.busy < perHost,
        host.lastStart.map({ now - $0 >= pace }) ?? true
      else { continue }
      hosts[name] = nil  // so that the list below is not copied
      let request = host.waiting[host.next]
      host.next += 1
      host.busy += 1
      host.lastStart = now
      if host.isEmpty { (host.waiting, host.next) = ([], 0) }
      hosts[name] = host
      waiting -= 1
      turn = place + 1
      return (request, name)
    }
    return nil
  }

  /// Gives a started request's place back.
  mutating func finish(host name: String) { hosts[name]?.busy -= 1 }

  /// How long until the pace of some host with room allows a start; `nil`: only an end makes room.
  func timeToNextStart(at now: Duration) -> Duration? {
    hosts.values.lazy.filter { !$0.isEmpty && $0.busy < perHost }
      .map { max(.zero, ($0.lastStart.map { $0 + pace } ?? now) - now) }.min()
  }

  /// Notes whether a host said that it is busy; returns how often it has in a row.
  @discardableResult
  mutating func noteAnswer(of name: String, isBusy: Bool) -> Int {
    let busy = isBusy ? (hosts[name]?.refusals ?? 0) + 1 : 0
    hosts[name]?.refusals = busy
    return busy
  }

  /// Notes a pause that a host asked for; the longest one asked for holds.
  ///
  /// - Returns: The requests that waited for the host and now wait no more, in their order.
  mutating func pause(host name: String, until end: Duration) -> [Int] {
    if hosts[name] == nil { order.append(name) }
    var host = hosts.removeValue(forKey: name) ?? Host()
    host.pausedUntil = max(host.pausedUntil ?? end, end)
    let dropped = Array(host.waiting[host.next...])
    (host.waiting, host.next) = ([], 0)
    hosts[name] = host
    waiting -= dropped.count
    return dropped
  }

  /// How long a host's pause still lasts; `nil`: there is none.
  func pauseLeft(host name: String, at now: Duration) -> Duration? {
    guard let end = hosts[name]?.pausedUntil, end > now else { return nil }
    return end - now
  }
}
