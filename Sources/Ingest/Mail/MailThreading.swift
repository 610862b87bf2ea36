// Messages to threads: by their references, and by their subjects where they have none.

import Model

/// Messages to threads.
///
/// Jamie Zawinski's algorithm: a table of containers by Message-ID, also for messages that are
/// only referred to; each gets a parent, links that would make a loop are refused; then replies
/// without references are gathered by subject. What differs: no container is moved once it has a
/// parent, so a message's own field goes before what others say of it; and a thread keeps the
/// identity of its first container even where that message is missing, so that the archives of two
/// months agree about it.
///
/// Sources: J. Zawinski, *Message Threading* (1997–2002); RFC 5256 §3 and §5.
struct MailThreading {
  /// How long after the last message of a thread a reply may join it by its subject alone.
  ///
  /// Replies come within days; "Re: question" of the next year answers another question.
  static let longestPause: Int64 = 30 * 86_400

  /// A thread: its identity, its messages in order, and what each of them answers.
  struct Group: Equatable {
    let root: String
    let members: [Int]
    let answered: [String?]
  }

  private let messages: [MailMessage]
  private let addresses: Set<String>
  private var containers: [String: Int] = [:]
  private var ids: [String] = []
  /// The container of each message, and its parent.
  private var parents: [Int] = []
  /// Some ancestor of each container, for finding the first one fast; itself for the first.
  private var tops: [Int] = []

  private init(_ messages: [MailMessage]) {
    self.messages = messages
    addresses = Set(messages.map(\.authorKey))
  }

  /// Groups of indices of messages, one for each thread, by the date of the first message.
  ///
  /// No two messages have the same id.
  ///
  /// - Complexity: O(*n* log *n*), with no recursion.
  static func threads(_ messages: [MailMessage]) -> [Group] {
    var threading = MailThreading(messages)
    threading.link()
    return threading.groups()
  }

  // MARK: Containers

  private mutating func container(_ id: String) -> Int {
    if let index = containers[id] { return index }
    let index = ids.count
    containers[id] = index
    ids.append(id)
    parents.append(-1)
    tops.append(index)
    return index
  }

  /// The first container above one.
  private mutating func top(of index: Int) -> Int {
    var at = index
    while tops[at] != at {
      tops[at] = tops[tops[at]]
      at = tops[at]
    }
    return at
  }

  /// Puts a container below another, unless it is below one already or the other is below it.
  private mutating func put(_ child: Int, below parent: Int) {
    guard parents[child] == -1, top(of: parent) != child else { return }
    parents[child] = parent
    tops[child] = parent
  }

  private mutating func link() {
    // Messages first, so that their containers have their indices.
    for message in messages { _ = container(message.id) }
    for (index, message) in messages.enumerated() {
      guard let parent = parent(of: message) else { continue }
      put(index, below: container(parent))
    }
    for message in messages {
      let references = chain(of: message)
      for (before, after) in zip(references, references.dropFirst()) {
        let (parent, child) = (container(before), container(after))
        put(child, below: parent)
      }
    }
  }

  /// What a message answers: what it says, if that is here, else the last of its references.
  private func parent(of message: MailMessage) -> String? {
    let references = chain(of: message)
    // Old programs put the author's address into In-Reply-To.
    if let named = message.inReplyTo, named != message.id, !addresses.contains(named.lowercased()),
      isHere(named) || (references.isEmpty && named.contains("@"))
    {
      return named
    }
    return references.last { $0 != message.id }
  }

  /// The references of a message that can be identifiers: some programs write words there, which
  /// would make one thread of all their messages.
  private func chain(of message: MailMessage) -> [String] {
    message.references.filter { $0.utf8.contains(UInt8(ascii: "@")) || isHere($0) }
  }

  /// Whether the archive has the message; the first containers are those of messages.
  private func isHere(_ id: String) -> Bool { containers[id].map { $0 < messages.count } ?? false }

  // MARK: Threads

  /// A tree of containers, and what was gathered to it.
  private struct Tree {
    let root: String
    var members: [Int]
    var first: Timestamp?
    var last: Timestamp?
    var isGathered = false
  }

  private mutating func groups() -> [Group] {
    var trees: [Tree] = []
    var places: [Int: Int] = [:]
    for index in order() {
      let top = top(of: index)
      let date = messages[index].date
      if let place = places[top] {
        trees[place].members.append(index)
        trees[place].last = date ?? trees[place].last
      } else {
        places[top] = trees.count
        trees.append(Tree(root: ids[top], members: [index], first: date, last: date))
      }
    }
    gather(&trees)
    return trees.filter { !$0.isGathered }.map { tree in
      let members = sorted(tree.members)
      let answered = members.map { parents[$0] == -1 ? nil : ids[parents[$0]] }
      return Group(root: tree.root, members: members, answered: answered)
    }
  }

  /// The messages by date; those without one keep their place after the message before them.
  private func order() -> [Int] {
    var keys: [Int64] = []
    var before = Int64.min
    for message in messages {
      before = message.date?.seconds ?? before
      keys.append(before)
    }
    return messages.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  private func sorted(_ members: [Int]) -> [Int] {
    members.sorted { a, b in
      switch (messages[a].date, messages[b].date) {
      case (let first?, let second?) where first != second: first < second
      case (nil, .some): false
      case (.some, nil): true
      default: a < b
      }
    }
  }

  /// Joins replies that refer to nothing to the last thread of their subject.
  ///
  /// A message that is no reply opens a thread even if its subject was used before: "Minutes" of
  /// every month are not one discussion.
  private func gather(_ trees: inout [Tree]) {
    var latest: [String: Int] = [:]
    for place in trees.indices {
      guard let opening = trees[place].members.first else { continue }
      let message = messages[opening]
      let key = message.subject.key
      guard !key.isEmpty else { continue }
      let isLoose =
        message.subject.isReply && message.references.isEmpty && message.inReplyTo == nil
      if isLoose, let target = latest[key], isNear(trees[place], trees[target]) {
        trees[target].members += trees[place].members
        if let last = trees[place].last {
          trees[target].last = trees[target].last.map { max($0, last) } ?? last
        }
        trees[place].members = []
        trees[place].isGathered = true
      } else {
        latest[key] = place
      }
    }
  }

  private func isNear(_ late: Tree, _ early: Tree) -> Bool {
    guard let first = late.first, let last = early.last else { return false }
    return first.seconds <= last.seconds + Self.longestPause
  }
}
