// What one request brought, before it is judged.

import CCurl

/// What one request brought.
struct Answer {
  /// How it ended.
  enum End: Equatable {
    case complete
    /// We stopped reading: of an answer of this status no more is needed.
    case enough
    case tooLarge
    /// Not an answer that can be relied on, for a reason in words.
    case unsound(String)
    case refused
    case broken(CURLcode)
  }

  /// The status; 0: there was none.
  var status = 0
  /// The headers of the last answer; those of a provisional one are forgotten.
  var headers = HTTPHeaders()
  /// The body, decompressed, or its beginning.
  var body: [UInt8] = []
  /// How it ended.
  var end = End.complete

  /// Whether an answer of the status is read to its end.
  var hasDocument: Bool { status == 200 || status == 203 }
}
