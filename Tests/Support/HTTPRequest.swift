// A request as the servers of the tests read it.

import Foundation
import Glibc

/// What a client asked of a server of the tests.
package struct HTTPRequest: Sendable {
  /// The path with its query.
  package let path: String
  /// The headers, names in lower case.
  package let headers: [String: String]
  /// The head as sent.
  package let head: [UInt8]
  /// When it was read whole.
  package let arrival: ContinuousClock.Instant

  /// Reads a request's head; `nil`: the connection has ended.
  static func read(from connection: Int32) -> HTTPRequest? {
    var head: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !head.suffix(4).elementsEqual(end) {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      head += buffer[..<count]
    }
    let arrival = ContinuousClock.now
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    let path = lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? "/"
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...]
        .trimmingCharacters(in: .whitespaces)
    }
    return HTTPRequest(path: path, headers: headers, head: head, arrival: arrival)
  }
}
