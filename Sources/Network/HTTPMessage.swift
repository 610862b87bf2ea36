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
  /// 304: what is stored is still right. The validators are those to keep.
  case unchanged(Validators)
  /// No usable answer: why, lower case, for a reader.
  case failed(String)
}

/// A response with a body.
package struct HTTPResponse: Sendable {
  /// The body, decompressed.
  package let body: [UInt8]
  /// The validators as sent.
  package let validators: Validators
  /// The address after redirects.
  package let finalAddress: String
  /// The charset parameter of Content-Type; `nil` when missing.
  package let charset: String?
}
