// Whether the addresses in the site's own pages resolve inside the site.

/// The addresses in the site's own pages.
struct SiteLinks {
  /// Addresses that were looked at.
  private(set) var count = 0
  /// What leads nowhere, one line each.
  private(set) var faults: [String] = []
  private var pages: [String: (ids: Set<Substring>, links: [Substring])] = [:]

  /// Looks at all pages under a folder.
  ///
  /// - Complexity: Linear in their bytes.
  init(_ folder: String) throws(RunFailure) {
    let files = Files.all(at: folder)
    let known = Set(files.map { String($0.dropFirst(folder.count + 1)) })
    for path in known.sorted() where path.hasSuffix(".html") {
      let text = String(decoding: try Files.read("\(folder)/\(path)"), as: UTF8.self)
      pages[path] = (
        Set(Self.values(of: " id=\"", in: text)), Self.values(of: " href=\"", in: text)
      )
    }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      for link in page.links { look(at: link, on: path, known) }
    }
  }

  private mutating func look(at link: Substring, on path: String, _ known: Set<String>) {
    // What has a scheme leads out of the site.
    guard !link.isEmpty, !link.prefix(12).contains(":") else { return }
    count += 1
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let bare = parts[0].prefix { $0 != "?" }
    let target = bare.isEmpty ? path : Self.resolve(bare, on: path)
    guard let target, known.contains(target) else {
      faults.append("\(path): leads to \(link), which is not in the site")
      return
    }
    if parts.count == 2, !parts[1].isEmpty, let ids = pages[target]?.ids, !ids.contains(parts[1]) {
      faults.append("\(path): leads to \(link), and \(target) has no such place")
    }
  }

  /// A relative path from the site's top; `nil` when it leads out of it.
  private static func resolve(_ link: Substring, on path: String) -> String? {
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "..": if folders.popLast() == nil { return nil }
      case ".": break
      default: folders.append(String(part))
      }
    }
    let resolved = folders.joined(separator: "/")
    return resolved.isEmpty || resolved.hasSuffix("/") ? resolved + "index.html" : resolved
  }

  /// The values of an attribute, which our own templates put in double quotes.
  private static func values(of attribute: String, in text: String) -> [Substring] {
    let (name, bytes) = (Array(attribute.utf8), text.utf8)
    var values: [Substring] = []
    var at = bytes.startIndex
    while let found = bytes[at...].firstRange(of: name) {
      let value = bytes[found.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
      values.append(Substring(value))
      at = value.endIndex
    }
    return values
  }
}
