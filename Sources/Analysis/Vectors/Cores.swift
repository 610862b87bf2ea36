// How many cores there are to work on.

import Glibc

/// How many cores there are to work on; results never depend on it.
package enum Cores {
  /// The processors that the process may use, at least 1.
  package static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
