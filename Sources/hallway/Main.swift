// The program: a command line in, an exit status out.

import Glibc
import Pipeline

@main
enum Main {
  static func main() async {
    signal(SIGPIPE, SIG_DFL)
    Interruption.listen()
    Rescue.listen()
    guard !CommandLine.arguments.isEmpty else {
      // Swift reads the command line from there.
      Console.say("hallway: the command line cannot be read; is /proc mounted?")
      exit(1)
    }
    exit(await run(CommandLine.arguments.dropFirst()))
  }

  /// Does what a command line asks for; returns the exit status.
  static func run(_ words: ArraySlice<String>) async -> Int32 {
    guard let name = words.first else {
      Console.print(welcome)
      return 0
    }
    switch name {
    case "--version", "version":
      Console.print("hallway \(Program.version)\n")
      return 0
    case "--help", "-h", "help":
      guard let wanted = words.dropFirst().first, !["--help", "-h", "help"].contains(wanted) else {
        Console.print(overview)
        return 0
      }
      return await run([wanted, "--help"])
    default: break
    }
    guard let command = Commands.all.first(where: { $0.name == name }) else {
      if name.hasPrefix("-") {
        if let meant = Nearest.name(to: name, in: ["--help", "--version"]) {
          Console.say("hallway: unknown option '\(name)'; did you mean '\(meant)'?")
          return 2
        }
        Console.say("hallway: the command comes first: hallway COMMAND \(name)")
        return 2
      }
      Console.say(
        "hallway: unknown command '\(name)'\(Nearest.hint(name, Commands.all.map(\.name)))")
      Console.say("'hallway --help' lists the commands")
      return 2
    }
    return await run(command, words.dropFirst())
  }

  private static func run(_ command: Command, _ words: ArraySlice<String>) async -> Int32 {
    do {
      let arguments = try Arguments(words, of: command)
      if arguments.has("--help") {
        Console.print(command.help)
        return 0
      }
      if arguments.has("--version") {
        Console.print("hallway \(Program.version)\n")
        return 0
      }
      return try await command.run(Invocation(command: command, arguments: arguments))
    } catch let failure as RunFailure {
      for message in failure.messages { Console.say("hallway: \(message)") }
      return failure.status
    } catch {
      Console.say("hallway: \(error)")
      return 1
    }
  }

  private static let welcome = """
    hallway reads what a community says (forums, blogs, podcasts) and prints one weekly issue
    of its own sentences, each with its author and a link.

      hallway demo                     an issue from sample sources, without network
      hallway init --preset python     a configuration that runs as it is
      hallway run                      fetch and publish: what cron calls

    Start with 'hallway demo'. 'hallway --help' lists the commands.

    """

  private static var overview: String {
    let width = (Commands.all.map(\.name.count).max() ?? 0) + 2
    var text = "hallway COMMAND [options]\n\n"
    for command in Commands.all {
      let pad = String(repeating: " ", count: width - command.name.count)
      text += "  \(command.name)\(pad)\(command.summary)\n"
    }
    return text
      + "\n'hallway COMMAND --help' says more.\n\nExit status\n"
      + ExitStatus.all.map { "  \($0.number)  \($0.means)\n" }.joined()
  }
}
