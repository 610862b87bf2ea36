// The opening and the closing of an episode: who speaks, where to find them, thanks.

import Text

/// The opening and the closing of an episode, found by what hosts say there.
///
/// Both need several such sentences that lie close together, and the opening begins within a minute
/// and a half: a talk that only says "welcome" has neither.
enum EpisodeFrame {
  /// Sentences from the first on that open the episode; empty when none do.
  ///
  /// - Parameters:
  ///   - seconds: The second at which each sentence begins.
  ///   - reads: Which sentences are advertising.
  static func opening(
    _ sentences: [Sentence], seconds: [Double], reads: [Range<Int>]
  ) -> Range<Int> {
    let length = seconds.last ?? 0
    let limit = min(360, length / 5)
    let sponsored = reads.first?.lowerBound ?? sentences.count
    var evidence = 0
    var last: Int?
    for index in 0..<sponsored {
      let at = seconds[index]
      if at > limit || at - seconds[last ?? 0] > (last == nil ? 90 : 60) { break }
      guard openings.matches(sentences[index].text) else { continue }
      evidence += 1
      last = index
    }
    guard let last, evidence > 1 else { return 0..<0 }
    // The read that follows the opening begins where it ends.
    let end =
      sponsored < sentences.count && seconds[sponsored] - seconds[last] < 30 ? sponsored : last + 1
    return 0..<end
  }

  /// Sentences up to the last that close the episode; empty when none do.
  ///
  /// - Parameter reads: Which sentences are advertising; a closing may hold some.
  static func closing(
    _ sentences: [Sentence], seconds: [Double], reads: [Range<Int>]
  ) -> Range<Int> {
    let count = sentences.count
    let none = count..<count
    let length = seconds.last ?? 0
    let limit = length - min(300, length / 8)
    let sponsored = Set(reads.joined())
    var first: Int?
    var reached = length
    var evidence = 0
    var index = count
    while index > 0, seconds[index - 1] >= limit {
      index -= 1
      if reached - seconds[index] > 60 { break }
      let isClosing = closings.matches(sentences[index].text)
      if isClosing { evidence += 1 }
      if isClosing || sponsored.contains(index) {
        first = index
        reached = seconds[index]
      } else if asides.matches(sentences[index].text) {
        // What is said of the show keeps a closing together, but is said in talk too.
        reached = seconds[index]
      }
    }
    guard let first, evidence > 0 else { return none }
    return first..<count
  }

  /// The phrase by which a sentence opens or closes an episode; `nil` for none.
  static func phrase(in text: String, closing: Bool) -> String? {
    (closing ? closings : openings).first(in: text)
  }

  private static let openings = PhraseList([
    "welcome to", "welcome back", "this is your host", "i'm your host", "my name is",
    "you're listening to",
    "in this episode", "on this episode", "today's episode", "this week on", "today on the show",
    "social media", "show notes", "subscribe", "past episodes", "back episodes", "live stream",
    "join me", "joining me", "i'm joined by", "joined today by", "joined by", "my guest today",
    "today's guest", "with me today", "i'm here with", "recorded on", "it's recorded",
    ", recorded ",
    "weekly podcast", "a podcast about", "a show about", "the podcast about", "podcast where",
    "follow me on", "follow us on", "follow the show", "on twitter", "on mastodon", "i bring you",
    "hello and welcome", "hey everyone", "hi everyone", "hello everyone", "episode number",
    "be part of that episode", "be part of the show",
  ])
  private static let closings = PhraseList([
    "another episode of", "thanks for listening", "thank you for listening",
    "thanks so much for listening",
    "thank you so much for listening", "thanks for tuning in", "that's it for this",
    "that's it for today",
    "that's our show", "that's all for", "until next time", "see you next time",
    "see you next week",
    "talk to you next", "catch you next", "catch you later", "see you in the next",
    "see you on the next", "leave a review", "leaving a review", "leave us a review",
    "rate and review",
    "giving us a rating", "subscribe to the show", "subscribe to the podcast",
    "be sure to subscribe",
    "subscribe on", "favorite podcast app", "favourite podcast app", "podcast player app",
    "wherever you get your podcasts", "theme music", "theme song", "produced by", "edited by",
    "music by", "learn more about the show", "see you in the next episode", "end of the show",
    "bye everybody", "bye everyone",
  ])
  private static let asides = PhraseList([
    "links mentioned in", "in the show notes", "player's show notes", "player show notes",
    "past episodes", "this is your host", "really appreciate it", "get out there and",
    "find other episodes", "follow us on",
  ])
}
