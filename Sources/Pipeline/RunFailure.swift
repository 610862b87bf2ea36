// Why a run could not go on, by what its exit status tells.

/// Why a run could not go on.
package enum RunFailure: Error, Equatable {
  /// Something failed: status 1.
  case failed(String)
  /// The command line or the configuration is wrong: status 2. One message for each fault.
  case usage([String])
  /// Another run holds the lock: status 5.
  case locked(String)

  /// The messages, one a line.
  package var messages: [String] {
    switch self {
    case .failed(let message), .locked(let message): [message]
    case .usage(let messages): messages
    }
  }

  /// The exit status.
  package var status: Int32 {
    switch self {
    case .failed: 1
    case .usage: 2
    case .locked: 5
    }
  }
}

/// Names that were meant.
package enum Nearest {
  /// The known name nearest to what was written, if it is near enough to be a slip.
  ///
  /// Distance: V. Levenshtein (1966), with swapped neighbours as one step (F. Damerau, 1964); at
  /// most a third of the name.
  package static func name(to written: String, in known: [String]) -> String? {
    let best = known.map { ($0, distance(Array(written.lowercased()), Array($0.lowercased()))) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let (name, steps) = best, steps <= max(1, (max(written.count, name.count) + 1) / 3) else {
      return nil
    }
    return name
  }

  /// `; did you mean 'title'?`, or nothing.
  package static func hint(_ written: String, _ known: [String]) -> String {
    name(to: written, in: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// `'a', 'b' or 'c'`, of quoted names.
  static func either(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) or \(last)"
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
