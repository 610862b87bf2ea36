// What SQLite refused, with all that is needed to find out why.

import CSQLite

/// What SQLite refused.
package struct SQLiteError: Error, CustomStringConvertible {
  /// SQLite's extended result code.
  package let code: Int32
  /// SQLite's own words.
  package let message: String
  /// The statement, or what was done; never bound values.
  package let statement: String
  /// The database's file.
  package let path: String

  package var description: String {
    "\(path): \(message)\(remedy) (SQLite \(code), in: \(statement.prefix(60)))"
  }

  /// What to do about it, where that is known.
  private var remedy: String {
    switch code & 0xFF {
    case SQLITE_CORRUPT, SQLITE_NOTADB:
      "; 'hallway run --rebuild' puts it aside, and builds a new one of the sources and of what can still be read"
    case SQLITE_CANTOPEN: "; name a file, in a folder that can be written and has room"
    case SQLITE_READONLY: "; make the file and its folder writable"
    case SQLITE_FULL: "; make room on the disk"
    // A full disk too, where it is the index of the write-ahead log that finds no room.
    case SQLITE_IOERR: "; is the disk full, or broken? make room, or look into the system's log"
    case SQLITE_BUSY, SQLITE_LOCKED: "; another program holds it, try again when that has ended"
    default: ""
    }
  }
}
