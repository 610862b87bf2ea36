import Testing

@testable import Ingest

struct ContentValueTests {
  @Test(
    arguments: [
      ("Text/Plain", "text/plain", [:]),
      (
        "text/plain; charset=\"UTF-8\"; format=flowed", "text/plain",
        ["charset": "UTF-8", "format": "flowed"]
      ),
      ("text/plain (comment; x=y); charset=utf-8 (more)", "text/plain", ["charset": "utf-8"]),
      ("multipart/mixed; boundary=\"a;b=\\\"c\"", "multipart/mixed", ["boundary": "a;b=\"c"]),
      ("a/b; name*0=\"one \"; name*1=two; name*2*=%20three", "a/b", ["name": "one two three"]),
      ("a/b; name*=iso-8859-1'de'na%EFve.txt", "a/b", ["name": "naïve.txt"]),
      ("a/b; name*1*=%A9; name*0*=utf-8''caf%C3", "a/b", ["name": "café"]),
      ("a/b; name=\"=?utf-8?q?caf=C3=A9?=\"", "a/b", ["name": "café"]),
      ("a/b;; ;charset", "a/b", [:]),
      ("", "", [:]),
      ("a/b; x=\"unclosed", "a/b", ["x": "unclosed"]),
    ] as [(String, String, [String: String])])
  func reads(field: String, value: String, parameters: [String: String]) {
    let found = ContentValue(Array(field.utf8))
    #expect(found.value == value)
    #expect(found.parameters == parameters)
  }
}
