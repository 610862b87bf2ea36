// What is asked of a server and what comes back.

package import Model

/// One conditional GET.
package struct HTTPRequest: Sendable {
  /// The address, `http` or `https`.
  package let address: String
  /// The validators of the stored response; empty: unconditional.
  package let validators: Validators

  /// Creates a request.
  package init(address: String, validators: Validators = Validators()) {
    (self.address, self.validators) = (address, validators)
  }
}

/// What came back.
package enum HTTPOutcome: Sendable {
  /// A new body.
  case fresh(HTTPResponse)
  /// 304: what is stored is still right.
  case unchanged(HTTPUnchanged)
  /// No usable answer.
  case failed(HTTPFailure)
}

/// A response with a body.
package struct HTTPResponse: Sendable {
  /// The body, decompressed.
  package let body: [UInt8]
  /// The validators as sent: those to keep, in place of any before.
  package let validators: Validators
  /// The address after redirects, without credentials.
  package let finalAddress: String
  /// The charset parameter of Content-Type; `nil` when missing.
  package let charset: String?
  /// The media type, lower case, without parameters; `nil` when missing.
  package let contentType: String?
  /// The values of the Link headers, as sent.
  package let link: [String]
  /// Seconds for which the answer says that it stays right; `nil`: it says nothing.
  ///
  /// The longer of `max-age` and `Expires` less `Date`, 0 for `no-cache` and `no-store`, not capped.
  ///
  /// Source: RFC 9111 §4.2.1.
  package let freshSeconds: Int?
  /// Where the request was led by redirects that were all permanent (301, 308); `nil` without one.
  ///
  /// Also `nil` when the request's address holds credentials, which this one would lose.
  package let permanentAddress: String?
}

/// An answer that nothing has changed.
package struct HTTPUnchanged: Sendable {
  /// The validators to keep: those of the answer, and those of the request that it does not renew.
  package let validators: Validators
  /// As in ``HTTPResponse``.
  package let freshSeconds: Int?
  /// As in ``HTTPResponse``.
  package let permanentAddress: String?
}

/// Why there is no usable answer.
package struct HTTPFailure: Equatable, Sendable {
  /// What a caller does about it.
  package enum Kind: Equatable, Sendable {
    /// 410: is gone for good, and need not be asked again.
    case gone
    /// The host asked for a pause (429, 503), which has so many seconds left.
    case wait(seconds: Int)
    /// A page that only a browser can pass stands before it.
    case challenge
    /// Not asked, for safety: inside the network, another scheme, or from https to http.
    case refused
    /// Anything else; it may be asked again.
    case other
  }

  /// Why, lower case, for a reader; it holds no credentials.
  package let reason: String
  /// What a caller does about it.
  package let kind: Kind

  /// Creates a failure.
  package init(reason: String, kind: Kind = .other) { (self.reason, self.kind) = (reason, kind) }
}
