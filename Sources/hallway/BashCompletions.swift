// The table of commands to completion for bash.

/// Completion for bash 4 and newer; needs nothing but bash.
enum BashCompletions {
  /// A script to source.
  static func script(_ commands: [Command]) -> String {
    let names = commands.map(\.name)
    return """
      # Completion for hallway in bash; made by 'hallway completions bash'.

      _hallway() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
        local take=words words=
        COMPREPLY=()
        # bash takes '--format=text' apart at the '='.
        if [[ $word == = ]]; then
          word=
        elif [[ $before == = ]] && ((COMP_CWORD > 2)); then
          before=${COMP_WORDS[COMP_CWORD-2]}
        fi
        if ((COMP_CWORD == 1)); then
          words='\((names + ["help", "--help", "--version"]).joined(separator: " "))'
        else
          case "$command $before" in
      \(values(commands).map { "      \($0)\n" }.joined())\
            *)
              case "$command $word" in
                'help '*) words='\(names.joined(separator: " "))' ;;
      \(commands.flatMap(operands).map { "          \($0)\n" }.joined())\
              esac ;;
          esac
        fi
        case $take in
          words) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word") ;;
          files) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
          folders) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
        esac
      }

      complete -F _hallway hallway

      """
  }

  /// What comes behind an option that takes a value, an arm each.
  private static func values(_ commands: [Command]) -> [String] {
    let own = commands.flatMap { command in
      command.options.filter { $0.value != nil }.map { ("'\(command.name) \($0.name)'", $0.takes) }
    }
    let common = Command.common.filter { $0.value != nil }.map { ("*' \($0.name)'", $0.takes) }
    return (own + common).map { "\($0)) \(action($1)) ;;" }
  }

  private static func operands(_ command: Command) -> [String] {
    let options = command.allOptions.map(\.name).joined(separator: " ")
    guard !command.operands.isEmpty else { return ["'\(command.name) '*) words='\(options)' ;;"] }
    return [
      "'\(command.name) -'*) words='\(options)' ;;",
      "'\(command.name) '*) \(action(command.takes)) ;;",
    ]
  }

  private static func action(_ takes: Completable) -> String {
    switch takes {
    case .anything: "take=nothing"
    case .files: "take=files"
    case .folders: "take=folders"
    case .words(let words): "words='\(words.joined(separator: " "))'"
    }
  }
}
