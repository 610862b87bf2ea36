// Words of a command line to options and operands.

import Pipeline

/// One option of a command.
struct Option: Sendable {
  /// Its name with the dashes: `--format`.
  let name: String
  /// What its value is called in the help; `nil`: a switch without a value.
  let value: String?
  /// What it does.
  let help: String
  /// What its value may be.
  let takes: Completable

  /// - Parameter words: The only values there are; none: a file or a folder if `value` says so, else
  ///   anything.
  init(_ name: String, _ value: String? = nil, _ help: String, words: [String] = []) {
    (self.name, self.value, self.help) = (name, value, help)
    takes = Completable(shown: value ?? "", words: words)
  }
}

/// What a shell can put in for a value or an operand.
enum Completable: Equatable, Sendable {
  case anything, files, folders
  case words([String])

  /// - Parameter shown: How help shows it: `FILE...`, `[DIR]`.
  init(shown: String, words: [String]) {
    if !words.isEmpty {
      self = .words(words)
    } else if shown.contains("FILE") {
      self = .files
    } else {
      self = shown.contains("DIR") ? .folders : .anything
    }
  }
}

/// The options and operands of one command line.
struct Arguments {
  private var values: [String: String] = [:]
  /// What is no option, in order.
  private(set) var operands: [String] = []

  /// Takes a command line apart: `--name value`, `--name=value`, switches; behind `--` everything
  /// is an operand.
  init(_ words: ArraySlice<String>, of command: Command) throws(RunFailure) {
    let options = command.allOptions
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.long[String(parts[0])] ?? String(parts[0])
      guard let option = options.first(where: { $0.name == name }) else {
        if command.takesDashedWords, !word.hasPrefix("--") {
          operands.append(word)
          continue
        }
        let hint = Nearest.hint(name, options.map(\.name))
        throw .usage([
          "unknown option '\(name)' for 'hallway \(command.name)'\(hint)",
          "'hallway \(command.name) --help' lists what it takes",
        ])
      }
      guard let value = option.value else {
        guard parts.count == 1 else { throw .usage(["'\(name)' takes no value"]) }
        values[name] = ""
        continue
      }
      if parts.count == 2 {
        values[name] = String(parts[1])
      } else if let next = rest.popFirst() {
        values[name] = next
      } else {
        throw .usage(["'\(name)' needs a value: \(name) \(value)"])
      }
    }
  }

  private static let long = ["-h": "--help", "-q": "--quiet", "-v": "--verbose"]

  /// The value of an option; `nil` when it is not given.
  subscript(_ name: String) -> String? { values[name] }

  /// Whether a switch is given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// A number of at least 1.
  func number(_ name: String, default usual: Int) throws(RunFailure) -> Int {
    guard let text = values[name] else { return usual }
    guard let number = Int(text), number > 0 else {
      throw .usage(["\(name) is '\(text)'; expected a whole number of at least 1"])
    }
    return number
  }

  /// Refuses operands beyond a number.
  func expectOperands(_ range: ClosedRange<Int>, _ what: String, command: String) throws(RunFailure)
  {
    if operands.count > range.upperBound {
      throw .usage([
        "'hallway \(command)' does not take '\(operands[range.upperBound])'; see 'hallway \(command) --help'"
      ])
    }
    if operands.count < range.lowerBound {
      throw .usage(["'hallway \(command)' needs \(what); see 'hallway \(command) --help'"])
    }
  }
}
