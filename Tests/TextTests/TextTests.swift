import Support
import Testing
@testable import Text

struct CharacterReferencesTests {
  @Test(arguments: [
    ("&eacute;", "é"), ("&amp;eacute;", "&eacute;"), ("&#233;&#xE9;", "éé"), ("&#x80;", "€"),
    ("&notit;", "¬it;"), ("&nosuch;", "&nosuch;"), ("AT&T", "AT&T"), ("&#0;", "\u{FFFD}"),
    ("&#xD800;", "\u{FFFD}"), ("&ampamp", "&amp"), ("&", "&"), ("&#;", "&#;"), ("&nbsp;", "\u{A0}"),
    ("&#99999999999;", "\u{FFFD}"),
  ])
  func decodes(text: String, decoded: String) {
    #expect(CharacterReferences.decode(text) == decoded)
  }
}

struct HTMLTokenizerTests {
  /// The tokens, spelled: `<a href="x">` for a start tag, `</a>` for an end tag.
  static func tokens(_ html: String, keepsUnknownTags: Bool = false) -> [String] {
    let bytes = Array(html.utf8)
    let span = bytes.span
    var tokenizer = HTMLTokenizer(keepsUnknownTags: keepsUnknownTags)
    var result: [String] = []
    while let token = tokenizer.next(span) {
      switch token {
      case .text(let range, let decoded):
        let text = String(decoding: bytes[range], as: UTF8.self)
        result.append(decoded ? CharacterReferences.decode(text) : text)
      case .startTag(let name, let range, let selfClosing):
        let attributes = HTMLTokenizer.attributes(span, range).map { " \($0.name)=\"\($0.value)\"" }
        result.append("<\(name.element)\(attributes.joined())\(selfClosing ? "/" : "")>")
      case .endTag(let name): result.append("</\(name.element)>")
      }
    }
    return result
  }

  @Test func readsTagsAndAttributes() {
    #expect(
      Self.tokens("<A HREF='x?a=1&amp;b' checked data-x = y>z</a>") == [
        "<a href=\"x?a=1&b\" checked=\"\" data-x=\"y\">", "z", "</a>",
      ])
    #expect(Self.tokens("<a b=1/ c='>'/>") == ["<a b=\"1/\" c=\">\"/>"])
  }

  @Test func keepsRawTextUntilItsOwnEndTag() {
    #expect(
      Self.tokens("<script>if (a < b) '</b>'</script>c") == [
        "<script>", "if (a < b) '</b>'", "</script>", "c",
      ])
  }

  @Test(arguments: ["<", "<a", "<a href=\"", "<!--", "</", "<script>", "&", "a < b", "<![CDATA[x"])
  func endsOnWhateverIsCutOff(html: String) {
    #expect(Self.tokens(html).count <= 2)
  }

  @Test(arguments: [
    ("a<!-- x -->b", ["a", "b"]), ("a<!-->b", ["a", "b"]), ("a<!-- x >b", ["a", "b"]),
    ("a<!DOCTYPE html>b", ["a", "b"]), ("a<!DOCTYPE", ["a", "<!DOCTYPE"]),
    ("a<![CDATA[b]]>c", ["a", "b", "c"]), ("<![CDATA[a", ["<![CDATA[a"]),
    ("a<!' b", ["a", "<!' b"]), ("a<?php x ?>b", ["a", "b"]), ("a</>b", ["a", "b"]),
  ])
  func readsDeclarations(html: String, tokens: [String]) {
    #expect(Self.tokens(html) == tokens)
  }

  @Test func whatIsNoElementIsTextInATitle() {
    #expect(
      Self.tokens("A <T> in <b>Vec<T></b>", keepsUnknownTags: true) == [
        "A ", "<T> in ", "<inline>", "Vec", "<T>", "</inline>",
      ])
  }

  @Test func isLinearOnHostileText() {
    #expect(Self.tokens(String(repeating: "<a ", count: 200_000)).count == 1)
    #expect(Self.tokens(String(repeating: "<!--", count: 200_000)).isEmpty)
    #expect(Self.tokens(String(repeating: "<!-->x<!--y>", count: 50_000)).count == 50_000)
    #expect(Self.tokens(String(repeating: "<![CDATA[", count: 100_000)).count == 100_000)
    #expect(Self.tokens(String(repeating: "<script>", count: 20_000)).count == 20_000)
    let references = Self.tokens(String(repeating: "&amp", count: 200_000))
    #expect(references == [String(repeating: "&", count: 200_000)])
  }
}

struct HTMLTextTests {
  @Test func tellsQuotesAndCodeFromTheAuthorsWords() {
    let blocks = HTMLText.blocks(
      of: """
        <aside class="quote no-group" data-username="sipa" data-post="3"><div class="title">sipa:</div>
        <blockquote><p>old words</p></blockquote></aside>
        <p>My own &amp; <code>inline</code> words.</p><pre><code>let x = 1
        let y</code></pre><ul><li>one</li><li>two</li></ul><blockquote>a line</blockquote><h2>Head</h2>
        """)
    #expect(
      blocks == [
        TextBlock(.quote(author: "sipa", post: 3), "old words"),
        TextBlock(.paragraph, "My own & inline words."),
        TextBlock(.code, "let x = 1\nlet y"), TextBlock(.listItem, "one"),
        TextBlock(.listItem, "two"), TextBlock(.quote(author: nil, post: nil), "a line"),
        TextBlock(.heading(2), "Head"),
      ])
    #expect(blocks.words == "My own & inline words.\n\n* one\n\n* two\n\n# Head")
  }

  @Test func keepsBlocksApartAndScriptsOut() {
    #expect(
      HTMLText.blocks(of: "a<p>b</p>c<br>d<script>x()</script><style>y</style>").map(\.text) == [
        "a", "b", "c", "d",
      ])
  }

  @Test func boundsNesting() {
    let deep = String(repeating: "<blockquote>", count: 50_000) + "word"
    #expect(HTMLText.blocks(of: deep).map(\.text) == ["word"])
  }

  @Test func makesOneLineOfATitle() {
    #expect(HTMLText.line(of: " A <b>bold</b>\n title &amp; more ") == "A bold title & more")
  }
}

struct SentenceSplitterTests {
  @Test(arguments: [
    ("One. Two.", ["One.", "Two."]),
    ("Dr. Smith vs. e.g. PEP 703. Next.", ["Dr. Smith vs. e.g. PEP 703.", "Next."]),
    ("It is 3.13 now. See uv.lock for more.", ["It is 3.13 now.", "See uv.lock for more."]),
    ("“Really?” She nodded.", ["“Really?”", "She nodded."]),
    ("Wait... what? Yes!", ["Wait... what?", "Yes!"]),
    ("J. R. Smith wrote it. So do I. Good.", ["J. R. Smith wrote it.", "So do I.", "Good."]),
    ("See fig. 3 and no. 5. Done.", ["See fig. 3 and no. 5.", "Done."]),
    ("run it. no caps here. ok?", ["run it. no caps here. ok?"]),
    ("First line\nsecond line.\n\nNew paragraph", ["First line second line.", "New paragraph"]),
    ("* item one\n* item two", ["item one", "item two"]),
    (
      "The U.S. Army met at 5 p.m. Tuesday. All came.",
      ["The U.S. Army met at 5 p.m. Tuesday.", "All came."]
    ),
    (
      "It is made in the U.S. The parts are not.", ["It is made in the U.S.", "The parts are not."]
    ),
    (
      "Das war am 3. März. Im 19. Jahrhundert, d. h. früher, gab es z. B. Äxte.",
      ["Das war am 3. März.", "Im 19. Jahrhundert, d. h. früher, gab es z. B. Äxte."]
    ),
    (
      "Шум 68 дБ, т. е. много, по данным А. С. Попова. Это всё.",
      ["Шум 68 дБ, т. е. много, по данным А. С. Попова.", "Это всё."]
    ),
    ("La Sra. López de EE. UU. vino. Vale.", ["La Sra. López de EE. UU. vino.", "Vale."]),
    ("« Non ! » Il est parti. p. ex. à Lyon", ["« Non ! »", "Il est parti. p. ex. à Lyon"]),
    ("これは文です。次の文です！", ["これは文です。", "次の文です！"]),
    ("It has 5. They have 6.", ["It has 5.", "They have 6."]),
    ("1. item one\n2. item two", ["item one", "item two"]),
    ("# Head\n\nBody here.", ["Head", "Body here."]),
    ("", []),
  ])
  func splits(text: String, sentences: [String]) {
    #expect(SentenceSplitter.strings(in: text) == sentences)
  }

  @Test func hostileBytesGiveSentencesInOrder() {
    for text in HostileText.texts(20_000, seed: 7) {
      var end = 0
      for (range, _) in SentenceSplitter.sentences(in: text) {
        guard range.lowerBound >= end, !range.isEmpty, range.upperBound <= text.count else {
          Issue.record("\(range) behind \(end) in \(text)")
          return
        }
        end = range.upperBound
      }
    }
  }

  @Test func knowsHeadingsAndItems() {
    let bytes = Array("# Head\n\nBody.\n\n* item".utf8)
    #expect(
      SentenceSplitter.sentences(in: bytes).map(\.place) == [.heading, .paragraph, .listItem])
  }
}

struct TokenizerTests {
  @Test(arguments: [
    ("uv.lock and asyncio.TaskGroup.", ["uv.lock", "and", "asyncio.TaskGroup"]),
    (
      "free-threaded C++ don't CVE-2026-1234",
      ["free", "threaded", "C++", "don't", "CVE-2026-1234"]
    ),
    ("naïve — café’s", ["naïve", "café’s"]), ("OP_CAT a/b", ["OP_CAT", "a", "b"]),
    ("\\operatorname{compose}", ["compose"]), ("🎉 wow", ["wow"]), ("", []),
    ("PEP 751, RFC 2119.", ["PEP 751", "RFC 2119"]),
    ("US 2026 and PEP 3.14", ["US", "2026", "and", "PEP", "3.14"]),
    ("use --locked or `--no-build-isolation`", ["use", "--locked", "or", "--no-build-isolation"]),
    ("slow --so they say-- cache--key", ["slow", "--so", "they", "say", "cache", "key"]),
    ("☺️ x\u{FE0F}", ["x"]),
  ])
  func findsTokens(text: String, tokens: [String]) {
    let bytes = Array(text.utf8)
    #expect(
      Tokenizer.tokens(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == tokens)
  }

  @Test(arguments: [("GIL", "gil"), ("café’s", "café"), ("it's", "it's"), ("ÉCOLE", "école")])
  func foldsTerms(token: String, term: String) {
    #expect(Tokenizer.term(Array(token.utf8)[...]) == term)
  }
}

struct StemmerTests {
  @Test(arguments: [
    ("threading", "thread"), ("clustering", "cluster"), ("lockfiles", "lockfil"),
    ("pep-751", "pep-751"),
    ("uv.lock", "uv.lock"),
  ])
  func stemsEnglish(word: String, stem: String) {
    #expect(Stemmer(language: "en-GB").stem(word) == stem)
  }

  @Test func leavesAnUnknownLanguageAlone() {
    #expect(Stemmer(language: "xx").stem("threading") == "threading")
  }
}

struct StringsTests {
  @Test func foldsWhiteSpace() {
    #expect(Strings.folded("  a\n\t b\u{A0}\u{A0}c  ") == "a b c")
    #expect(Strings.folded("\u{A0}") == "")
  }

  @Test func findsParts() {
    #expect(Strings.contains("abcabd", "abd"))
    #expect(!Strings.contains("ab", "abc"))
    #expect(Strings.contains("x", ""))
  }
}
