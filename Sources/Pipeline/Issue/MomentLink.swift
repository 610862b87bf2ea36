// The address of a second of an episode.

import Ingest
import Model
import Render

/// The address of a second of an episode.
enum MomentLink {
  /// By the show's own pattern in the configuration; on YouTube by `t=`; else a media fragment of
  /// the audio (W3C Media Fragments 1.0 §4.2.1), or the episode's page.
  static func address(of second: Double, in episode: Episode) -> String? {
    let whole = Words.whole(second)
    if let pattern = episode.momentPattern {
      return pattern.replacing("{seconds}", with: "\(whole)")
    }
    for address in [episode.audio, episode.url].compactMap({ $0 }) {
      guard let page = PageAddress(address), isYouTube(page.host) else { continue }
      let bare = address.prefix { $0 != "#" }
      return "\(bare)\(page.query.isEmpty ? "?" : "&")t=\(whole)s"
    }
    return episode.audio.map { "\($0)#t=\(whole)" } ?? episode.url
  }

  private static func isYouTube(_ host: String) -> Bool {
    ["youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"].contains(host)
  }

  /// Hosts that insert advertising into the audio at each download.
  private static let inserting = [
    "megaphone.fm", "simplecastaudio.com", "art19.com", "acast.com", "omny.fm", "omnycontent.com",
    "spreaker.com", "podtrac.com", "chtbl.com", "pscrb.fm", "podbean.com", "audioboom.com",
    "ausha.co", "captivate.fm", "redcircle.com", "adswizz.com", "podsights.com",
  ]

  /// Whether the times of a transcript may be off in the audio that a listener gets: its host
  /// inserts advertising, or the feed says that the audio is a minute longer than what is transcribed.
  static func mayShift(_ episode: Episode) -> Bool {
    if let audio = episode.audio, let host = PageAddress(audio)?.host,
      inserting.contains(where: { host == $0 || host.hasSuffix(".\($0)") })
    {
      return true
    }
    guard let last = episode.cues.compactMap({ $0.end ?? $0.start }).max(),
      let seconds = episode.seconds
    else { return false }
    return seconds - last > 60
  }
}
