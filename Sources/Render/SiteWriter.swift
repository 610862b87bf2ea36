// Files of the site onto the disk, each whole or not at all.

import FoundationEssentials

/// Files of the site onto the disk.
package enum SiteWriter {
  /// Why a file could not be written.
  package struct Failure: Error {
    /// The file.
    package let path: String
    /// What the system said.
    package let cause: any Error
  }

  /// Writes files under a folder, which is made if need be.
  ///
  /// A file that has the right bytes already is not touched; any other is written beside its
  /// place and renamed into it.
  ///
  /// - Returns: How many files were written.
  @discardableResult
  package static func write(_ files: [Edition.File], under folder: String) throws -> Int {
    let manager = FileManager.default
    var written = 0
    for file in files {
      let path = folder + "/" + file.path
      do {
        let parent = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
        try manager.createDirectory(atPath: String(parent), withIntermediateDirectories: true)
        let data = Data(file.text.utf8)
        if manager.contents(atPath: path) == data { continue }
        try data.write(to: URL(filePath: path), options: .atomic)
        written += 1
      } catch {
        throw Failure(path: path, cause: error)
      }
    }
    return written
  }
}
