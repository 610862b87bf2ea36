import Testing

@testable import Network

struct ChallengePageTests {
  static func maker(_ status: Int, _ lines: [String] = [], _ body: String) -> String? {
    var headers = HTTPHeaders()
    for line in lines { headers.add(line: line.utf8) }
    return ChallengePage.maker(status: status, headers: headers, body: Array(body.utf8))
  }

  static func page(_ head: String, _ body: String = "") -> String {
    "<!DOCTYPE html><html lang=\"en-US\"><head>\(head)</head><body>\(body)</body></html>"
  }

  static let challenges: [(String, String)] = [
    ("Cloudflare", "<title>Just a moment...</title>"),
    ("Cloudflare", "<script>window._cf_chl_opt={cvId: '3'};</script>"),
    ("Anubis", "<script id=\"anubis_challenge\" type=\"application/json\">{}</script>"),
    ("Anubis", "<link href=\"/.within.website/x/cmd/anubis/static/css/xess.css\">"),
    ("DDoS-Guard", "<title>DDoS-Guard</title>"),
    ("Sucuri", "<script>var s={},sucuri_cloudproxy_js='',S='dD0n';</script>"),
    ("Imperva", "<p>Request unsuccessful. Incapsula incident ID: 1-2</p>"),
    ("SiteGround", "<meta http-equiv=\"refresh\" content=\"0;/.well-known/sgcaptcha/?r=%2F\">"),
    ("", "<title>Checking your browser</title>"),
  ]

  @Test(arguments: challenges)
  func isNamedWhateverTheStatusSays(maker: String, mark: String) {
    for status in [200, 403, 429, 503] {
      #expect(Self.maker(status, Self.page(mark)) == maker)
    }
  }

  static func maker(_ status: Int, _ body: String) -> String? { maker(status, [], body) }

  @Test(
    arguments: [
      ("Cloudflare", "<script src=\"/cdn-cgi/challenge-platform/scripts/jsd/main.js\"></script>"),
      ("DDoS-Guard", "<script src=\"/.well-known/ddos-guard/js-challenge/index.js\"></script>"),
      ("Sucuri", "<title>Sucuri WebSite Firewall - Access Denied</title>"),
      ("Imperva", "<script src=\"/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e\"></script>"),
      ("DataDome", "<script src=\"https://ct.captcha-delivery.com/c.js\"></script>"),
      ("", "<h1>Checking your browser before accessing example.org</h1>"),
    ])
  func whatASitesOwnPagesMayHaveTellsOnlyWithAnError(maker: String, mark: String) {
    #expect(Self.maker(403, Self.page(mark)) == maker)
    #expect(Self.maker(200, Self.page(mark)) == nil)
  }

  @Test(
    arguments: [
      ("cf-mitigated: challenge", "Cloudflare"), ("CF-Mitigated: Challenge", "Cloudflare"),
      ("x-vercel-mitigated: challenge", "Vercel"), ("x-amzn-waf-action: captcha", "AWS WAF"),
    ])
  func aHeaderNamesItToo(line: String, maker: String) {
    #expect(Self.maker(403, [line], "") == maker)
    #expect(Self.maker(202, [line], "") == maker)
  }

  @Test(
    arguments: [
      "<?xml version=\"1.0\"?><rss><title>Just a moment...</title>_cf_chl_opt</rss>",
      "{\"title\": \"what _cf_chl_opt does\"}", "",
      "<html><body>An article about Cloudflare and Anubis</body></html>",
    ])
  func aFeedMayWriteAboutThem(body: String) {
    #expect(Self.maker(200, ["Server: cloudflare"], body) == nil)
    #expect(Self.maker(403, ["Server: cloudflare"], body) == nil)
  }

  @Test func aLongPageIsTheSitesOwn() {
    let page = Self.page("<title>Just a moment...</title>", String(repeating: "x", count: 70_000))
    #expect(Self.maker(200, page) == nil)
    #expect(Self.maker(403, page) == "Cloudflare")
  }

  @Test func theReaderIsToldWhose() {
    #expect(
      ChallengePage.failure(maker: "Cloudflare").reason
        == "answers with a challenge page for browsers (Cloudflare); "
        + "its owner would have to let feed readers through")
    #expect(
      ChallengePage.failure(maker: "").reason
        == "answers with a challenge page for browsers; "
        + "its owner would have to let feed readers through")
  }
}
