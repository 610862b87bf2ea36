// A mail server on loopback that answers each command as a test tells it.

import Foundation
import Glibc

/// A mail server on 127.0.0.1, on a port of its own, stopped when it is let go.
///
/// It speaks no TLS; `smtp-server.py` beside it does.
package final class ScriptedMailServer: @unchecked Sendable {
  /// The port.
  package let port: Int
  private let listener: Int32
  private let answer: @Sendable (String) -> String?
  private let lock = NSLock()
  private var heard: [String] = []
  private var taken: [[UInt8]] = []

  /// The commands so far, in order.
  package var commands: [String] { lock.withLock { heard } }
  /// The messages so far, as they came, without what is added on the way.
  package var messages: [[UInt8]] { lock.withLock { taken } }
  /// The address for a client.
  package var address: String { "smtp://127.0.0.1:\(port)" }

  /// What a server that takes everything says to a command.
  package static func agree(_ command: String) -> String? {
    switch command.prefix(4) {
    case "DATA": "354 go on"
    case "QUIT": "221 bye"
    default: "250 fine"
    }
  }

  /// Starts a server.
  ///
  /// - Parameter answer: Gives the reply to a command, or to `.`, the end of a message; `nil`: the
  ///   connection is closed; empty: nothing is said.
  package init(_ answer: @escaping @Sendable (String) -> String? = ScriptedMailServer.agree) throws
  {
    self.answer = answer
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 8) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    self.listener = listener
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      defer { close(listener) }
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        self?.serve(connection)
        close(connection)
      }
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ connection: Int32) {
    var rest: [UInt8] = []
    guard say("220 ready", connection) else { return }
    while let line = line(&rest, connection) {
      lock.withLock { heard.append(line) }
      guard let reply = answer(line), say(reply, connection) else { return }
      if line == "QUIT" { return }
      if reply.hasPrefix("354") {
        var message: [UInt8] = []
        while true {
          guard let text = self.line(&rest, connection) else { return }
          if text == "." { break }
          message += Array((text.hasPrefix(".") ? String(text.dropFirst()) : text).utf8) + [13, 10]
        }
        lock.withLock { taken.append(message) }
        guard let reply = answer("."), say(reply, connection) else { return }
      }
    }
  }

  private func say(_ reply: String, _ connection: Int32) -> Bool {
    guard !reply.isEmpty else { return true }
    let bytes = Array((reply + "\r\n").utf8)
    return bytes.withUnsafeBytes {
      send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }
  }

  /// The next line without its CRLF; `nil`: the connection has ended.
  private func line(_ rest: inout [UInt8], _ connection: Int32) -> String? {
    while true {
      if let end = rest.firstIndex(of: 10) {
        let line = rest[..<end]
        rest.removeSubrange(...end)
        return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
      }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      rest += buffer[..<count]
    }
  }
}
