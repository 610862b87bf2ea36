// Where a source of an OPML list is: lists come from strangers, too.

import Ingest
import Network

/// Where a source of an OPML list is.
enum ListedSource {
  /// Why an outline names no source, in words.
  struct Refusal: Error {
    let message: String
  }

  /// An address of the web as it is; a file only beside the list, beside the configuration, or below
  /// either, so that no list makes Hallway read a file of its choice.
  static func place(_ url: String, of list: String, _ settings: String) throws(Refusal) -> String {
    let folder = Files.folder(of: Files.absolute(list))
    let named: NamedSource
    do {
      named = try NamedSource(url)
    } catch {
      throw Refusal(message: error.messages.joined(separator: "; "))
    }
    if case .web(let address, isGuessed: false) = named { return address }
    // A list has no addresses without a scheme: what has none is a file.
    let path = Files.resolve(url, in: folder)
    let folders = [folder, Files.folder(of: Files.absolute(settings))]
    guard folders.contains(where: { Files.isInside(path, $0) }) else {
      throw Refusal(
        message:
          "names the file '\(url)', which lies neither beside the list nor beside the configuration"
      )
    }
    return path
  }
}
