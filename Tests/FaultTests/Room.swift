// Mounts and a network of their own, gone with the process that holds them.

import Foundation
import Support
import Testing

/// A namespace of mounts, and if need be of the network, in which the program runs.
///
/// Nothing is mounted where the tests run, so that nothing stays behind, however a test ends.
final class Room {
  private let holder: Companion
  private let kinds: [String]

  /// Whether this machine lets one be made.
  static let isPossible: Bool = {
    // What cannot be started is not there.
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? Room("mount -t tmpfs -o size=64k none \"$1\"", [folder.url.path])) != nil
  }()

  /// Makes a room with the help of a script of the shell; an error of it is a failure.
  convenience init(_ script: String, _ arguments: [String] = []) throws {
    try self.init(script, arguments, hasNetwork: false)
  }

  /// The same, with a network in which there is nothing but the room's own loopback.
  ///
  /// - Parameter hasNetwork: Whether the room has a network of its own.
  init(_ script: String, _ arguments: [String], hasNetwork: Bool) throws {
    let isRoot = geteuid() == 0
    kinds =
      ["--mount"] + (hasNetwork ? ["--net"] : [])
      + (isRoot ? [] : ["--user", "--preserve-credentials"])
    let command =
      ["/usr/bin/unshare", "--mount"] + (hasNetwork ? ["--net"] : [])
      + (isRoot ? [] : ["--map-root-user"])
      + ["/bin/sh", "-e", "-c", script + "\necho ready\nexec cat > /dev/null", "sh"] + arguments
    holder = try Companion(command)
  }

  /// The words that run a program here, in a folder.
  func command(_ words: [String], in folder: String) -> [String] {
    ["/usr/bin/nsenter", "--target", "\(holder.identifier)"] + kinds
      + ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder] + words
  }

  /// A path here as the tests see it.
  func path(_ path: String) -> String { "/proc/\(holder.identifier)/root\(path)" }

  /// Does something here: a script of the shell.
  func run(_ script: String, _ arguments: [String] = []) throws {
    let command = command(["/bin/sh", "-e", "-c", script, "sh"] + arguments, in: "/")
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw POSIXError(.EIO) }
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs only where mounts can be made that nobody else sees.
  static var needsRoom: Self {
    .enabled(
      if: Room.isPossible, "mounts are made by root, or in a user namespace; here by neither")
  }
}
