// Files of the site onto the disk: readers see the old site or the new one.

import CFiles
import FoundationEssentials
import Glibc

/// Files of the site onto the disk.
///
/// A file that has the right bytes already is not touched; files of others in the folder stay. What has
/// changed is kept until ``finish()``, so memory is needed for that alone.
package struct SiteWriter {
  /// How a site takes the place of the one before.
  package enum Method: String, CaseIterable, Sendable {
    /// A copy of the folder is made beside it, of links to the files that stay, and the two are
    /// exchanged in one step.
    ///
    /// Where the system cannot do that (another file system, a mount point, no right to write beside
    /// the folder), the files are written in place.
    case swap
    /// File by file in the folder itself, each whole: for a folder that something holds on to, such
    /// as a container's mount.
    case inPlace = "in_place"
  }

  /// Why a file could not be written.
  package struct Failure: Error {
    /// The file.
    package let path: String
    /// What the system said.
    package let cause: any Error
  }

  private let folder: String
  private let method: Method
  private var changed: [Edition.File] = []

  /// Prepares to write under a folder, which is made if need be.
  package init(_ folder: String, by method: Method = .swap) {
    self.folder = Self.resolved(folder)
    self.method = method
    // What a run that died has left.
    Self.remove(self.folder + ".new")
  }

  /// Takes a file of the new site.
  package mutating func add(_ file: Edition.File) {
    let old = FileManager.default.contents(atPath: "\(folder)/\(file.path)")
    if old != Data(file.text.utf8) { changed.append(file) }
  }

  /// Puts the new site in the place of the old one.
  ///
  /// - Returns: How many files were written.
  @discardableResult
  package func finish() throws(Failure) -> Int {
    guard !changed.isEmpty else { return 0 }
    let isSwapped = method == .swap ? try Self.swap(changed, with: folder) : false
    if !isSwapped {
      // What leads to other files comes after them.
      let entrances: Set<String> = ["index.html", "feed.xml", "feed.json", "sitemap.xml"]
      for file in changed.filter({ !entrances.contains($0.path) })
        + changed.filter({ entrances.contains($0.path) })
      {
        try Self.put(file, under: folder)
      }
    }
    return changed.count
  }

  /// Makes the new site beside the old one and exchanges them; `false` when that cannot be done
  /// here, and then nothing has changed.
  private static func swap(_ changed: [Edition.File], with folder: String) throws(Failure) -> Bool {
    let manager = FileManager.default
    let staged = folder + ".new"
    do {
      guard manager.fileExists(atPath: folder) else {
        try manager.createDirectory(atPath: staged, withIntermediateDirectories: true)
        for file in changed { try put(file, under: staged) }
        try manager.moveItem(atPath: staged, toPath: folder)
        return true
      }
      try manager.linkItem(atPath: folder, toPath: staged)
    } catch let failure as Failure {
      remove(staged)
      throw failure
    } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
      // File by file there would be no room either, and the old site would be torn.
      remove(staged)
      throw Failure(path: staged, cause: error)
    } catch {
      remove(staged)
      return false
    }
    do {
      for file in changed { try put(file, under: staged) }
    } catch {
      remove(staged)
      throw error
    }
    let isDone = unsafe staged.withCString { new in
      unsafe folder.withCString { old in unsafe hw_exchange(new, old) == 0 }
    }
    // Either way what is left there is of no more use.
    remove(staged)
    return isDone
  }

  private static func put(_ file: Edition.File, under folder: String) throws(Failure) {
    let path = "\(folder)/\(file.path)"
    do {
      let parent = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
      try FileManager.default.createDirectory(
        atPath: String(parent), withIntermediateDirectories: true)
      // A link to a file of the old site is replaced, and the old site keeps its own.
      try Data(file.text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure(path: path, cause: error)
    }
  }

  private static func remove(_ path: String) {
    // Mostly there is nothing; what stays is removed by the next run.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The folder itself where its path is a link to it.
  private static func resolved(_ folder: String) -> String {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
      return path
    }
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return resolved(target.hasPrefix("/") ? target : "\(parent)/\(target)")
  }
}
