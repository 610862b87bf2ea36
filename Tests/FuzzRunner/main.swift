// The fuzzer's program: the reader that `HALLWAY_FUZZ` names, and libFuzzer's own options.
//
// Built by `scripts/fuzz` only: it needs the fuzzer's run-time library.

import FuzzTargets
import Glibc

/// What the fuzzer calls with each input; a broken promise stops it, as a crash does.
typealias TestOneInput = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: TestOneInput
) -> CInt

nonisolated let reader: Reader = {
  let name = getenv("HALLWAY_FUZZ").map { String(cString: $0) } ?? ""
  guard let reader = Reader(rawValue: name) else {
    let known = Reader.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("no reader is called '\(name)'; known are \(known)")
  }
  return reader
}()

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runDriver(&count, &arguments) { data, size in
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    do throws(BrokenPromise) {
      try reader.check(bytes)
    } catch {
      fatalError("broken promise: \(error)")
    }
    return 0
  })
