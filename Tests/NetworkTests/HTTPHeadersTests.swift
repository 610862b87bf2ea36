import Testing

@testable import Network

struct HTTPHeadersTests {
  @Test func takesLinesInAnyCaseAndKeepsTheirOrder() {
    var headers = HTTPHeaders()
    for line in ["LINK: <a>\r\n", "Link:\t<b> \r\n", "no colon", "Empty:  \r\n", "link:<c>"] {
      headers.add(line: line.utf8)
    }
    #expect(headers.values("link") == ["<a>", "<b>", "<c>"])
    #expect(headers.value("link") == "<c>")
    #expect(headers.value("empty") == nil)
  }

  @Test func anOpaqueValueKeepsEveryByte() {
    let lineBreaksAndSpaces: Set<UInt8> = [0x0A, 0x0D, 0x20, 0x09]
    let value = (UInt8(1)...255).filter { !lineBreaksAndSpaces.contains($0) }
    var headers = HTTPHeaders()
    headers.add(line: Array("ETag: ".utf8) + value)
    #expect(headers.opaque("etag").flatMap(HTTPHeaders.bytes(ofOpaque:)) == value)
  }

  @Test(arguments: ["", "a\r\nX: y", "a\nb", "a\0b"])
  func aValueThatIsNoLineIsNotSent(value: String) {
    #expect(HTTPHeaders.bytes(ofOpaque: value) == nil)
  }

  @Test func textThatWasStoredAsSuchIsSentAsUTF8() {
    #expect(HTTPHeaders.bytes(ofOpaque: "→") == Array("→".utf8))
  }
}
