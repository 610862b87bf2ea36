// The table of commands to completion for zsh.

/// Completion for zsh, by its own `_arguments`.
enum ZshCompletions {
  /// A file `_hallway` for a folder of `fpath`; it can be sourced as well.
  static func script(_ commands: [Command]) -> String {
    let names = commands.map { "      \(quoted("\($0.name):\($0.summary)"))\n" }.joined()
    return """
      #compdef hallway
      # Completion for hallway in zsh; made by 'hallway completions zsh'.

      _hallway() {
        local -a commands
        commands=(
      \(names)\
          'help:says what a command does'
        )
        if (( CURRENT == 2 )); then
          _describe -t commands command commands
          return
        fi
        shift words
        (( CURRENT-- ))
        case $words[1] in
          help) _describe -t commands command commands ;;
      \(commands.map(arm).joined())\
        esac
      }

      if [[ $funcstack[1] == _hallway ]]; then
        _hallway "$@"
      else
        compdef _hallway hallway
      fi

      """
  }

  private static func arm(_ command: Command) -> String {
    var specs = command.allOptions.map { option in
      let about = "[\(escaped(option.help))]"
      guard let value = option.value else { return option.name + about }
      return "\(option.name)=\(about):\(value):\(action(option.takes))"
    }
    if !command.operands.isEmpty {
      specs.append("*:\(escaped(command.operands)):\(action(command.takes))")
    }
    return "    \(command.name)) _arguments \\\n"
      + specs.map { "      \(quoted($0))" }.joined(separator: " \\\n") + " ;;\n"
  }

  private static func action(_ takes: Completable) -> String {
    switch takes {
    case .anything: " "
    case .files: "_files"
    case .folders: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  /// What `_arguments` takes for its own signs, as plain letters.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, letter in
      if ":[]\\".contains(letter) { result += "\\" }
      result.append(letter)
    }
  }

  /// One word of the shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
