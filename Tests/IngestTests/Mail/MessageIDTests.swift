import Testing

@testable import Ingest

struct MessageIDTests {
  @Test(arguments: [
    ("<a@b> <c@d>", ["a@b", "c@d"]), ("<a@\n\tb>,<c@d>", ["a@b", "c@d"]),
    ("<a@b> <a@b>", ["a@b"]), ("junk <a@b> (comment)", ["a@b"]), ("<a@b", []), ("", []),
    ("<>", []), ("<x <a@b>", ["a@b"]), ("<A@B>", ["A@B"]),
  ])
  func findsAll(field: String, ids: [String]) {
    #expect(MessageID.all(Array(field.utf8)) == ids)
  }

  @Test(
    arguments: [("<a@b>", "a@b"), (" a@b ", "a@b"), ("", nil), ("<>", "<>")] as [(String, String?)])
  func findsOne(field: String, id: String?) {
    #expect(MessageID.one(Array(field.utf8)) == (id == "<>" ? nil : id))
  }

  @Test func aLongChainKeepsItsRootAndItsEnd() {
    let field = (0..<5000).map { "<\($0)@x>" }.joined(separator: " ")
    let ids = MessageID.all(Array(field.utf8))
    #expect(ids.count == 1000)
    #expect(ids.first == "0@x")
    #expect(ids.last == "4999@x")
  }
}
