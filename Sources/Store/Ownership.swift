// Who may replace what is stored: a source its own, and a site what bears its name.

/// Who stores something, as far as it decides what may be replaced.
///
/// An entry is known by its page, whichever feed carries it, so a feed can name any page. Anyone may
/// store what is not there: a planet shows what the blog's own feed does not. But what is there is
/// replaced only by the source that stored it, by an owner, or by the operator. An owner is a source on
/// the host that the identity names, or a file, which the operator has put there. Where an owner
/// replaces what somebody else has stored, it is the owner's from then on.
package enum Storer: Sendable {
  /// The source that a thread, an article or an episode names.
  ///
  /// - Parameter hosts: Hosts that have moved, new to old: identities have the old one.
  case source(hosts: [String: String] = [:])
  /// The operator, whose configuration says what is to be stored.
  case configuration
}

/// What a source may do with a row.
enum Claim {
  /// Leave it as it is.
  case none
  /// Replace it.
  case replace
  /// Replace it and have it.
  case take
}

/// A source that stores, and by what right.
struct Claimant {
  let source: String
  let storer: Storer

  /// What it may do with what another has stored, but for where that one has moved to.
  func claim(on id: String, storedBy other: String) -> Claim {
    if other == source { return .replace }
    switch storer {
    case .configuration: return .replace
    case .source(let hosts):
      if Self.owns(source, id, hosts) { return Self.owns(other, id, hosts) ? .replace : .take }
      return Self.name(source) == Self.name(other) ? .take : .none
    }
  }

  /// Whether a source is a file, or lies on the host that an identity begins with.
  private static func owns(_ source: String, _ id: String, _ hosts: [String: String]) -> Bool {
    guard let host = host(of: source) else { return true }
    let named = site(String(id.prefix { $0 != "/" && $0 != "?" && $0 != "#" }))
    // Both with and without `www.`, since that is how a forum's host is known.
    let before = hosts[host] ?? hosts["www.\(host)"]
    return site(host) == named || before.map(site) == named
  }

  /// An address without its scheme and `www.`: the same feed, spelled otherwise.
  private static func name(_ address: String) -> String {
    guard let host = host(of: address), let rest = rest(of: address) else { return address }
    return site(host) + rest.drop { $0 != "/" && $0 != "?" && $0 != "#" }
  }

  /// The host of an address of the web in lower case, with its port unless it is the scheme's own;
  /// `nil` for a file.
  private static func host(of address: String) -> String? {
    guard let rest = rest(of: address) else { return nil }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    var host = (authority.split(separator: "@").last ?? authority).lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.utf8.count) }
    return host
  }

  /// What stands behind the scheme of an address of the web; `nil` for a file.
  private static func rest(of address: String) -> Substring? {
    for scheme in ["https://", "http://"]
    where address.prefix(scheme.utf8.count).lowercased() == scheme {
      return address.dropFirst(scheme.utf8.count)
    }
    return nil
  }

  private static func site(_ host: String) -> String {
    host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}

extension Archive {
  /// What a source may do with what another has stored; what has moved takes its rows along.
  func claim(of claimant: Claimant, on id: String, storedBy other: String) throws(SQLiteError)
    -> Claim
  {
    let claim = claimant.claim(on: id, storedBy: other)
    guard case .none = claim else { return claim }
    let hasMoved = try connection.rows(
      "SELECT 1 FROM source WHERE address = ? AND moved_to = ? AND moved_sightings >= 2",
      [.text(other), .text(claimant.source)]
    ) { _ in true }.first
    return hasMoved == true ? .take : .none
  }

  /// The source that stored a post, an article or an episode; `nil` when it is not stored.
  func source(of id: String, in table: Kept) throws(SQLiteError) -> String? {
    let sql =
      switch table {
      case .post:
        """
        SELECT coalesce(post.source, thread.source) FROM post JOIN thread ON thread.id = thread
        WHERE post.id = ?
        """
      case .article: "SELECT source FROM article WHERE id = ?"
      case .episode: "SELECT source FROM episode WHERE id = ?"
      }
    return try connection.rows(sql, [.text(id)]) { $0.text(0) ?? "" }.first
  }

  /// What a source may do with a post, an article or an episode; one that is not stored is
  /// anybody's.
  func claim(of claimant: Claimant, on id: String, in table: Kept) throws(SQLiteError) -> Claim {
    guard let other = try source(of: id, in: table) else { return .replace }
    return try claim(of: claimant, on: id, storedBy: other)
  }
}
