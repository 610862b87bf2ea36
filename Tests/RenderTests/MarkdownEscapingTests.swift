import Testing

@testable import Render

struct MarkdownEscapingTests {
  @Test(arguments: [
    (
      "plain text, with (brackets) and 1. no - list", "plain text, with (brackets) and 1. no - list"
    ),
    ("*a* _b_ `c` | $d$ e\\", #"\*a\* \_b\_ \`c\` \| \$d\$ e\\"#),
    ("[a](b) ![c](d)", "&#91;a&#93;(b) \\!&#91;c&#93;(d)"),
    ("<b>&amp;</b>", "&#60;b&#62;&#38;amp;&#60;/b&#62;"),
    ("~~a~~ ^b^", "&#126;&#126;a&#126;&#126; &#94;b&#94;"),
    ("{{< a >}}", "&#123;&#123;&#60; a &#62;&#125;&#125;"), ("{% raw %}", "&#123;% raw %&#125;"),
    ("# a", ##"\# a"##), ("- a", #"\- a"#), ("+ a", #"\+ a"#), ("12. a", #"12\. a"#),
    ("3) a", #"3\) a"#),
    ("= a", #"\= a"#), (": a", "&#58; a"), ("a -- b --- c", #"a -\- b -\-\- c"#),
    ("a...", #"a.\.\."#),
    ("\"a\" don't", #"\"a\" don\'t"#), ("(c) (TM) (cat)", #"\(c) \(TM) (cat)"#),
    ("a??,,", "a?&#63;,&#44;"),
    (" a\n  b\t", "a b"), ("日本語 é", "日本語 é"), ("", ""), ("a\u{202E}b", "ab"),
  ])
  func textStaysText(text: String, markdown: String) {
    #expect(MarkdownEscaping.text(text, for: .site) == markdown)
  }

  @Test(arguments: [
    ("@ann and a@b.example, @ 1", "&#64;ann and a&#64;b.example, @ 1"), ("#12", ##"\#12"##),
    (":tada: 12:30", "&#58;tada: 12:30"), ("https://a.example", "https&#58;//a.example"),
    ("www.a.example", "www&#46;a.example"), (":)", "&#58;)"),
  ])
  func nothingBecomesALinkOnASite(text: String, markdown: String) {
    #expect(MarkdownEscaping.text(text, for: .site) == markdown)
  }

  @Test(arguments: [
    ("@ann, @ 1", "@<!-- -->ann, @ 1"), ("a/b#12 # 1", ##"a/b\#<!-- -->12 \# 1"##),
    ("so :tada: 12:30", "so :<!-- -->tada: 12:30"), ("https://a", "https:<!-- -->//a"),
    ("www.a.example", "www<!-- -->.a<!-- -->.example"), ("a :) ;) b", "a :<!-- -->) ;<!-- -->) b"),
    ("I <3 it", "I &#60;<!-- -->3 it"), ("3.14", "3.14"),
  ])
  func nothingBecomesALinkOrAPictureInAForum(text: String, markdown: String) {
    #expect(MarkdownEscaping.text(text, for: .forum) == markdown)
  }

  @Test(arguments: [
    ("https://a.example/b", "[t](https://a.example/b)"),
    ("https://a.example/b_(c)?d=1&copy=2", "[t](https://a.example/b_&#40;c&#41;?d=1&#38;copy=2)"),
    (
      "https://a.example/\"><script>`{{x}}",
      "[t](https://a.example/&#34;&#62;&#60;script&#62;&#96;&#123;&#123;x&#125;&#125;)"
    ),
    ("javascript:alert(1)", "t"), ("https://a b", "t"), (nil, "t"),
  ])
  func linksLeadWhereTheyShould(address: String?, markdown: String) {
    #expect(MarkdownEscaping.link("t", to: address, for: .site) == markdown)
  }

  @Test func aLinkIsNeverEmpty() {
    #expect(MarkdownEscaping.link("", to: "https://a", for: .site) == "[https&#58;//a](https://a)")
  }

  @Test func frontMatterIsOneLine() {
    #expect(MarkdownEscaping.yaml("a \"b\" \\c\n---\n: # d\u{FFFE}") == #""a \"b\" \\c --- : # d""#)
  }
}
