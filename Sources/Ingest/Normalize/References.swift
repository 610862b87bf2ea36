// Discussions by the threading extension: what an entry answers, and what that answers.

/// Discussions by the threading extension (RFC 4685).
///
/// A discussion is named by the id of the entry at the other end, which is also what those name who
/// answer it directly when it is not in the feed.
enum References {
  private enum Root {
    case entry(Int)
    case outside(String)
  }

  /// Marks entries that answer others, and those that they answer.
  static func mark(_ feed: inout Feed) {
    let unmarked = feed.entries.indices.filter { feed.entries[$0].discussion == nil }
    guard unmarked.contains(where: { feed.entries[$0].inReplyTo != nil }) else { return }
    let roots = roots(of: unmarked, in: feed)
    let home = CanonicalURL.identity(feed.link ?? feed.title ?? "")
    let isArchive = unmarked.contains { isUUID(feed.entries[$0].inReplyTo) }
    var marks: [Int: DiscussionMark] = [:]
    var subjects: [String: DiscussionMark] = [:]
    for index in unmarked {
      let entry = feed.entries[index]
      guard case .entry(let root)? = roots[index],
        root != index || isArchive && isUUID(entry.id) && entry.inReplyTo == nil
      else { continue }
      let mark = mark(ofRoot: feed.entries[root], home)
      marks[index] = mark
      if feed.entries[root].discussion == nil { marks[root] = mark }
      if let title = mark.title, !title.isEmpty {
        subjects[title.lowercased()] = subjects[title.lowercased()] ?? mark
      }
    }
    for index in unmarked {
      guard case .outside(let name)? = roots[index] else { continue }
      let subject = feed.entries[index].title.map { Subject($0) }
      let mark = DiscussionMark(
        thread: key(name, home), url: PageAddress(name) == nil ? nil : name, title: subject?.base)
      // RFC 5256 §3 (REFERENCES, step 5): the same subject with a reply's mark is one discussion,
      // where what lies between has been left out.
      guard let subject, subject.isReply, !subject.base.isEmpty else {
        marks[index] = mark
        continue
      }
      marks[index] = subjects[subject.key] ?? mark
      subjects[subject.key] = marks[index]
    }
    for (index, mark) in marks { feed.entries[index].discussion = mark }
  }

  /// Where each entry's answers lead to; each entry is visited a bounded number of times.
  private static func roots(of unmarked: [Int], in feed: Feed) -> [Int: Root] {
    var places: [String: Int] = [:]
    for index in feed.entries.indices {
      for name in [feed.entries[index].id, feed.entries[index].link].compactMap({ $0 }) {
        places[name] = places[name] ?? index
      }
    }
    var roots: [Int: Root] = [:]
    for start in unmarked where roots[start] == nil {
      var path = [start]
      var onPath: Set<Int> = [start]
      var root = Root.entry(start)
      while let last = path.last {
        root = .entry(last)
        guard feed.entries[last].discussion == nil, let parent = feed.entries[last].inReplyTo else {
          break
        }
        guard let place = places[parent] else {
          root = .outside(parent)
          break
        }
        if let known = roots[place] {
          root = known
          break
        }
        guard onPath.insert(place).inserted else { break }
        path.append(place)
      }
      for place in path { roots[place] = root }
    }
    return roots
  }

  private static func mark(ofRoot root: FeedEntry, _ home: String) -> DiscussionMark {
    if let known = root.discussion {
      return DiscussionMark(thread: known.thread, url: known.url, title: known.title)
    }
    return DiscussionMark(
      thread: key(root.id ?? root.link ?? root.title ?? "", home), url: root.link,
      title: root.title.map { Subject($0).base })
  }

  /// A name that no other feed has for something else.
  private static func key(_ name: String, _ home: String) -> String {
    if PageAddress(name) != nil { return CanonicalURL.identity(name) }
    return CanonicalURL.hasScheme(name) ? name : "\(home)#\(name)"
  }

  /// public-inbox names messages by numbers made of their ids.
  private static func isUUID(_ name: String?) -> Bool { name?.hasPrefix("urn:uuid:") == true }
}
