// Where tests find things, and folders of their own.

package import Foundation

/// Where tests find things.
package enum Places {
  /// The package's top folder.
  package static let top = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program, as built beside the tests.
  package static var program: URL { top.appending(path: ".build/debug/hallway") }

  /// A folder of the data that lies beside the package; `nil` where it is absent, as in a
  /// stranger's clone.
  package static func shared(_ path: String) -> URL? {
    let place = top.deletingLastPathComponent().appending(path: "shared/\(path)")
    return FileManager.default.fileExists(atPath: place.path) ? place : nil
  }

  /// A file's bytes.
  package static func bytes(_ place: URL) throws -> [UInt8] { Array(try Data(contentsOf: place)) }
}

/// A folder that is gone when the test is over.
package final class TemporaryFolder {
  /// The folder.
  package let url: URL

  /// Creates an empty folder.
  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "hallway-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that stays behind does no harm.
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of a file in the folder.
  package func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, and the folders above it.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    let place = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
    return place.path
  }

  /// A file's text.
  package func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// All files below the folder, by path, sorted.
  package func files() -> [String] {
    let found = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
    return found.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
