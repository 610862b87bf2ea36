// What another process costs.

import Foundation
import Glibc

/// Another process, run to its end.
///
/// By `posix_spawn` and `wait4`: Foundation's `Process` looks for the end every 50 ms.
package enum Process {
  /// What it cost.
  package struct Cost {
    /// As `wait4` gives it; -1 when it could not be started.
    package var status: Int32 = -1
    /// Seconds.
    package var wall = 0.0
    /// Seconds of processor, in user and system mode.
    package var processor = 0.0
    /// The most memory that it held, in MB.
    package var peak = 0
  }

  /// Runs a command, its output to a file.
  package static func measure(_ command: [String], output: String = "/dev/null") -> Cost {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = command.map { strdup($0) } + [nil]
    var environment =
      ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var cost = Cost()
    let start = now()
    var process: pid_t = 0
    guard posix_spawnp(&process, command[0], &actions, nil, &arguments, &environment) == 0 else {
      return cost
    }
    var usage = rusage()
    while wait4(process, &cost.status, 0, &usage) < 0, errno == EINTR {}
    cost.wall = now() - start
    for time in [usage.ru_utime, usage.ru_stime] {
      cost.processor += Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
    cost.peak = usage.ru_maxrss / 1024
    return cost
  }

  /// Seconds of a clock that only goes on.
  package static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
