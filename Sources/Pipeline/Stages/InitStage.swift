// A configuration to start from.

import Feeds

/// Writes a configuration to start from.
package enum InitStage {
  /// The communities that there is a preset for; the first is the usual one.
  package static let presets = Presets.names

  /// Writes the files of a preset into a folder; refuses to overwrite.
  ///
  /// - Returns: The paths that were written.
  package static func run(preset: String, folder: String) throws(RunFailure) -> [String] {
    guard let files = Presets.files(of: preset) else {
      throw .usage([
        "--preset is '\(preset)'; expected \(presets.joined(separator: ", "))\(Nearest.hint(preset, presets))"
      ])
    }
    let paths = files.map { Files.resolve($0.name, in: folder) }
    for path in paths where Files.exists(path) {
      throw .usage(["\(path): is there already and is not overwritten; name another folder"])
    }
    for (path, file) in zip(paths, files) { try Files.create(path, file.text) }
    return paths
  }
}
