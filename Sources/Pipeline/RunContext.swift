// What every stage is given: the settings and the moment.

package import Model
import Network
import Render
import Store
import Text

/// What every stage is given.
package struct RunContext: Sendable {
  /// The configuration.
  package let settings: Settings
  /// "Now": the clock's, or as set on the command line.
  package let now: Timestamp
  /// The variables of the environment: the mail server's password is one.
  package let environment: @Sendable (String) -> String?

  /// Creates a context and sets the program's time zone.
  package init(
    settings: Settings, now: Timestamp,
    environment: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    (self.settings, self.now, self.environment) = (settings, now, environment)
    CivilTime.use(zone: settings.timezone)
  }

  /// Opens the archive.
  func archive() throws(RunFailure) -> Archive {
    try Files.createFolder(Files.folder(of: settings.database))
    do {
      return try Archive(path: settings.database)
    } catch {
      throw .failed("\(error)")
    }
  }

  /// Opens the archive for a look at what is stored; a failure when nothing is.
  func storedArchive() throws(RunFailure) -> Archive {
    guard Files.exists(settings.database) else {
      throw .failed("\(settings.database): nothing has been stored yet; run 'hallway fetch' first")
    }
    do {
      return try Archive(reading: settings.database)
    } catch .olderSchema {
      return try archive()
    } catch {
      throw .failed("\(error)")
    }
  }

  /// The file of certificates that are trusted instead of the system's; `nil`: those.
  var certificates: String? { environment("SSL_CERT_FILE").flatMap { $0.isEmpty ? nil : $0 } }

  /// A client for one run.
  func httpClient() -> HTTPClient {
    var limits = settings.fetching.limits
    limits.certificates = certificates
    return HTTPClient(limits: limits, userAgent: Program.userAgent, now: now)
  }

  /// Compiles the templates, the operator's own in place of built-in ones.
  func edition() throws(RunFailure) -> Edition {
    var replacements: [String: String] = [:]
    if let folder = settings.templates {
      guard Files.isFolder(folder) else {
        throw .usage([
          "\(folder): is no folder of templates; see 'templates' in \(settings.file)"
        ])
      }
      for name in Files.entries(of: folder)
      where Edition.isTemplate(name) && !Files.isFolder("\(folder)/\(name)") {
        replacements[name] = String(decoding: try Files.read("\(folder)/\(name)"), as: UTF8.self)
      }
    }
    do {
      return try Edition(
        replacements: replacements, day: { CivilTime.day(of: $0) },
        measure: { DisplayWidth.of($0) })
    } catch {
      throw fault(error)
    }
  }

  /// What templates print; one that includes itself without end shows only here.
  func rendered<Output>(_ output: () throws -> Output) throws -> Output {
    do { return try output() } catch let error as TemplateError { throw fault(error) }
  }

  private func fault(_ error: TemplateError) -> RunFailure {
    .usage(["\(settings.templates.map { $0 + "/" } ?? "")\(error)"])
  }
}
