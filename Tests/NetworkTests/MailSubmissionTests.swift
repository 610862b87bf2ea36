// Submission to a server on loopback: what arrives, and how each stage fails.

import Support
import Testing

@testable import Network

struct MailSubmissionTests {
  static let message = Array("Subject: x\r\n\r\n.dot\r\n..\r\nend\r\n".utf8)
  static let people = ["a@example.org", "b@example.org"]

  static func send(
    to server: ScriptedMailServer, _ message: [UInt8] = message, user: String? = nil,
    password: String? = nil, encryption: MailServer.Encryption? = nil, timeoutSeconds: Int = 20
  ) throws {
    try MailSubmission.send(
      message, from: "digest@example.org", to: people,
      by: MailServer(
        server.address + "/client.example.org", user: user, password: password,
        encryption: encryption, timeoutSeconds: timeoutSeconds))
  }

  /// A server that agrees to all but commands that begin so.
  static func server(_ commands: [String: String?]) throws -> ScriptedMailServer {
    try ScriptedMailServer { command in
      for (start, reply) in commands where command.hasPrefix(start) { return reply }
      return ScriptedMailServer.agree(command)
    }
  }

  @Test func aMessageArrivesAsItIs() throws {
    let server = try ScriptedMailServer()
    try Self.send(to: server)
    #expect(server.messages == [Self.message])
    let commands = server.commands.filter { $0 != "QUIT" }
    #expect(commands.map { $0.prefix(4) } == ["EHLO", "MAIL", "RCPT", "RCPT", "DATA"])
    #expect(commands.first == "EHLO client.example.org")
    #expect(commands.dropFirst().first?.hasPrefix("MAIL FROM:<digest@example.org>") == true)
    #expect(commands.contains("RCPT TO:<a@example.org>"))
    #expect(commands.contains("RCPT TO:<b@example.org>"))
  }

  @Test(arguments: [("550 5.1.1 who is that", 550, false), ("451 4.3.0 later", 451, true)])
  func nobodyGetsItWhenOneIsRefused(reply: String, code: Int, isTemporary: Bool) throws {
    let server = try Self.server(["RCPT TO:<b@": reply])
    let failure = #expect(throws: MailFailure.self) { try Self.send(to: server) }
    #expect(
      failure
        == MailFailure(
          stage: .recipient, reply: code, isTemporary: isTemporary,
          message: "\(server.address): the server refuses the recipient <b@example.org>: \(reply); "
            + "nothing was sent"))
    #expect(server.messages == [])
    #expect(!server.commands.contains("DATA"))
  }

  @Test(arguments: [
    (["MAIL"], "550 no", MailFailure.Stage.sender), (["DATA"], "554 no", .message),
    (["."], "552 too long", .acceptance),
    // A server that knows no EHLO is asked once more, with HELO.
    (["EHLO", "HELO"], "421 too many", .greeting),
  ])
  func aRefusalIsCertainAtEveryStage(
    commands: [String], reply: String, stage: MailFailure.Stage
  ) throws {
    let server = try Self.server(
      Dictionary(commands.map { ($0, reply) }, uniquingKeysWith: { $1 }))
    let failure = #expect(throws: MailFailure.self) { try Self.send(to: server) }
    #expect(failure?.stage == stage)
    #expect(failure?.fate == .notSent)
    #expect(failure?.message.contains(reply) == true)
  }

  @Test func aServerThatDiesAfterTheMessageLeavesItsFateOpen() throws {
    let server = try Self.server([".": nil])
    let failure = #expect(throws: MailFailure.self) { try Self.send(to: server) }
    #expect(
      failure
        == MailFailure(
          stage: .acceptance, fate: .unknown, isTemporary: true,
          message: "\(server.address): the connection broke after the whole message was given and "
            + "before the server's word on it; it may have been accepted: look whether it arrived "
            + "before it is sent again"))
    #expect(server.messages.count == 1)
  }

  @Test(arguments: ["EHLO", "MAIL", "RCPT", "DATA"])
  func aServerThatDiesBeforeHasNothing(command: String) throws {
    let server = try Self.server([command: nil])
    let failure = #expect(throws: MailFailure.self) { try Self.send(to: server) }
    #expect(failure?.fate == .notSent)
    #expect(failure?.isTemporary == true)
  }

  @Test func aServerThatIsSilentIsLeft() throws {
    let server = try Self.server(["MAIL": ""])
    let failure = #expect(throws: MailFailure.self) { try Self.send(to: server, timeoutSeconds: 1) }
    #expect(failure?.stage == .sender)
    #expect(failure?.message.contains("no answer within 1 seconds") == true)
  }

  @Test func nobodyThereIsSaid() throws {
    let failure = #expect(throws: MailFailure.self) {
      try MailSubmission.send(
        Self.message, from: "a@example.org", to: Self.people,
        by: MailServer("smtp://127.0.0.1:1", timeoutSeconds: 5))
    }
    #expect(failure?.stage == .connection)
    #expect(failure?.fate == .notSent)
    #expect(failure?.isTemporary == true)
  }

  @Test func plainTextIsRefusedWhereEncryptionIsRequired() throws {
    let server = try ScriptedMailServer()
    let failure = #expect(throws: MailFailure.self) {
      try Self.send(to: server, user: "ann", password: "secret", encryption: .required)
    }
    #expect(failure?.stage == .encryption)
    #expect(!server.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
  }

  @Test func aPasswordIsGivenAndNeverRepeated() throws {
    // Base64 of NUL, "ann", NUL, "secret".
    let secret = "AGFubgBzZWNyZXQ="
    func server(_ last: String) throws -> ScriptedMailServer {
      try Self.server(["EHLO": "250 AUTH PLAIN", "AUTH": "334 ", secret: last])
    }
    let good = try server("235 welcome")
    try Self.send(to: good, user: "ann", password: "secret")
    #expect(good.messages.count == 1)
    let bad = try server("535 5.7.8 \(secret) is not right")
    let failure = #expect(throws: MailFailure.self) {
      try Self.send(to: bad, user: "ann", password: "secret")
    }
    #expect(
      failure
        == MailFailure(
          stage: .authentication, reply: 535,
          message: "\(bad.address): the server refuses the user 'ann' or the password (535); "
            + "check both; nothing was sent"))
  }

  @Test(arguments: [
    "", "ann", "a@example.org>\r\nRCPT TO:<x@example.org", "a b@example.org", "jörg@example.org",
  ])
  func anEnvelopeHoldsOnlyBareAddresses(address: String) throws {
    let server = try ScriptedMailServer()
    for (sender, recipients) in [(address, Self.people), ("a@example.org", [address])] {
      let failure = #expect(throws: MailFailure.self) {
        try MailSubmission.send(
          Self.message, from: sender, to: recipients, by: MailServer(server.address))
      }
      #expect(failure?.stage == .envelope)
    }
    #expect(server.commands == [])
  }

  @Test func aMessageNeedsARecipient() throws {
    let failure = #expect(throws: MailFailure.self) {
      try MailSubmission.send(
        Self.message, from: "a@example.org", to: [], by: MailServer("smtp://127.0.0.1:1"))
    }
    #expect(failure?.stage == .envelope)
  }
}
