// Asks the judges of the site and the mail: the scripts in Judges, and the Nu checker.

package import Foundation

/// Programs not of our making that judge what Hallway writes; see the files in `Judges`.
package enum Judges {
  /// Opens pages of a folder in one browser; see `browse.py`.
  ///
  /// - Parameter pages: Paths in the folder, which may end in a query or a fragment.
  /// - Returns: A value for each page, in order.
  package static func browse(_ pages: [String], in folder: URL) async throws -> [BrowsedPage] {
    guard let browser = Tools.browser, let axe = Tools.axe else {
      throw Tools.Failure(description: "no browser or no axe-core")
    }
    return try await ask("browse.py", [browser, axe, folder.path] + pages)
  }

  /// The errors that the Nu checker finds in HTML files, as `path:line: message`.
  ///
  /// All files are judged in one run, since most of its time is its start.
  ///
  /// - Parameter files: Paths in the folder.
  package static func nu(_ files: [String], in folder: URL) async throws -> [String] {
    guard let jar = Tools.nu else { throw Tools.Failure(description: "no Nu checker") }
    // The first compiler alone: the run is over before the second one pays.
    let arguments = ["-XX:TieredStopAtLevel=1", "-jar", jar]
    let options = ["--stdout", "--format", "json", "--errors-only"]
    let output = try await Tools.output(
      of: Tools.java, arguments + options + files.map { folder.appending(path: $0).path },
      statuses: [0, 1])
    return try JSONDecoder().decode(NuReport.self, from: output).messages.map { message in
      let file = files.first {
        message.url?.hasSuffix("/\(folder.lastPathComponent)/\($0)") == true
      }
      return "\(file ?? message.url ?? ""):\(message.lastLine ?? 0): \(message.message)"
    }
  }

  /// Follows all links of a site; see `links.py`.
  package static func links(of site: URL, at base: String) async throws -> LinkReport {
    try await ask("links.py", [site.path, base])
  }

  /// What a site offers to programs.
  package enum Offer: String, CaseIterable, Sendable {
    case atom, json, sitemap, opml
  }

  /// Reads what a site offers to programs; see `feeds.py`.
  package static func read(
    _ offer: Offer, of site: URL, at base: String
  ) async throws -> OfferReport {
    try await ask("feeds.py", [offer.rawValue, site.path, base])
  }

  /// Reads a mail; see `mail.py`.
  package static func read(mail: URL) async throws -> MailReport {
    try await ask("mail.py", [mail.path])
  }

  private struct NuReport: Decodable {
    struct Message: Decodable {
      let url: String?
      let lastLine: Int?
      let message: String
    }
    let messages: [Message]
  }

  private static func ask<Answer: Decodable>(
    _ judge: String, _ arguments: [String]
  ) async throws -> Answer {
    let script = Places.top.appending(path: "Tests/Support/Judges/\(judge)")
    // -B: nothing is written beside the scripts.
    let output = try await Tools.output(of: Tools.python, ["-B", script.path] + arguments)
    return try JSONDecoder().decode(Answer.self, from: output)
  }
}
