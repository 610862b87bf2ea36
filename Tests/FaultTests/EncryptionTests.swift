import Foundation
import Support
import Testing

/// Sources that are read over TLS, and servers that vanish there.
struct EncryptionTests {
  static let feed = """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>Safe</title><id>a:f</id>
    <entry><id>a:1</id><title>One</title><link href="https://a.example/1"/>
    <updated>2026-11-05T00:00:00Z</updated><summary>Words.</summary></entry></feed>
    """

  static func fetch(_ server: TLSServer, _ environment: [String: String]) async throws
    -> ProgramRun.Ending
  {
    let folder = try TemporaryFolder()
    let sources = (1...8).map { "[[feed]]\nurl = \"\(server.address)\($0)\"\n" }
    try folder.write(
      "hallway.toml",
      "[fetch]\nallow_private_addresses = true\npace = \"0s\"\nper_host = 8\n" + sources.joined())
    return try await ProgramRun.run(
      ["fetch"], in: folder.url.path, environment: environment)
  }

  @Test func aCertificateIsTrustedOnlyWhenItsAuthorityIsNamed() async throws {
    guard let server = try TLSServer(.answer, Self.feed) else { return }
    let refused = try await Self.fetch(server, [:])
    #expect(refused.status == 3)
    #expect(
      refused.words.contains(
        "\(server.address)1: has a certificate that cannot be trusted (SSL_CERT_FILE can name the file of another authority)\n"
      ))
    let read = try await Self.fetch(server, ["SSL_CERT_FILE": server.certificate])
    #expect(read.status == 0, "\(read.words)")
    #expect(read.words.contains("fetched: 8\n"))
    let none = try await Self.fetch(server, ["SSL_CERT_FILE": ""])
    #expect(none.words.contains("has a certificate that cannot be trusted"))
    let wrong = try await Self.fetch(server, ["SSL_CERT_FILE": "/nowhere.pem"])
    #expect(wrong.words.contains("since what SSL_CERT_FILE names is no PEM file"))
  }

  @Test func aServerThatVanishesEndsItsRequestOnly() async throws {
    guard let server = try TLSServer(.handshake, "") else { return }
    let ending = try await Self.fetch(server, ["SSL_CERT_FILE": server.certificate])
    #expect(ending.status == 3, "ended by signal \(ending.signal): \(ending.words)")
    #expect(ending.words.contains("failed: 8\n"))
  }
}
