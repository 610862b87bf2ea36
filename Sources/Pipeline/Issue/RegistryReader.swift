// Registries as the configuration names them.

import Ingest
import Model
import Network
import Store

/// Registries as the configuration names them.
enum RegistryReader {
  /// A registry that could not be read, and why.
  struct Unread {
    let prefix: String
    let diagnostic: Diagnostic
  }

  /// The registries whose index is at hand; one that has not been fetched yet is left out, and one that
  /// cannot be read is told.
  static func read(_ settings: Settings, _ archive: Archive?) throws -> (
    registries: [Registry], unread: [Unread]
  ) {
    var (registries, unread) = ([Registry](), [Unread]())
    for registry in settings.registries {
      func leaveOut(_ messages: [String]) {
        unread.append(
          Unread(
            prefix: registry.prefix, diagnostic: Diagnostic(messages.joined(separator: "; "))))
      }
      let bytes: [UInt8]
      if Files.isWeb(registry.index) {
        guard let text = try archive?.index(of: registry.index) else { continue }
        bytes = Array(text.utf8)
      } else {
        do throws(RunFailure) {
          bytes = try Files.read(registry.index)
        } catch {
          leaveOut(error.messages)
          continue
        }
      }
      do throws(RegistryIndex.Failure) {
        registries.append(
          try RegistryIndex.parse(bytes, prefix: registry.prefix, page: registry.page))
      } catch {
        leaveOut(["\(Addresses.withoutCredentials(registry.index)): \(error.message)"])
      }
    }
    return (registries, unread)
  }
}
