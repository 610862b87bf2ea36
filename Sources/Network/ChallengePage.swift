// Pages that only a browser can pass.

/// Pages that stand before a site and that only a browser can pass.
///
/// A feed reader has no way through and does not look for one; its reader should know why.
enum ChallengePage {
  /// How much of a body is looked at: such pages are small, and a page that is longer is the site's own.
  static let longest = 64 << 10

  /// A mark in a page.
  private struct Mark {
    let maker: String
    let text: String
    /// Whether the site's own pages may have it too, so that only an error status tells.
    var onlyWithError = false
  }

  private static let marks = [
    Mark(maker: "Cloudflare", text: "_cf_chl_opt"),
    Mark(maker: "Cloudflare", text: "<title>Just a moment...</title>"),
    Mark(maker: "Cloudflare", text: "cf-browser-verification"),
    Mark(maker: "Cloudflare", text: "/cdn-cgi/challenge-platform/", onlyWithError: true),
    Mark(maker: "Anubis", text: "\"anubis_challenge\""),
    Mark(maker: "Anubis", text: "/.within.website/x/cmd/anubis/"),
    Mark(maker: "DDoS-Guard", text: "<title>DDoS-Guard</title>"),
    Mark(maker: "DDoS-Guard", text: "/.well-known/ddos-guard/", onlyWithError: true),
    Mark(maker: "Sucuri", text: "sucuri_cloudproxy_js"),
    Mark(maker: "Sucuri", text: "Sucuri WebSite Firewall", onlyWithError: true),
    Mark(maker: "Imperva", text: "Incapsula incident ID"),
    Mark(maker: "Imperva", text: "_Incapsula_Resource", onlyWithError: true),
    Mark(maker: "DataDome", text: "captcha-delivery.com", onlyWithError: true),
    Mark(maker: "SiteGround", text: "/.well-known/sgcaptcha/"),
    Mark(maker: "go-away", text: "/.well-known/.git.gammaspectra.live/git/go-away/"),
    Mark(maker: "", text: "<title>Checking your browser"),
    Mark(maker: "", text: "Checking your browser before accessing", onlyWithError: true),
  ]

  /// Headers that name a challenge, whatever the body is.
  private static let headerMarks = [
    // developers.cloudflare.com: "Detect a Challenge Page response".
    (maker: "Cloudflare", name: "cf-mitigated", value: "challenge"),
    (maker: "Vercel", name: "x-vercel-mitigated", value: "challenge"),
    (maker: "AWS WAF", name: "x-amzn-waf-action", value: "challenge"),
    (maker: "AWS WAF", name: "x-amzn-waf-action", value: "captcha"),
  ]

  /// Whose challenge page an answer is, empty when that is not known; `nil`: it is none.
  ///
  /// - Parameter body: The body or its beginning.
  static func maker(status: Int, headers: HTTPHeaders, body: [UInt8]) -> String? {
    if let mark = headerMarks.first(where: { headers.value($0.name)?.lowercased() == $0.value }) {
      return mark.maker
    }
    let isError = status != 200
    guard isError || body.count <= longest, isHTML(headers, body) else { return nil }
    let page = body.prefix(longest)
    return marks.first { (isError || !$0.onlyWithError) && contains(page, Array($0.text.utf8)) }?
      .maker
  }

  /// What a reader is told.
  static func failure(maker: String) -> HTTPFailure {
    HTTPFailure(
      reason: "answers with a challenge page for browsers\(maker.isEmpty ? "" : " (\(maker))"); "
        + "its owner would have to let feed readers through",
      kind: .challenge)
  }

  /// Whether a body is HTML: a feed may well write about such pages.
  private static func isHTML(_ headers: HTTPHeaders, _ body: [UInt8]) -> Bool {
    let start = body.prefix(1024).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let beginning = start.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if beginning.starts(with: Array("<!doctype html".utf8)) { return true }
    if contains(beginning, Array("<html".utf8)) { return true }
    return headers.value("content-type")?.lowercased().hasPrefix("text/html") == true
      && !beginning.starts(with: Array("<?xml".utf8))
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
    guard let first = mark.first else { return true }
    var at = bytes.startIndex
    while at + mark.count <= bytes.endIndex {
      if bytes[at] == first, bytes[at...].starts(with: mark) { return true }
      at += 1
    }
    return false
  }
}
