// Reading and writing files, whole or by lines, and paths.

import FoundationEssentials
import Glibc

/// Reading and writing files, whole or by lines, and paths.
package enum Files {
  /// All bytes of a file.
  package static func read(_ path: String) throws(RunFailure) -> [UInt8] {
    let (descriptor, size) = try opened(path)
    defer { close(descriptor) }
    return try bytes(of: descriptor, path, expected: size)
  }

  /// The first bytes of a file, fewer where it is shorter.
  static func beginning(of path: String, count: Int) throws(RunFailure) -> [UInt8] {
    let (descriptor, _) = try opened(path)
    defer { close(descriptor) }
    return try piece(of: descriptor, path, size: count)
  }

  /// Hands over the lines of a file one by one, with their numbers from 1 and without their ends.
  static func forEachLine(of path: String, _ body: (Int, ArraySlice<UInt8>) throws -> Void) throws {
    let (descriptor, _) = try opened(path)
    defer { close(descriptor) }
    var rest: [UInt8] = []
    var number = 0
    while true {
      let new = try piece(of: descriptor, path, size: 1 << 16)
      if new.isEmpty { break }
      let known = rest.count
      rest += new
      var start = 0
      // What is left of the last piece has no line's end in it.
      var place = known
      while let end = rest[place...].firstIndex(of: 0x0A) {
        number += 1
        try body(number, rest[start..<end])
        (start, place) = (end + 1, end + 1)
      }
      rest.removeFirst(start)
    }
    if !rest.isEmpty { try body(number + 1, rest[...]) }
  }

  /// A file that can be read, and how long it is.
  private static func opened(_ path: String) throws(RunFailure) -> (descriptor: Int32, size: Int) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let cause = errno
      let hint = cause == ENOENT ? Nearest.hint(name(of: path), entries(of: folder(of: path))) : ""
      throw .failed("\(path): \(String(cString: strerror(cause)).lowercased())\(hint)")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .failed("\(path): is a folder; name a file")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .failed("\(path): cannot be read: \(String(cString: strerror(errno)).lowercased())")
    }
    return (descriptor, Int(status.st_size))
  }

  /// The next bytes, none at the end.
  private static func piece(of descriptor: Int32, _ name: String, size: Int) throws(RunFailure)
    -> [UInt8]
  {
    var cause: Int32 = 0
    let result = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      cause = fill(buffer, &count, from: descriptor)
    }
    guard cause == 0 else {
      throw .failed("\(name): cannot be read: \(String(cString: strerror(cause)).lowercased())")
    }
    return result
  }

  /// All bytes of standard input.
  package static func standardInput() throws(RunFailure) -> [UInt8] {
    try bytes(of: 0, "standard input")
  }

  /// - Parameter expected: How many bytes there are, as far as known: they are read without a copy.
  private static func bytes(
    of descriptor: Int32, _ name: String, expected: Int = 0
  ) throws(RunFailure) -> [UInt8] {
    var cause: Int32 = 0
    var result = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
      cause = fill(buffer, &count, from: descriptor)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while cause == 0 {
      var count = 0
      cause = buffer.withUnsafeMutableBufferPointer { fill($0, &count, from: descriptor) }
      if count == 0 { break }
      result += buffer[..<count]
    }
    guard cause == 0 else {
      throw .failed("\(name): cannot be read: \(String(cString: strerror(cause)).lowercased())")
    }
    return result
  }

  /// Reads until a buffer is full or nothing is left; the number of the error, or 0.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, from descriptor: Int32
  ) -> Int32 {
    guard let start = buffer.baseAddress else { return 0 }
    while count < buffer.count {
      let more = Glibc.read(descriptor, start + count, buffer.count - count)
      if more == 0 { break }
      if more > 0 { count += more } else if errno != EINTR { return errno }
    }
    return 0
  }

  /// Writes a new file and the folders above it; refuses to replace one.
  package static func create(_ path: String, _ text: String) throws(RunFailure) {
    guard access(path, F_OK) != 0 else {
      throw .usage([
        "\(path): is there already and is not overwritten; move it away or name another folder"
      ])
    }
    try replace(path, text)
  }

  /// Writes a file whole, in place of any that is there, and the folders above it.
  package static func replace(_ path: String, _ text: String) throws(RunFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder(of: path), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .failed("\(path): cannot be written; is the folder there and writable?")
    }
  }

  /// Makes a folder and those above it, if need be.
  package static func createFolder(_ path: String) throws(RunFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .failed("\(path): the folder cannot be made; is the one above it writable?")
    }
  }

  /// Whether something is at a path.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a folder, sorted; none when it cannot be read.
  package static func entries(of folder: String) -> [String] {
    // A folder that cannot be read holds nothing for us.
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// A file itself, or all files in a folder and below, by name; what begins with a dot is left out.
  package static func all(at path: String) -> [String] {
    guard isFolder(path) else { return [path] }
    return entries(of: path).filter { !$0.hasPrefix(".") }.flatMap { all(at: "\(path)/\($0)") }
  }

  /// Whether a folder is at a path.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the first folder on the way up that is there can be written to.
  package static func isWritable(_ path: String) -> Bool {
    var path = path
    while !exists(path), path.contains("/"), path != "/" { path = folder(of: path) }
    return access(path, W_OK) == 0
  }

  /// Whether there is a program that may be run, by its whole path.
  static func isProgram(_ path: String) -> Bool {
    path.hasPrefix("/") && !isFolder(path) && access(path, X_OK) == 0
  }

  /// The folder of a path.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "/")
  }

  /// A path as seen from a folder; an absolute one stays.
  package static func resolve(_ path: String, in folder: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("./") { return resolve(String(path.dropFirst(2)), in: folder) }
    return folder == "." ? path : folder + "/" + path
  }

  /// A path from the root.
  package static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : resolve(path, in: FileManager.default.currentDirectoryPath)
  }

  /// Whether a file is a folder's, at any depth, or would be; links are followed.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    let place = real(absolute(folder))
    return place == "/" || (real(absolute(path)) + "/").hasPrefix(place + "/")
  }

  /// A path without links, as far as it is there.
  private static func real(_ path: String) -> String {
    if let name = realpath(path, nil) {
      defer { free(name) }
      return String(cString: name)
    }
    let folder = folder(of: path)
    guard folder != path, folder != "/" else { return path }
    return real(folder) + "/" + name(of: path)
  }

  /// A path from the root in one spelling: the folder without links and dots, the name as it is.
  static func settled(_ path: String) -> String {
    let path = absolute(path)
    guard let real = realpath(folder(of: path), nil) else { return path }
    defer { free(real) }
    let folder = String(cString: real)
    return folder == "/" ? "/\(name(of: path))" : "\(folder)/\(name(of: path))"
  }

  /// A file's path as seen from another's folder where it lies in there, so that the folder can be
  /// moved; else from the root.
  static func relative(_ path: String, to file: String) -> String {
    let (own, other) = (settled(path), folder(of: settled(file)))
    let start = other == "/" ? other : other + "/"
    return own.hasPrefix(start) ? String(own.dropFirst(start.count)) : own
  }

  /// Whether an address is one of the web.
  package static func isWeb(_ address: String) -> Bool {
    let lower = address.prefix(8).lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://")
  }
}
