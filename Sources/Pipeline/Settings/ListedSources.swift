// The sources of an OPML list: lists come from strangers, too.

import Ingest
import Model
import Network
import Text

/// The sources of an OPML list.
enum ListedSources {
  /// Why an outline names no source, in words.
  private struct Refusal: Error {
    let message: String
  }

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - file: The list's path.
  ///   - settings: The configuration's.
  /// - Returns: Its sources in order, and what is wrong with the list and with those that were left out.
  static func read(_ list: OPML, _ file: String, _ settings: String) -> (
    sources: [Source], warnings: [Diagnostic], refused: Int
  ) {
    var sources: [Source] = []
    var warnings = list.warnings.map { $0.at(file) }
    for outline in list.outlines {
      do throws(Refusal) {
        let place = try place(outline.url, of: file, settings)
        let kind = outline.kind.flatMap(Source.Kind.init)
        sources.append(
          Source(
            address: place, kind: kind, title: outline.title, followThreads: kind == .forum,
            folder: outline.folder, isPrivate: Addresses.hasSecret(place)))
      } catch {
        warnings.append(Diagnostic(place: file, error.message))
      }
    }
    return (sources, warnings, list.outlines.count - sources.count)
  }

  /// An address of the web as it is; a file only beside the list, beside the configuration, or below
  /// either, so that no list makes Hallway read a file of its choice.
  private static func place(_ url: String, of list: String, _ settings: String) throws(Refusal)
    -> String
  {
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
