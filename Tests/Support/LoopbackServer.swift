// A web server on loopback that answers as a test tells it.

import Foundation
import Glibc

/// A web server on 127.0.0.1, on a port of its own, stopped when it is let go.
package final class LoopbackServer: @unchecked Sendable {
  /// The port.
  package let port: Int
  private let descriptor: Int32
  private let answer: @Sendable (HTTPRequest) -> String?
  private let lock = NSLock()
  private var seen: [HTTPRequest] = []

  /// The requests so far.
  package var requests: [HTTPRequest] { lock.withLock { seen } }

  /// Starts a server.
  ///
  /// - Parameter answer: Gives the raw response; `nil`: the connection is closed without one.
  package init(_ answer: @escaping @Sendable (HTTPRequest) -> String?) throws {
    self.answer = answer
    let descriptor = socket(
      AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    self.descriptor = descriptor
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      // The descriptor is closed here and nowhere else: its number may be another server's next.
      defer { close(descriptor) }
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        // A program that a test starts meanwhile must not keep the connection open.
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        if let self { self.serve(connection) } else { close(connection) }
      }
    }
  }

  /// Stops the server.
  package func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// The address of a path.
  package func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    guard let request = HTTPRequest.read(from: connection) else { return }
    lock.withLock { seen.append(request) }
    guard let response = answer(request) else { return }
    var rest = Array(response.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// A whole response: status line, headers, length and body.
  package static func response(
    _ status: String, headers: [String] = [], body: String = ""
  ) -> String {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"]
    return (lines + headers).joined(separator: "\r\n") + "\r\n\r\n" + body
  }
}
