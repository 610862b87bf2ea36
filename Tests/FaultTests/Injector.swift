// The program with one of its calls failing, or killed there.

import Foundation
import Support

/// A library that is loaded before the program's own and makes one call fail.
struct Injector {
  /// What happens at the call.
  enum Fault: CustomStringConvertible {
    case error(Int32)
    case killedBefore
    case killedAfter
    /// A request to stop comes there.
    case terminated

    var code: Int32 {
      switch self {
      case .error(let number): number
      case .killedBefore: -9
      case .killedAfter: -10
      case .terminated: -11
      }
    }

    var description: String {
      switch self {
      case .error(let number): String(cString: strerror(number))
      case .killedBefore: "killed before"
      case .killedAfter: "killed after"
      case .terminated: "asked to stop"
      }
    }
  }

  private let library: String

  /// Compiles the library into a folder; `nil` where there is no C compiler.
  init?(in folder: TemporaryFolder) throws {
    guard let library = try Self.compile("injector", in: folder) else { return nil }
    self.library = library
  }

  /// Compiles one of the libraries that are loaded before the program's own; `nil` where there is no C
  /// compiler.
  static func compile(_ name: String, in folder: TemporaryFolder) throws -> String? {
    let library = folder.path("\(name).so")
    let source = Places.top.appending(path: "Tests/FaultTests/Injector/\(name).c").path
    for compiler in ["/usr/bin/cc", "/usr/bin/clang"]
    where FileManager.default.isExecutableFile(atPath: compiler) {
      let process = Process()
      process.executableURL = URL(filePath: compiler)
      process.arguments = ["-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"]
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus == 0 { return library }
    }
    return nil
  }

  /// Runs the program with the fault at one call on files below a folder; at 0 none fails.
  ///
  /// - Parameter counted: Where the number of calls is written at the end.
  func run(
    _ arguments: [String], under folder: String, at call: Int, _ fault: Fault = .error(5),
    counted: String? = nil
  ) async throws -> ProgramRun.Ending {
    var environment = [
      "LD_PRELOAD": library, "FAULT_UNDER": folder,
      "FAULT_AT": "\(call)", "FAULT_HOW": "\(fault.code)",
      // A crash is told by its signal; what Swift says of it takes seconds.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    environment["FAULT_COUNT"] = counted
    return try await ProgramRun.run(arguments, in: folder, environment: environment)
  }
}
