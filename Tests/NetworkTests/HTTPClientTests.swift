import Model
import Network
import Support
import Testing

struct AddressGuardTests {
  @Test(
    arguments: [
      [127, 0, 0, 1], [10, 1, 2, 3], [172, 16, 0, 1], [172, 31, 255, 255], [192, 168, 1, 1],
      [169, 254, 169, 254], [100, 64, 0, 1], [0, 0, 0, 0], [224, 0, 0, 1], [255, 255, 255, 255],
    ] as [[UInt8]])
  func refusesPrivateIPv4(address: [UInt8]) {
    #expect(!AddressGuard.isPublic(address))
    // The same inside IPv6: mapped, NAT64, 6to4.
    #expect(!AddressGuard.isPublic([UInt8](repeating: 0, count: 10) + [255, 255] + address))
    #expect(
      !AddressGuard.isPublic([0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + address))
    #expect(!AddressGuard.isPublic([0x20, 0x02] + address + [UInt8](repeating: 0, count: 10)))
  }

  @Test(
    arguments: [[8, 8, 8, 8], [172, 32, 0, 1], [1, 1, 1, 1], [100, 128, 0, 1]] as [[UInt8]])
  func allowsPublicIPv4(address: [UInt8]) {
    #expect(AddressGuard.isPublic(address))
  }

  @Test func knowsIPv6() {
    let loopback = [UInt8](repeating: 0, count: 15) + [1]
    #expect(!AddressGuard.isPublic(loopback))
    #expect(!AddressGuard.isPublic([0xFE, 0x80] + [UInt8](repeating: 0, count: 14)))
    #expect(!AddressGuard.isPublic([0xFC, 0] + [UInt8](repeating: 0, count: 14)))
    #expect(AddressGuard.isPublic([0x26, 0x06, 0x47, 0] + [UInt8](repeating: 1, count: 12)))
    #expect(!AddressGuard.isPublic([1, 2, 3]))
  }
}

struct HTTPClientTests {
  static func fetch(
    _ addresses: [String], validators: Validators = Validators(), allowPrivate: Bool = true,
    maximumBytes: Int = 1 << 20
  ) -> [HTTPOutcome?] {
    var limits = HTTPClient.Limits()
    limits.allowPrivateAddresses = allowPrivate
    limits.maximumBytes = maximumBytes
    limits.timeoutSeconds = 20
    var outcomes = [HTTPOutcome?](repeating: nil, count: addresses.count)
    HTTPClient(limits: limits, userAgent: "test/1", now: Timestamp(seconds: 0)).fetch(
      addresses.map { HTTPRequest(address: $0, validators: validators) }
    ) { outcomes[$0] = $1 }
    return outcomes
  }

  static func failure(_ outcome: HTTPOutcome??) -> String? {
    if case .failed(let failure)?? = outcome { failure.reason } else { nil }
  }

  @Test func readsBodyCharsetAndValidators() throws {
    let server = try LoopbackServer { _ in
      LoopbackServer.response(
        "200 OK",
        headers: [
          "ETag: W/\"a\"", "Last-Modified: Sat, 21 Nov 2026 09:30:00 GMT",
          "Content-Type: text/xml; charset=\"utf-8\"",
        ],
        body: "hello")
    }
    defer { server.stop() }
    let outcome = Self.fetch([server.address("/")])[0]
    guard case .fresh(let response)? = outcome else {
      Testing.Issue.record("no response: \(String(describing: outcome))")
      return
    }
    #expect(String(decoding: response.body, as: UTF8.self) == "hello")
    #expect(response.charset == "utf-8")
    #expect(
      response.validators
        == Validators(etag: "W/\"a\"", lastModified: "Sat, 21 Nov 2026 09:30:00 GMT"))
    #expect(server.requests.first?.headers["user-agent"] == "test/1")
  }

  @Test func sendsValidatorsByteForByte() throws {
    let server = try LoopbackServer { request in
      request.headers["if-none-match"] == "W/\"a b\""
        ? LoopbackServer.response("304 Not Modified", headers: ["ETag: W/\"c\""])
        : LoopbackServer.response("200 OK")
    }
    defer { server.stop() }
    let outcome = Self.fetch([server.address("/")], validators: Validators(etag: "W/\"a b\""))[0]
    guard case .unchanged(let answer)? = outcome else {
      Testing.Issue.record("not 304")
      return
    }
    #expect(answer.validators.etag == "W/\"c\"")
  }

  @Test func refusesPrivateAddressesAndSaysHowToAllowThem() throws {
    let server = try LoopbackServer { _ in LoopbackServer.response("200 OK") }
    defer { server.stop() }
    let reason = Self.failure(Self.fetch([server.address("/")], allowPrivate: false)[0])
    #expect(
      reason == "is inside a private network; set fetch.allow_private_addresses = true to read it")
    #expect(server.requests.isEmpty)
  }

  @Test func stopsAtTheLargestBody() throws {
    let server = try LoopbackServer { _ in
      LoopbackServer.response("200 OK", body: String(repeating: "x", count: 100_000))
    }
    defer { server.stop() }
    let reason = Self.failure(Self.fetch([server.address("/")], maximumBytes: 1000)[0])
    #expect(reason == "sends more than 1000 bytes; see fetch.max_bytes")
  }

  @Test func followsRedirectsButNotToFiles() throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/a": LoopbackServer.response("302 Found", headers: ["Location: /b", "ETag: \"old\""])
      case "/b": LoopbackServer.response("200 OK", body: "b")
      case "/loop": LoopbackServer.response("302 Found", headers: ["Location: /loop"])
      default: LoopbackServer.response("302 Found", headers: ["Location: file:///etc/passwd"])
      }
    }
    defer { server.stop() }
    let outcomes = Self.fetch(["/a", "/file", "/loop"].map(server.address))
    guard case .fresh(let response)? = outcomes[0] else {
      Testing.Issue.record("not followed")
      return
    }
    #expect(response.finalAddress == server.address("/b"))
    #expect(response.validators == Validators())
    #expect(Self.failure(outcomes[1]) != nil)
    #expect(Self.failure(outcomes[2]) != nil)
  }

  @Test func oneFailureIsNotTheEnd() throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/404": LoopbackServer.response("404 Not Found")
      case "/reset": nil
      default: LoopbackServer.response("200 OK", body: request.path)
      }
    }
    defer { server.stop() }
    let paths = ["/1", "/404", "/2", "/reset", "/3"]
    let outcomes = Self.fetch(paths.map(server.address))
    #expect(Self.failure(outcomes[1]) == "answers with status 404 (not found)")
    #expect(Self.failure(outcomes[3]) != nil)
    for index in [0, 2, 4] {
      guard case .fresh(let response)? = outcomes[index] else {
        Testing.Issue.record("\(paths[index]) was lost")
        continue
      }
      #expect(String(decoding: response.body, as: UTF8.self) == paths[index])
    }
  }
}
