// A configuration to start from.

import Feeds
import Render

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
    try refuseFile(folder)
    let paths = files.map { Files.resolve($0.name, in: folder) }
    for path in paths where Files.exists(path) {
      throw .usage(["\(path): is there already and is not overwritten; name another folder"])
    }
    for (path, file) in zip(paths, files) { try Files.create(path, file.text) }
    return paths
  }

  /// Writes the built-in templates into a folder's `Templates`; refuses to overwrite.
  ///
  /// - Returns: The paths that were written.
  package static func writeTemplates(folder: String) throws(RunFailure) -> [String] {
    try refuseFile(folder)
    let files = Edition.templates.map {
      (path: Files.resolve("Templates/\($0.name)", in: folder), text: $0.text)
    }
    for file in files where Files.exists(file.path) {
      throw .usage([
        "\(file.path): is there already and is not overwritten; remove it to have the built-in one again"
      ])
    }
    for file in files { try Files.create(file.path, file.text) }
    return files.map(\.path)
  }

  /// Refuses a place at or above which a file stands.
  private static func refuseFile(_ folder: String) throws(RunFailure) {
    var place = folder
    while !Files.exists(place), place.contains("/"), place != "/" {
      place = Files.folder(of: place)
    }
    guard Files.exists(place), !Files.isFolder(place) else { return }
    throw .usage([
      "\(place): is a file, so no folder can be made there; name a folder, which may be new"
    ])
  }
}
