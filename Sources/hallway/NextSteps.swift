// What to do after 'hallway init'.

import Glibc
import Pipeline

/// What to do after `hallway init`: the first commands, and lines for a crontab.
enum NextSteps {
  /// - Parameters:
  ///   - folder: The folder as the user wrote it; `nil`: here.
  ///   - file: The configuration's path from the root.
  ///   - program: The program's path from the root.
  static func text(folder: String?, file: String, program: String) -> String {
    var steps = [
      ("hallway add ADDRESS", "one more source; a page's address is enough"),
      ("hallway check", "looks at everything that a run needs"),
      ("hallway run", "fetches, and publishes the last week into 'public'"),
      ("hallway digest", "prints it as text"),
    ]
    if let folder { steps.insert(("cd \(word(folder))", ""), at: 0) }
    let call = "\(cron(program)) %s --quiet --config \(cron(file))"
    return "\nnext: set 'base_url' in hallway.toml, and\n"
      + steps.map { step in
        let pad = String(repeating: " ", count: max(2, 22 - step.0.count))
        return step.1.isEmpty ? "  \(step.0)\n" : "  \(step.0)\(pad)\(step.1)\n"
      }.joined()
      + "\nevery week, with these lines in 'crontab -e':\n"
      + "  17 * * * *  \(call.replacing("%s", with: "fetch"))\n"
      + "  40 6 * * *  \(call.replacing("%s", with: "run"))"
  }

  /// The path of the running program; its bare name where the system does not say.
  static func program() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe buffer.withUnsafeMutableBufferPointer { place in
      guard let start = place.baseAddress else { return 0 }
      return unsafe readlink("/proc/self/exe", start, place.count)
    }
    guard count > 0 else { return "hallway" }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// One word of a shell.
  private static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x80 || "/._-+,=@:~".utf8.contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }

  /// The same in a crontab, where a percent sign ends the command (crontab(5)).
  private static func cron(_ text: String) -> String { word(text).replacing("%", with: "\\%") }
}
