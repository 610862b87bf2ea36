// Words to a person and data to a pipe.

import Glibc

/// The two outputs of the program: data on the first, words on the second.
enum Console {
  /// Writes data to standard output; a reader that has gone ends the program quietly.
  static func print(_ text: String) { write(text, to: 1) }

  /// Writes a line of words to standard error.
  static func say(_ line: String) { write(line + "\n", to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// A variable of the environment; `nil` when it is not set.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
