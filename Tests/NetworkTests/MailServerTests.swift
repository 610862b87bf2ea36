// Addresses of mail servers, and that no password comes out of one.

import Testing

@testable import Network

struct MailServerTests {
  @Test(arguments: [
    ("smtps://mail.example.org", MailServer.Encryption.required),
    ("smtp://mail.example.org:587", .required), ("smtp://127.0.0.2:25", .none),
    ("smtp://localhost", .none), ("smtp://[::1]:25", .none),
    // Names that only begin like loopback's.
    ("smtp://127.0.0.1.example.org", .required), ("smtp://localhost.example.org", .required),
  ])
  func asksForEncryptionBeyondLoopback(address: String, encryption: MailServer.Encryption) throws {
    let server = try MailServer(address)
    #expect(server.encryption == encryption)
    #expect(server.name == address)
    #expect(try MailServer(address, encryption: .offered).encryption == .offered)
  }

  @Test func aPathIsTheNameOfTheClient() throws {
    let server = try MailServer("smtp://Mail.example.org:587/client.example.org")
    #expect(server.url == "smtp://Mail.example.org:587/client.example.org")
    #expect(server.name == "smtp://mail.example.org:587")
  }

  @Test func theUserComesFromTheAddressOrBesideIt() throws {
    let server = try MailServer("smtps://ann%40example.org@mail.example.org", password: "secret")
    #expect(server.credentials == .init(user: "ann@example.org", password: "secret"))
    #expect(!server.url.contains("@"))
    let other = try MailServer("smtps://mail.example.org", user: "bo", password: "secret")
    #expect(other.credentials == .init(user: "bo", password: "secret"))
  }

  @Test func aServerPrintsNoPassword() throws {
    let server = try MailServer("smtps://ann@mail.example.org", password: "secret")
    #expect("\(server)" == "smtps://mail.example.org")
    #expect(!String(reflecting: server).contains("secret"))
  }

  @Test(arguments: [
    "", "mail.example.org", "http://mail.example.org", "smtps://", "smtp://a b", "smtp://a\r\nb",
  ])
  func refusesWhatIsNoMailServer(address: String) {
    #expect(throws: MailServer.Problem.address(address)) { try MailServer(address) }
  }

  @Test func refusesHalvesOfCredentials() {
    #expect(throws: MailServer.Problem.noPassword(user: "ann")) {
      try MailServer("smtps://ann@mail.example.org")
    }
    #expect(throws: MailServer.Problem.noUser) {
      try MailServer("smtps://mail.example.org", password: "secret")
    }
  }

  @Test func refusesAPasswordInTheAddressAndDoesNotRepeatIt() {
    let problem = #expect(throws: MailServer.Problem.self) {
      try MailServer("smtps://ann:secret@mail.example.org")
    }
    #expect(problem == .passwordInAddress("smtps://mail.example.org"))
    #expect(problem?.message.contains("secret") == false)
  }
}
