// One run at a time.

import Glibc

/// Keeps a second run out.
///
/// The kernel lets go when the process ends, however it ends.
package final class RunLock {
  private let descriptor: Int32

  /// Takes the lock of a database, or says that another run has it.
  package init(database: String) throws(RunFailure) {
    let path = database + ".lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .failed("\(path): cannot be opened: \(String(cString: strerror(errno)).lowercased())")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .locked("another run holds \(path); wait for it to end")
    }
  }

  deinit { close(descriptor) }
}
