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
  private var paths: Set<String> = []

  /// Prepares to write under a folder, which is made if need be.
  package init(_ folder: String, by method: Method = .swap) {
    self.folder = Self.resolved(folder)
    self.method = method
    // What a run that died has left.
    if method == .swap { Self.remove(Self.staged(self.folder)) }
  }

  /// Takes a file of the new site.
  package mutating func add(_ file: Edition.File) {
    paths.insert(file.path)
    let old = FileManager.default.contents(atPath: "\(folder)/\(file.path)")
    if old != Data(file.text.utf8) { changed.append(file) }
  }

  /// Puts the new site in the place of the old one.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the files are all that the site has, so that pages of topics and episodes that
  ///     it had before go.
  ///   - withdrawn: Other paths of files that go.
  /// - Returns: How many files were written.
  @discardableResult
  package func finish(isWhole: Bool = false, without withdrawn: [String] = []) throws(Failure)
    -> Int
  {
    let gone = (isWhole ? former : []) + withdrawn
    guard !changed.isEmpty || !gone.isEmpty else { return 0 }
    let isSwapped = method == .swap ? try swapped(without: gone) : false
    if !isSwapped {
      // What leads to other files comes after them, and last what names those that go: a run that
      // dies before leaves it to the next to take them away.
      let entrances = ["index.html", "feed.xml", "feed.json", Self.map]
      for file in changed where !entrances.contains(file.path) { try Self.put(file, under: folder) }
      for file in changed where entrances.dropLast().contains(file.path) {
        try Self.put(file, under: folder)
      }
      for path in gone { try Self.take(path, from: folder) }
      for file in changed where file.path == Self.map { try Self.put(file, under: folder) }
    }
    return changed.count
  }

  private func swapped(without gone: [String]) throws(Failure) -> Bool {
    do {
      return try Self.swap(changed, gone, with: folder)
    } catch {
      // A person knows the folder, and not the copy, which is not there any more.
      let staged = Self.staged(folder)
      guard error.path.hasPrefix(staged) else { throw error }
      throw Failure(path: folder + error.path.dropFirst(staged.count), cause: error.cause)
    }
  }

  private static let map = "sitemap.xml"

  /// The pages of topics and episodes that the site map before names and that the site has no more.
  private var former: [String] {
    guard let map = FileManager.default.contents(atPath: "\(folder)/\(Self.map)") else { return [] }
    return Self.pages(inMap: String(decoding: map, as: UTF8.self)).filter { !paths.contains($0) }
  }

  /// The paths of pages of topics and episodes that a site map names.
  static func pages(inMap map: String) -> [String] {
    let addresses = map.split(separator: "<loc>").dropFirst().compactMap { part in
      part.firstRange(of: "</loc>").map { String(part[..<$0.lowerBound]) }
    }
    // That of the site itself is the shortest.
    guard let site = addresses.min(by: { $0.utf8.count < $1.utf8.count }) else { return [] }
    return addresses.filter { $0.hasPrefix(site) }.map { String($0.dropFirst(site.count)) }
      .filter { path in
        // Only names as the program makes them.
        ["topics/", "topics-", "episodes/"].contains { start in
          guard path.hasPrefix(start), path.hasSuffix(".html") else { return false }
          let name = path.dropFirst(start.count).dropLast(".html".count)
          return !name.isEmpty
            && name.utf8.allSatisfy { byte in
              (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            }
        }
      }
  }

  /// The copy beside a folder: a name of our own, which nobody else has for something else.
  static func staged(_ folder: String) -> String {
    let name = folder.lastIndex(of: "/").map { folder.index(after: $0) } ?? folder.startIndex
    return "\(folder[..<name]).\(folder[name...]).hallway-new"
  }

  /// Makes the new site beside the old one and exchanges them; `false` when that cannot be done
  /// here, and then nothing has changed.
  private static func swap(
    _ changed: [Edition.File], _ gone: [String], with folder: String
  ) throws(Failure) -> Bool {
    let manager = FileManager.default
    let staged = staged(folder)
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
      for path in gone { try take(path, from: staged) }
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

  /// Removes a file; one that is not there is removed already.
  private static func take(_ path: String, from folder: String) throws(Failure) {
    let path = "\(folder)/\(path)"
    guard unsafe path.withCString({ unsafe unlink($0) }) != 0, errno != ENOENT, errno != ENOTDIR
    else { return }
    throw Failure(path: path, cause: POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO))
  }

  private static func remove(_ path: String) {
    // Mostly there is nothing; what stays is removed by the next run.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The folder itself where its path is a link to it, or a link to a link.
  ///
  /// - Parameter links: How many are followed, as many as the system does: more go round in a circle.
  private static func resolved(_ folder: String, links: Int = 40) -> String {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard links > 0, let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    else {
      return path
    }
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return resolved(target.hasPrefix("/") ? target : "\(parent)/\(target)", links: links - 1)
  }
}
