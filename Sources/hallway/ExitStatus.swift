// What the program's exit statuses mean.

/// What the program's exit statuses mean.
enum ExitStatus {
  /// All of them, in order.
  static let all: [(number: Int32, means: String)] = [
    (0, "done, or nothing to do"),
    (1, "failed, or what was asked for is not there"),
    (2, "the command line or the configuration is wrong"),
    (3, "done, but some sources have failed for a week, are gone, or were never read"),
    (4, "'check' or 'verify' found a fault"),
    (5, "another run holds the lock"),
  ]
}
