import Model
import Testing

@testable import Ingest

/// Whole archives, and hostile ones.
struct MailArchiveTests {
  static let archive = """
    From jane at example.org  Mon Jan  1 10:00:00 2024
    From: jane at example.org (Jane Doe)
    Date: Mon, 1 Jan 2024 10:00:00 +0100
    Subject: [Foo-list] A plan for the
     new parser
    Message-ID: <a1@mail.example.org>

    Hi all,

    I think that we should write a new parser.

    >From here on it is easy.

    -- 
    Jane
    _______________________________________________
    Foo-list mailing list
    Foo-list at example.org
    https://example.org/mailman/listinfo/foo-list

    From bob at example.org  Mon Jan  1 12:00:00 2024
    From: =?utf-8?q?B=C3=B6b?= Smith <Bob@example.org>
    Date: Mon, 1 Jan 2024 12:00:00 +0100
    Subject: Re: [Foo-list] A plan for the new parser
    Message-ID: <b1@mail.example.org>
    In-Reply-To: <a1@mail.example.org>
    References: <a1@mail.example.org>
    Archived-At: <https://example.org/m/b1/>
    Content-Type: multipart/alternative; boundary="=_x"

    --=_x
    Content-Type: text/plain; charset=utf-8; format=flowed
    Content-Transfer-Encoding: quoted-printable

    On 1/1/24 10:00, Jane Doe wrote:
    > I think that we should =
    write a new parser.

    The caf=C3=A9 is=20
    closed.
    --=_x
    Content-Type: text/html

    <p>The caf&eacute; is closed.</p>
    --=_x--

    From carol at example.org  Tue Jan  2 12:00:00 2024
    From: Carol <carol@example.org>
    Date: Tue, 2 Jan 2024 12:00:00 +0000
    Subject: Lunch?
    Message-ID: <c1@mail.example.org>

    At noon?


    """

  @Test func readsAnArchive() throws {
    let (threads, diagnostics) = try #require(
      MailArchive.parse(
        Array(Self.archive.utf8), source: "foo.mbox", site: "Foo-list",
        page: "https://p.example/{message-id}"))
    let first = DiscussionThread(
      id: "mid:a1@mail.example.org", title: "A plan for the new parser",
      url: "https://p.example/a1@mail.example.org", source: "foo.mbox", site: "Foo-list",
      posts: [
        Post(
          id: "mid:a1@mail.example.org", number: nil, author: "Jane Doe",
          authorKey: "jane@example.org",
          date: Timestamp(year: 2024, month: 1, day: 1, hour: 9),
          url: "https://p.example/a1@mail.example.org",
          words: """
            Hi all,

            I think that we should write a new parser.

            From here on it is easy.
            """),
        Post(
          id: "mid:b1@mail.example.org", number: nil, author: "Böb Smith",
          authorKey: "bob@example.org", date: Timestamp(year: 2024, month: 1, day: 1, hour: 11),
          url: "https://example.org/m/b1/", words: "The café is closed.",
          quotations: [
            Quotation(
              author: "Jane Doe", number: nil, text: "I think that we should write a new parser.")
          ], inReplyTo: "mid:a1@mail.example.org"),
      ])
    #expect(threads.first == first)
    #expect(threads.map(\.title) == ["A plan for the new parser", "Lunch?"])
    #expect(diagnostics == [])
  }

  @Test func windowsLineEndsChangeNothing() {
    let windows = Self.archive.replacing("\n", with: "\r\n")
    let read = [Self.archive, windows].map {
      MailArchive.parse(Array($0.utf8), source: "s", site: "S")?.threads
    }
    #expect(read[0] == read[1])
    #expect(read[0]?.count == 2)
  }

  @Test func everyPrefixGivesWhatIsThere() {
    let bytes = Array(Self.archive.utf8)
    var most = 0
    for end in bytes.indices {
      let read = MailArchive.parse(Array(bytes[..<end]), source: "s", site: "S")
      let posts = read?.threads.reduce(0) { $0 + $1.posts.count } ?? 0
      #expect(posts <= 3)
      #expect(posts >= most || posts == most, "at \(end)")
      most = max(most, posts)
    }
    #expect(most == 3)
  }

  static func message(_ id: String?, _ words: String, _ more: String = "") -> String {
    "From a@b Mon Jan  1 10:00:00 2024\nFrom: Jane <jane@example.org>\nSubject: x\n"
      + "Date: Mon, 1 Jan 2024 10:00:00 +0000\n"
      + (id.map { "Message-ID: <\($0)>\n" } ?? "") + "\(more)\n\(words)\n\n"
  }

  static func parse(_ text: String) -> (posts: [Post], diagnostics: [Diagnostic])? {
    MailArchive.parse(Array(text.utf8), source: "s", site: "S").map {
      ($0.threads.flatMap(\.posts), $0.diagnostics)
    }
  }

  @Test func copiesAreLeftOut() throws {
    let copy = Self.message("a@x", "one")
    let (posts, diagnostics) = try #require(Self.parse(copy + copy + copy))
    #expect(posts.map(\.id) == ["mid:a@x"])
    #expect(diagnostics == [Diagnostic(line: 10, "2 copies of messages left out")])
  }

  @Test func otherWordsUnderTheSameIDAreKept() throws {
    let (posts, diagnostics) = try #require(
      Self.parse(
        Self.message("a@x", "one") + Self.message("a@x", "two") + Self.message("a@x", "two")))
    #expect(posts.map(\.words) == ["one", "two"])
    #expect(posts[0].id == "mid:a@x")
    #expect(posts[1].id.hasPrefix("mid:a@x#"))
    #expect(
      diagnostics == [
        Diagnostic(line: 18, "1 copy of messages left out"),
        Diagnostic(
          line: 10, "1 message with the Message-ID of another; kept under one of their own"),
      ])
  }

  @Test func faultsAreCountedByKind() throws {
    let nothing = "From a@b Mon Jan  1 10:00:00 2024\n\njust text\n\n"
    let (posts, diagnostics) = try #require(
      Self.parse(Self.message(nil, "a") + nothing + nothing + Self.message(nil, "b")))
    #expect(posts.map(\.words) == ["a", "b"])
    #expect(
      diagnostics == [
        Diagnostic(line: 9, "2 messages without any header left out"),
        Diagnostic(
          line: 2, "2 messages without a Message-ID; one was made from the content"),
      ])
  }

  @Test func anythingElseIsNil() {
    for text in ["", "hello", "<rss/>", "{\"a\": 1}", "1\n00:00:01,000 --> 00:00:02,000\nx\n"] {
      #expect(MailArchive.parse(Array(text.utf8), source: "s", site: "S") == nil)
    }
  }

  /// Bodies and headers that took too long, or could.
  static let attacks: [(name: String, message: String)] = [
    ("a long line", message("a@x", String(repeating: "x", count: 2_000_000))),
    ("quote marks", message("a@x", String(repeating: ">", count: 500_000))),
    ("NULs", message("a@x", String(repeating: "\0", count: 500_000))),
    ("header lines", message("a@x", "x", String(repeating: "X-A: b\n", count: 100_000))),
    (
      "one field again",
      message("a@x", "x", String(repeating: "References: <a@b>\n", count: 20_000))
    ),
    (
      "encoded words",
      message("a@x", "x", "To: \(String(repeating: "=?utf-8?q?", count: 20_000))\n")
    ),
    (
      "parameters",
      message("a@x", "x", "Content-Type: text/plain\(String(repeating: ";a*0=b", count: 20_000))\n")
    ),
    (
      "parts",
      message(
        "a@x", String(repeating: "--b\n\nx\n", count: 50_000),
        "Content-Type: multipart/mixed; boundary=b\n")
    ),
    (
      "one boundary at all depths",
      message(
        "a@x",
        String(repeating: "--b\nContent-Type: multipart/mixed; boundary=b\n\n", count: 10_000),
        "Content-Type: multipart/mixed; boundary=b\n")
    ),
    (
      "messages in messages",
      message(
        "a@x", String(repeating: "Content-Type: message/rfc822\n\n", count: 10_000),
        "Content-Type: message/rfc822\n")
    ),
    ("fences", message("a@x", "```x\n\n" + String(repeating: "x\n", count: 50_000))),
    ("attributions", message("a@x", String(repeating: "On 1 Jan Jane wrote:\n", count: 5000))),
    ("heads", message("a@x", String(repeating: "From: x\nTo: y\n\n", count: 5000))),
    ("signatures", message("a@x", String(repeating: "-- \n", count: 50_000))),
    (
      "hunks",
      message("a@x", String(repeating: "@@ -1,99999999 +1,99999999 @@\n", count: 20_000))
    ),
    ("separators", message("a@x", String(repeating: "From a b\n\n", count: 50_000))),
    ("authors", "From: \(String(repeating: "a,", count: 200_000))\nDate: x\n\nx\n"),
    ("comments", "From: \(String(repeating: "(", count: 200_000))\nDate: x\n\nx\n"),
  ]

  @Test(arguments: attacks)
  func anAttackIsOneMessage(attack: (name: String, message: String)) throws {
    let (posts, _) = try #require(Self.parse(attack.message))
    #expect(posts.count == 1)
  }

  @Test func noiseDoesNotCrash() {
    var state: UInt64 = 1
    let alphabet = Array("From: <>@=?\n\r-_ \t;\"()>bB64qQ\u{0}é".utf8)
    for _ in 0..<300 {
      var bytes = Array(Self.archive.utf8)
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(truncatingIfNeeded: state >> 33) % bytes.count
        bytes[place] = alphabet[Int(truncatingIfNeeded: state >> 20 & 0xFFF) % alphabet.count]
      }
      let read = MailArchive.parse(bytes, source: "s", site: "S")
      #expect(read == nil || (read?.threads.count ?? 0) < 20)
    }
  }
}
