// Configuration, templates, sources and output, looked at without changing what is stored.

import Feeds
import Ingest
import Model
import Network
import Render
import Store
import Text

/// Looks at everything that a run needs, and changes nothing that is stored or published.
package enum CheckStage {
  /// Faults and what is well, one line each.
  package struct Result: Sendable {
    /// What a run would stumble over.
    package var faults: [String] = []
    /// What a person should know.
    package var warnings: [String] = []
    /// What is well.
    package var facts: [String] = []
  }

  /// Looks at a configuration that could be read.
  package static func run(_ context: RunContext) throws -> Result {
    let settings = context.settings
    var result = Result()
    result.warnings = settings.warnings.map(\.spelled)
    result.faults = PublishStage.faults(settings)
    if settings.baseURL == Presets.address {
      result.warnings.append(
        "\(settings.file): 'base_url' is still the example; set it to where the site will be")
    }
    do {
      let edition = try context.edition()
      result.facts.append("templates: compiled")
      for name in edition.unused {
        let hint = Nearest.hint(name, Edition.templateNames)
        result.warnings.append(
          "\(settings.templates ?? "")/\(name): replaces no template, and none includes it\(hint)")
      }
    } catch {
      result.faults += error.messages
    }
    if let editor = settings.editor {
      do {
        _ = try EditorFile.read(editor, weekStart: settings.weekStart)
        result.facts.append("editor's file: read")
      } catch {
        result.faults += error.messages
      }
    }
    checkMail(context, &result)
    checkTwins(settings.sources, &result)
    for source in settings.sources { check(source, &result) }
    for episode in settings.episodes where !Files.isWeb(episode.transcript) {
      checkTranscript(episode.transcript, &result)
    }
    result.facts.append("sources: \(settings.sources.count)")
    if settings.sources.isEmpty, settings.episodes.isEmpty {
      result.warnings.append("\(settings.file): names no source; add a [[feed]] or a list")
    }
    for registry in settings.registries where !Files.isWeb(registry.index) {
      do {
        let bytes = try Files.read(registry.index)
        let index = try RegistryIndex.parse(bytes, prefix: registry.prefix, page: registry.page)
        result.facts.append("\(registry.prefix): \(index.proposals.count) proposals")
      } catch let failure as RunFailure {
        result.faults += failure.messages
      } catch let failure as RegistryIndex.Failure {
        result.faults.append("\(registry.index): \(failure.message)")
      }
    }
    for (name, path) in [("output", settings.output), ("database", settings.database)]
    where !Files.isWritable(path) {
      result.faults.append("\(path): '\(name)' cannot be written here")
    }
    if Files.exists(settings.output), !Files.isFolder(settings.output) {
      result.faults.append("\(settings.output): 'output' is a file; name a folder")
    }
    try checkHealth(context, &result)
    return result
  }

  private static func check(_ source: Source, _ result: inout Result) {
    guard !Files.isWeb(source.address) else { return }
    do {
      let bytes = try Files.read(source.address)
      let harvest = try SourceReader.read(bytes, source: source, address: source.address)
      result.warnings += harvest.diagnostics.map { $0.at(source.address).spelled }
      if harvest.entries == 0 { result.warnings.append("\(source.address): has no entries") }
    } catch let failure as RunFailure {
      result.faults += failure.messages
    } catch let failure as FeedParser.Failure {
      result.faults.append("\(source.address): is no feed; it looks like \(failure.looksLike)")
    } catch {
      result.faults.append("\(source.address): \(error)")
    }
  }

  private static func checkTranscript(_ path: String, _ result: inout Result) {
    do {
      let bytes = try Files.read(path)
      if TranscriptParser.parse(bytes) == nil {
        result.faults.append(
          "\(path): is no transcript of a form that is read; it looks like \(Sniffer.describe(bytes))"
        )
      }
    } catch {
      result.faults += error.messages
    }
  }

  /// Looks for a way to send mail, without sending any.
  private static func checkMail(_ context: RunContext, _ result: inout Result) {
    switch context.settings.mail?.way {
    case .smtp(_, _, let variable?) where context.environment(variable) == nil:
      result.warnings.append(
        "\(variable): is not set here; 'password_env' says that it has the mail server's password")
    case .sendmail(let program) where !Files.isProgram(program):
      result.faults.append("\(program): is no program that can be run; see 'sendmail' under [mail]")
    case .smtp, .sendmail, nil: break
    }
  }

  /// Looks for sources that are named twice.
  private static func checkTwins(_ sources: [Source], _ result: inout Result) {
    var seen: Set<String> = []
    for source in sources where !seen.insert(source.identity).inserted {
      result.warnings.append("\(Addresses.withoutCredentials(source.address)): is named twice")
    }
  }

  private static func checkHealth(_ context: RunContext, _ result: inout Result) throws {
    guard Files.exists(context.settings.database) else { return }
    let archive: Archive
    do throws(ArchiveError) {
      archive = try Archive(reading: context.settings.database)
    } catch .olderSchema {
      result.facts.append(
        "database: of an older hallway; the next 'hallway fetch' brings it up to date")
      return
    } catch {
      result.faults.append("\(error)")
      return
    }
    let known = try archive.sourceHealth()
    for health in context.settings.sources.compactMap({ known[$0.address] })
    where health.failures > 0 {
      result.warnings.append(
        "\(Addresses.withoutCredentials(health.address)): failed \(health.failures == 1 ? "once" : "\(health.failures) times in a row"): \(health.lastError ?? "")"
      )
    }
  }
}
