// The charset that a Content-Type names.

/// A Content-Type header's value.
package enum ContentType {
  /// The charset parameter, unquoted; `nil` when it is missing or empty.
  ///
  /// Source: RFC 9110 §8.3.1.
  package static func charset(_ value: String) -> String? {
    for parameter in value.split(separator: ";").dropFirst() {
      let halves = parameter.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, halves[0].filter({ $0 != " " }).lowercased() == "charset" else {
        continue
      }
      let charset = halves[1].filter { $0 != "\"" && $0 != "'" && $0 != " " }
      return charset.isEmpty ? nil : charset
    }
    return nil
  }
}
