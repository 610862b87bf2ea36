// The table of commands to completion for fish.

/// Completion for fish.
enum FishCompletions {
  /// A file `hallway.fish` for a folder of completions.
  static func script(_ commands: [Command]) -> String {
    var text = """
      # Completion for hallway in fish; made by 'hallway completions fish'.

      # Whether the command is one of these; without any: whether there is none yet.
      function __hallway_command
          set -l words (commandline -opc)
          if test (count $argv) -eq 0
              test (count $words) -eq 1
          else
              test (count $words) -ge 2; and contains -- $words[2] $argv
          end
      end

      complete -c hallway -f

      """
    for command in commands {
      text +=
        "complete -c hallway -n __hallway_command -a \(command.name) -d \(quoted(command.summary))\n"
    }
    text += "complete -c hallway -n __hallway_command -a help -d 'says what a command does'\n"
    let names = commands.map(\.name).joined(separator: " ")
    text += "complete -c hallway -n '__hallway_command help' -a \(quoted(names))\n"
    text += lines(Command.common, of: names)
    for command in commands {
      text += "\n" + lines(command.options, of: command.name)
      if !command.operands.isEmpty { text += operands(command) }
    }
    return text
  }

  private static func lines(_ options: [Option], of commands: String) -> String {
    options.map { option in
      var line = "complete -c hallway -n '__hallway_command \(commands)'"
      line += " -l \(option.name.dropFirst(2))"
      if option.value != nil { line += action(option.takes) }
      return line + " -d \(quoted(option.help))\n"
    }.joined()
  }

  private static func operands(_ command: Command) -> String {
    let line = "complete -c hallway -n '__hallway_command \(command.name)'"
    switch command.takes {
    case .anything: return ""
    case .files: return line + " -F\n"
    case .folders: return line + " -a '(__fish_complete_directories)'\n"
    case .words(let words): return line + " -a \(quoted(words.joined(separator: " ")))\n"
    }
  }

  private static func action(_ takes: Completable) -> String {
    switch takes {
    case .anything: " -x"
    case .files: " -r -F"
    case .folders: " -x -a '(__fish_complete_directories)'"
    case .words(let words): " -x -a \(quoted(words.joined(separator: " ")))"
    }
  }

  /// One word of the shell.
  private static func quoted(_ text: String) -> String {
    let inner = text.reduce(into: "") { result, letter in
      if letter == "'" || letter == "\\" { result += "\\" }
      result.append(letter)
    }
    return "'\(inner)'"
  }
}
