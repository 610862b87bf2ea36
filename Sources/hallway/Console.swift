// Words to a person and data to a pipe.

import Glibc

/// The two outputs of the program: data on the first, words on the second.
enum Console {
  /// Writes data to standard output.
  ///
  /// A reader that has gone ends the program quietly (SIGPIPE); output that is lost otherwise, on a
  /// full disk for one, ends it with status 1.
  static func print(_ text: String) { write(Array(text.utf8)) }

  /// The same for bytes.
  static func write(_ bytes: [UInt8]) {
    guard write(bytes, to: 1) else {
      let cause = unsafe String(cString: strerror(errno)).lowercased()
      say("hallway: standard output cannot be written: \(cause)")
      exit(1)
    }
  }

  /// Writes a line of words to standard error.
  static func say(_ line: String) {
    // There is nowhere to say that nothing can be said.
    _ = write(Array((line + "\n").utf8), to: 2)
  }

  /// Writes words over the terminal's current line (ECMA-48: carriage return, erase in line).
  static func overwrite(_ words: String) {
    // There is nowhere to say that nothing can be said.
    _ = write(Array("\r\u{1B}[K\(words)".utf8), to: 2)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// A variable of the environment; `nil` when it is not set.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
