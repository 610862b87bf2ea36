// A request on its way, from its own address to where redirects lead it.

import Model

/// A request on its way: where it has been, where it goes next, and what it may say there.
struct Errand {
  /// The request's place in its list.
  let index: Int
  /// The request.
  let request: HTTPRequest
  /// The addresses so far, the one to ask last.
  private(set) var path: [WebAddress]
  /// The credentials for the one to ask.
  private(set) var credentials: WebAddress.Credentials?
  /// Whether every redirect so far was a permanent one.
  private(set) var isPermanent = true
  /// The time spent on it, waiting for a turn not counted.
  var spent: Duration = .zero

  /// Begins with the request's own address.
  init(index: Int, request: HTTPRequest) throws(WebAddress.Problem) {
    (self.index, self.request) = (index, request)
    let address = try WebAddress(request.address)
    (path, credentials) = ([address], address.credentials)
  }

  /// The address to ask.
  var address: WebAddress { path[path.count - 1] }

  /// Whether a redirect has led away from the request's own address.
  var isRedirected: Bool { path.count > 1 }

  /// Goes on to where a redirect leads; another server does not get to see the credentials.
  mutating func follow(_ next: WebAddress, status: Int) {
    if !address.sharesCredentials(with: next) { credentials = nil }
    credentials = next.credentials ?? credentials
    isPermanent = isPermanent && RedirectPolicy.isPermanent(status)
    path.append(next)
  }

  /// The address asked at last, as the caller knows it if there was no redirect.
  var finalAddress: String {
    isRedirected || path[0].credentials != nil ? address.text : request.address
  }

  /// Where only permanent redirects led; `nil` without one.
  var permanentAddress: String? {
    isRedirected && isPermanent && path[0].credentials == nil ? address.text : nil
  }
}
