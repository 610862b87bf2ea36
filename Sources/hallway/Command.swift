// What a command is: everything that help and the program need to know of it.

import Pipeline

/// A command.
struct Command: Sendable {
  /// Its name.
  let name: String
  /// Its operands, as help shows them.
  var operands = ""
  /// The only words that may be an operand, where there are such.
  var operandWords: [String] = []
  /// What it does, in a line.
  let summary: String
  /// What there is to know besides, a paragraph each.
  var details: [String] = []
  /// Its own options; the common ones come to them.
  var options: [Option] = []
  /// Whether a word behind a single dash that is no option is an operand.
  var takesDashedWords = false
  /// Does it; returns the exit status.
  let run: @Sendable (Invocation) async throws -> Int32

  /// What its operands may be.
  var takes: Completable { Completable(shown: operands, words: operandWords) }
  /// All options that it takes.
  var allOptions: [Option] { options + Self.common }

  /// Options that every command takes.
  static let common = [
    Option(
      "--config", "FILE",
      "the configuration; default ./hallway.toml, then $XDG_CONFIG_HOME/hallway/hallway.toml"),
    Option("--now", "TIME", "the moment that counts as now, so that a run can be repeated"),
    Option("--json", nil, "report as JSON on standard output, where the command reports"),
    Option("--quiet", nil, "say nothing but errors"),
    Option("--verbose", nil, "say every warning in full"),
    Option("--no-color", nil, "never use colour (hallway uses none; accepted for scripts)"),
    Option("--help", nil, "this text"),
    Option("--version", nil, "the version"),
  ]
  /// The options that choose a window.
  static let window = [
    Option("--week", "WEEK", "an ISO week, as 2026-W47; default: the last complete week"),
    Option("--from", "DATE", "the first day, as 2026-11-01"),
    Option("--until", "DATE", "the day after the last"),
  ]

  /// The help text, 80 columns at most.
  var help: String {
    var text = "hallway \(name)\(operands.isEmpty ? "" : " " + operands)\n\n  \(summary)\n"
    for paragraph in details { text += "\n\(Help.wrap(paragraph, indent: 2))\n" }
    if !options.isEmpty { text += "\nOptions\n" + Help.table(options) }
    text += "\nEverywhere\n" + Help.table(Self.common)
    return text
  }
}

/// How help is laid out.
enum Help {
  /// Options with what they do, in two columns.
  static func table(_ options: [Option]) -> String {
    let heads = options.map { option in
      option.value.map { "\(option.name) \($0)" } ?? option.name
    }
    let width = min(22, (heads.map(\.count).max() ?? 0) + 2)
    return zip(heads, options).map { head, option in
      let pad = head.count < width ? String(repeating: " ", count: width - head.count) : "  "
      let body = wrap(option.help, indent: width + 2).drop { $0 == " " }
      return "  \(head)\(pad)\(body)\n"
    }.joined()
  }

  /// Text broken at 78 columns behind an indent.
  static func wrap(_ text: String, indent: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = blanks
    for word in text.split(separator: " ") {
      if line.count > indent, line.count + 1 + word.count > 78 {
        lines.append(line)
        line = blanks
      }
      line += (line.count > indent ? " " : "") + word
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }
}
