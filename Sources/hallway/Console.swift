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
  static func print(_ text: String) { write(disarmed(text)) }

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
    _ = write(disarmed(line + "\n"), to: 2)
  }

  /// A text without control characters (ECMA-48) but for line breaks and tabulators.
  static func disarmed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    func isControl(_ place: Int) -> Bool {
      switch bytes[place] {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0x7F: true
      // U+0080 to U+009F are C2 80 to C2 9F.
      case 0xC2: place + 1 < bytes.count && bytes[place + 1] < 0xA0
      default: false
      }
    }
    guard bytes.indices.contains(where: isControl) else { return bytes }
    var safe: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if isControl(place) {
        safe += "\u{FFFD}".utf8
        place += bytes[place] == 0xC2 ? 2 : 1
      } else {
        safe.append(bytes[place])
        place += 1
      }
    }
    return safe
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
