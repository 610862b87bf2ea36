// A request to stop, by signal.

import Glibc
import Synchronization

/// A request to stop: what is being stored is finished, and nothing more is begun.
package enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// Whether a signal has asked the program to stop.
  package static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Takes SIGTERM and SIGINT as requests to stop; a second one ends the program at once.
  ///
  /// What is lost then is what SQLite has not committed, and nothing half.
  package static func listen() {
    // The flag is there before a handler, which may do little, needs it.
    _ = isRequested
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interruption.flag.store(true, ordering: .relaxed)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGTERM, &action, nil)
    sigaction(SIGINT, &action, nil)
    // Whoever starts the program may have blocked them.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Leaves when a stop has been asked for.
  static func check() throws(RunFailure) {
    guard isRequested else { return }
    throw .failed("stopped by a signal; what was read until then is stored")
  }
}
