// The server of smtp-server.py, run for one test.

import Foundation

/// The server of `smtp-server.py`, run for one test and stopped when it is let go.
package final class PythonMailServer {
  /// A python3 on the path that has aiosmtpd; `nil`: none.
  package static let python: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/python3" }.first { program in
      guard FileManager.default.isExecutableFile(atPath: program) else { return false }
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = ["-c", "import aiosmtpd"]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }  // then it is none
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
  }()

  /// The port.
  package let port: Int
  /// The certificate, with TLS.
  package let certificate: String?
  /// `smtp` or `smtps`.
  package let scheme: String
  private let process = Process()
  private let input = Pipe()
  private let folder = try? TemporaryFolder()

  /// Starts a server with options of the script.
  package init(_ options: [String]) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: Self.python ?? "/nowhere")
    let script = Places.top.appending(path: "Tests/Support/smtp-server.py").path
    process.arguments = [script, folder?.path("mail") ?? ""] + options
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var text = ""
    let wanted = options.contains("--tls") ? 2 : 1
    while text.filter({ $0 == "\n" }).count < wanted {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { throw POSIXError(.ECHILD) }
      text += String(decoding: data, as: UTF8.self)
    }
    let lines = text.split(separator: "\n").map(String.init)
    port = Int(lines[0]) ?? 0
    certificate = lines.dropFirst().first
    scheme = options.contains("implicit") ? "smtps" : "smtp"
  }

  deinit {
    // Its standard input ends, and so does it.
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The envelopes of the messages so far, as JSON.
  package func facts() throws -> [String] {
    let files = folder?.files().filter { $0.hasSuffix(".json") } ?? []
    return try files.compactMap { try folder?.read($0) }
  }
}
