// Whether the addresses in the site's own pages resolve inside the site.

/// The addresses in the site's own pages.
struct SiteLinks {
  /// Addresses that were looked at.
  private(set) var count = 0
  /// What leads nowhere, one line each.
  private(set) var faults: [String] = []
  private var pages: [String: (ids: Set<Substring>, links: [Substring])] = [:]

  /// Looks at the pages under a folder that the site map names, where there is one: a folder may have
  /// pages of others.
  ///
  /// - Parameter base: The site's address, with a slash at the end.
  /// - Complexity: Linear in their bytes.
  init(_ folder: String, at base: String) throws(RunFailure) {
    let files = Files.all(at: folder)
    let known = Set(files.map { String($0.dropFirst(folder.count + 1)) })
    let own = try Self.pages(of: folder, at: base, known)
    for path in known.sorted() where path.hasSuffix(".html") {
      let text = String(decoding: try Files.read("\(folder)/\(path)"), as: UTF8.self)
      pages[path] = (
        Set(Self.values(of: " id=\"", in: text)), Self.values(of: " href=\"", in: text)
      )
    }
    // The way from the host to the site: what a template's absolute paths begin with.
    let way = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    let root = "/" + (way.count > 3 ? way[3] : "")
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) where own?.contains(path) ?? true {
      for link in page.links { look(at: link, on: path, root, known) }
    }
  }

  /// The pages that the site map names; `nil` when there is none, or when it is that of a site at
  /// another address.
  private static func pages(of folder: String, at base: String, _ known: Set<String>)
    throws(RunFailure) -> Set<String>?
  {
    guard known.contains("sitemap.xml") else { return nil }
    let map = String(decoding: try Files.read("\(folder)/sitemap.xml"), as: UTF8.self)
    let base = base.replacing("&", with: "&amp;")
    let pages = Set<String>(
      map.split(separator: "<loc>").dropFirst().compactMap { part in
        let address = part.prefix { $0 != "<" }
        guard address.hasPrefix(base) else { return nil }
        let path = address.dropFirst(base.count)
        return path.isEmpty ? "index.html" : String(path)
      })
    return pages.isEmpty ? nil : pages
  }

  private mutating func look(
    at link: Substring, on path: String, _ root: String, _ known: Set<String>
  ) {
    // What has a scheme or a host leads out of the site.
    guard !link.isEmpty, !link.prefix(12).contains(":"), !link.hasPrefix("//") else { return }
    let isRooted = link.hasPrefix("/")
    // Another site of the host may be beside this one.
    guard !isRooted || link.hasPrefix(root) else { return }
    count += 1
    let own = isRooted ? link.dropFirst(root.count) : link
    let parts = own.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let bare = parts[0].prefix { $0 != "?" }
    let here = isRooted ? "index.html" : path
    let target = bare.isEmpty ? here : Self.resolve(bare, on: here)
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
