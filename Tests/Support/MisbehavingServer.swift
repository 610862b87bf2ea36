// A web server on loopback that can do all that a server should not: raw bytes, drips, resets, hangs.

import Foundation
import Glibc

/// A web server on loopback, on a port of its own, that serves each connection on a thread of its own.
///
/// A test's closure answers each request by way of an ``Exchange``; when it returns, the connection
/// is closed, unless the exchange is told to keep it. Stopped when it is let go.
package final class MisbehavingServer: Sendable {
  /// The port.
  package let port: Int
  private let host: String
  private let state: State

  /// What the server's threads share.
  private final class State: @unchecked Sendable {
    let lock = NSLock()
    var requests: [HTTPRequest] = []
    var connections: Set<Int32> = []
    var underWay = 0
    var mostAtOnce = 0
    var connectionCount = 0
    var isStopped = false
  }

  /// The requests so far, in the order of their arrival.
  package var requests: [HTTPRequest] { state.lock.withLock { state.requests } }
  /// The most requests that waited for their answer to begin at once.
  ///
  /// Once it has begun, the client may be done before the server's thread can say so.
  package var mostAtOnce: Int { state.lock.withLock { state.mostAtOnce } }
  /// How many connections were made.
  package var connectionCount: Int { state.lock.withLock { state.connectionCount } }

  /// Starts a server.
  ///
  /// - Parameter host: An IPv4 address of loopback.
  package init(
    host: String = "127.0.0.1", _ answer: @escaping @Sendable (Exchange) -> Void
  ) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    inet_pton(AF_INET, host, &address.sin_addr)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 256) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else {
      Glibc.close(listener)
      throw POSIXError(.EADDRNOTAVAIL)
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    self.host = host
    let state = State()
    state.connections = [listener]
    self.state = state
    Self.startThread {
      // A descriptor is closed by its own thread and nowhere else: its number may be another's next.
      defer { Self.close(listener, state) }
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        // A program that a test starts meanwhile must not keep the connection open.
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        let isWelcome = state.lock.withLock {
          guard !state.isStopped else { return false }
          state.connections.insert(connection)
          state.connectionCount += 1
          return true
        }
        guard isWelcome else {
          Glibc.close(connection)
          return
        }
        Self.startThread { Self.serve(connection, state, answer) }
      }
    }
  }

  deinit { stop() }

  /// Stops the server and breaks all connections off.
  package func stop() {
    state.lock.withLock {
      state.isStopped = true
      for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  /// The address of a path.
  package func address(_ path: String) -> String { "http://\(host):\(port)\(path)" }

  private static func startThread(_ work: @escaping @Sendable () -> Void) {
    let thread = Thread(block: work)
    thread.stackSize = 256 << 10
    thread.start()
  }

  private static func close(_ connection: Int32, _ state: State) {
    state.lock.withLock {
      _ = state.connections.remove(connection)
      Glibc.close(connection)
    }
  }

  private static func serve(
    _ connection: Int32, _ state: State, _ answer: @Sendable (Exchange) -> Void
  ) {
    defer { close(connection, state) }
    while let request = HTTPRequest.read(from: connection) {
      let exchange = Exchange(request, connection) {
        state.lock.withLock { state.underWay -= 1 }
      }
      state.lock.withLock {
        state.requests.append(request)
        state.underWay += 1
        state.mostAtOnce = max(state.mostAtOnce, state.underWay)
      }
      answer(exchange)
      exchange.begin()
      guard exchange.keepsConnection else { return }
    }
  }
}

/// One request and the connection to answer it on, used by the server's thread alone.
package final class Exchange {
  /// What is asked.
  package let request: HTTPRequest
  /// Whether the connection waits for another request after this one.
  package var keepsConnection = false
  private let connection: Int32
  private var onBegin: (() -> Void)?

  init(_ request: HTTPRequest, _ connection: Int32, onBegin: @escaping () -> Void) {
    (self.request, self.connection, self.onBegin) = (request, connection, onBegin)
  }

  /// Notes that the answer begins, or that none will come.
  func begin() {
    onBegin?()
    onBegin = nil
  }

  /// Sends bytes as they are; `false`: the other side is gone.
  @discardableResult
  package func send(_ bytes: [UInt8]) -> Bool {
    begin()
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Sends text as it is; `false`: the other side is gone.
  @discardableResult
  package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Sends a whole answer: status line, length, headers and body.
  package func respond(_ status: String, headers: [String] = [], body: [UInt8]) {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers
    send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  /// The same with a body of text.
  package func respond(_ status: String, headers: [String] = [], body: String = "") {
    respond(status, headers: headers, body: Array(body.utf8))
  }

  /// Sends nothing until the other side gives up or the server is stopped.
  package func hang() {
    var byte: UInt8 = 0
    while recv(connection, &byte, 1, 0) > 0 {}
  }

  /// Sends a byte, and again after each pause, until the other side gives up or the server is
  /// stopped.
  package func drip(_ byte: UInt8, every milliseconds: Int32) {
    while send([byte]) {
      var watch = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      // What comes while nothing is asked is the end.
      if poll(&watch, 1, milliseconds) != 0 { return }
    }
  }

  /// Waits.
  package func pause(milliseconds: Int32) { poll(nil, 0, milliseconds) }

  /// Makes the end of the connection a reset.
  package func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    keepsConnection = false
  }
}
