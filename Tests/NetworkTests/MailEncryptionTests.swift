// Submission with TLS, against the server of smtp-server.py; without aiosmtpd there is nothing to try.

import Foundation
import Support
import Testing

@testable import Network

@Suite(.enabled(if: PythonMailServer.python != nil, "no python3 with aiosmtpd is on the path"))
struct MailEncryptionTests {
  static func send(_ server: PythonMailServer, trusting certificates: String?, user: String? = nil)
    throws
  {
    try MailSubmission.send(
      Array("Subject: x\r\n\r\ntext\r\n".utf8), from: "digest@example.org", to: ["a@example.org"],
      by: MailServer(
        "\(server.scheme)://127.0.0.1:\(server.port)", user: user,
        password: user.map { _ in "secret" }, encryption: .required, certificates: certificates,
        timeoutSeconds: 20))
  }

  @Test(arguments: ["starttls", "implicit"])
  func aCertificateIsTrustedOnlyWhenItsAuthorityIsNamed(tls: String) throws {
    let server = try PythonMailServer(["--tls", tls])
    let failure = #expect(throws: MailFailure.self) { try Self.send(server, trusting: nil) }
    #expect(failure?.stage == .encryption)
    #expect(failure?.fate == .notSent)
    #expect(failure?.message.contains("SSL_CERT_FILE") == true)
    #expect(try server.facts() == [])
    try Self.send(server, trusting: server.certificate)
    #expect(try server.facts().map { $0.contains("\"tls\": true") } == [true])
  }

  @Test func aFileOfCertificatesThatIsNotThereIsNamed() throws {
    let server = try PythonMailServer(["--tls", "implicit"])
    let failure = #expect(throws: MailFailure.self) {
      try Self.send(server, trusting: "/nowhere/ca.pem")
    }
    #expect(failure?.message.contains("'/nowhere/ca.pem' cannot be used") == true)
  }

  @Test func aUserLogsInBehindSTARTTLS() throws {
    let server = try PythonMailServer([
      "--tls", "starttls", "--user", "ann", "--password", "secret",
    ])
    try Self.send(server, trusting: server.certificate, user: "ann")
    #expect(try server.facts().map { $0.contains("\"user\": \"ann\"") } == [true])
  }

  @Test func aServerThatIsGoneDoesNotEndTheProgram() throws {
    // With TLS the write to a closed connection is OpenSSL's own, which raises SIGPIPE.
    let server = try PythonMailServer(["--tls", "implicit", "--die", "data"])
    let large = [UInt8](repeating: UInt8(ascii: "x"), count: 8 << 20)
    let failure = #expect(throws: MailFailure.self) {
      try MailSubmission.send(
        large, from: "digest@example.org", to: ["a@example.org"],
        by: MailServer(
          "smtps://127.0.0.1:\(server.port)", certificates: server.certificate, timeoutSeconds: 20))
    }
    #expect(failure?.stage == .message)
    #expect(failure?.fate == .notSent)
  }
}
