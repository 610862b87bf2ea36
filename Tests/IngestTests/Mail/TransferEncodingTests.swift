import Testing

@testable import Ingest

struct TransferEncodingTests {
  @Test(arguments: [
    ("caf=C3=A9", "café"), ("caf=c3=a9", "café"), ("a=\nb", "ab"), ("a=\r\nb", "ab"),
    ("a=  \nb", "ab"), ("a=3Db", "a=b"), ("a=zb", "a=zb"), ("a=", "a"), ("a=4", "a=4"),
    ("a_b", "a_b"),
  ])
  func decodesQuotedPrintable(text: String, plain: String) {
    let bytes = TransferEncoding.quotedPrintable(Array(text.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == plain)
  }

  @Test(arguments: [
    ("aGVsbG8=", "hello", false), ("aGVs\r\nbG8=\r\n", "hello", false),
    ("aGVsbG8", "hello", false), ("aGVsbG8=aGVsbG8=", "hellohello", false),
    // A list's footer in plain text after the padding.
    ("aGVsbG8=\n____\nList\n", "hello", false), ("aGV!sbG8=", "hello", true),
    ("aGVsb", "hel", true), ("", "", false), ("====", "", false),
  ])
  func decodesBase64(text: String, plain: String, isBroken: Bool) {
    let (bytes, broken) = TransferEncoding.base64(Array(text.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == plain)
    #expect(broken == isBroken)
  }
}
