// Words to a person and data to a pipe.

import Glibc

/// The two outputs of the program: data on the first, words on the second.
enum Console {
  /// Writes data to standard output.
  ///
  /// A reader that has gone ends the program quietly (SIGPIPE); output that is lost otherwise, on a
  /// full disk for one, ends it with status 1.
  ///
  /// What sources say may hold control characters, by which a terminal would be told what to do; they
  /// are shown as what they are not: U+FFFD.
  static func print(_ text: String) { write(disarmed(text, isShown: isatty(1) != 0)) }

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
    _ = write(disarmed(line + "\n", isShown: true), to: 2)
  }

  /// A text without control characters (ECMA-48) but for line breaks and tabulators.
  ///
  /// - Parameter isShown: Whether a person reads it as it is: then also without what changes the
  ///   direction of what comes after it (UAX #9: U+202A to U+202E, U+2066 to U+2069).
  static func disarmed(_ text: String, isShown: Bool) -> [UInt8] {
    func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: true
      case 0..<0x20, 0x7F..<0xA0: false
      case 0x202A...0x202E, 0x2066...0x2069: !isShown
      default: true
      }
    }
    guard !text.unicodeScalars.allSatisfy(isHarmless) else { return Array(text.utf8) }
    var safe = String.UnicodeScalarView()
    safe.append(contentsOf: text.unicodeScalars.map { isHarmless($0) ? $0 : "\u{FFFD}" })
    return Array(String(safe).utf8)
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
