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
    try Files.createFolder(Files.folder(of: path))
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let cause = String(cString: strerror(errno)).lowercased()
      throw .failed("\(path): cannot be opened: \(cause); the database's folder must be writable")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      // The deinitialiser closes the descriptor.
      if errno == EWOULDBLOCK { throw .locked("another run holds \(path); wait for it to end") }
      throw .failed("\(path): cannot be locked: \(String(cString: strerror(errno)).lowercased())")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
