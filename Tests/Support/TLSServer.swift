// The server of tls-server.py, run for one test.

import Foundation

/// The server of `tls-server.py`, run for one test and stopped when it is let go.
package final class TLSServer {
  /// What it does with a connection.
  package enum Mode: String {
    /// Answers each request.
    case answer
    /// Closes after its first flight, so that the client writes to nobody.
    case handshake
  }

  /// Its address.
  package let address: String
  /// Its certificate.
  package let certificate: String
  private let process = Process()
  private let input = Pipe()
  private let folder: TemporaryFolder

  /// Starts a server that answers with a text; `nil` where there is no python3 or no openssl.
  package init?(_ mode: Mode, _ body: String) throws {
    guard let python = Tools.python, Tools.openssl != nil else {
      print("no python3 or no openssl: what needs a server with TLS is skipped")
      return nil
    }
    folder = try TemporaryFolder()
    try folder.write("body", body)
    let output = Pipe()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      Places.top.appending(path: "Tests/Support/tls-server.py").path, folder.url.path,
      mode.rawValue,
      folder.path("body"),
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var text = ""
    while text.filter({ $0 == "\n" }).count < 2 {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { throw POSIXError(.ECHILD) }
      text += String(decoding: data, as: UTF8.self)
    }
    let lines = text.split(separator: "\n").map(String.init)
    (address, certificate) = ("https://localhost:\(lines[0])/", lines[1])
  }

  deinit {
    // Its standard input ends, and so does it.
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
