// An episode, its transcript's cues, and its chapters.

/// A stretch of a transcript as its form gives it (WebVTT §3, "cue").
package struct Cue: Equatable, Codable, Sendable {
  /// Seconds from the beginning; `nil` where the form gives no time.
  package let start: Double?
  /// Seconds from the beginning; `nil` where the form gives none.
  package let end: Double?
  /// Who speaks; `nil` where the form does not say.
  package let speaker: String?
  /// What is said, in one line.
  package let text: String

  /// Creates a cue.
  package init(start: Double?, end: Double?, speaker: String?, text: String) {
    (self.start, self.end, self.speaker, self.text) = (start, end, speaker, text)
  }
}

/// A topical stretch of an episode.
package struct Chapter: Equatable, Codable, Sendable {
  /// Seconds from the beginning.
  package let start: Double
  /// Seconds from the beginning, not included.
  package let end: Double
  /// What it is about: as published, or its own key phrases.
  package let title: String
  /// Whether the publisher gave it; otherwise it was found.
  package let given: Bool
  /// Whether it is advertising, and so cut from topics and quotes.
  package let sponsor: Bool
  /// The cues inside, as indices into `Episode.cues`.
  package let cues: Range<Int>

  /// Creates a chapter.
  package init(
    start: Double, end: Double, title: String, given: Bool, sponsor: Bool, cues: Range<Int>
  ) {
    (self.start, self.end, self.title) = (start, end, title)
    (self.given, self.sponsor, self.cues) = (given, sponsor, cues)
  }
}

/// Where the publisher says that a chapter begins.
package struct ChapterMark: Equatable, Sendable {
  /// Seconds from the beginning.
  package let start: Double
  /// Its title.
  package let title: String
  /// A page that belongs to it; `nil` when none is named.
  package let url: String?

  /// Creates a mark.
  package init(start: Double, title: String, url: String? = nil) {
    (self.start, self.title, self.url) = (start, title, url)
  }
}

/// Somebody who is heard in an episode.
package struct EpisodePerson: Equatable, Codable, Sendable {
  /// The name.
  package let name: String
  /// What they do: `host`, `guest`, in small letters.
  package let role: String
  /// A page about them; `nil` when none is named.
  package let url: String?

  /// Creates a person.
  package init(name: String, role: String, url: String? = nil) {
    (self.name, self.role, self.url) = (name, role, url)
  }
}

/// A short stretch of an episode that the publisher recommends.
package struct Soundbite: Equatable, Codable, Sendable {
  /// Seconds from the beginning.
  package let start: Double
  /// Its length in seconds.
  package let duration: Double
  /// Its title; `nil`: the episode's.
  package let title: String?

  /// Creates a soundbite.
  package init(start: Double, duration: Double, title: String?) {
    (self.start, self.duration, self.title) = (start, duration, title)
  }
}

/// An episode of a podcast.
package struct Episode: Equatable, Sendable {
  /// Its identity: canonical address, or the feed's own id.
  package var id: String
  /// Its title.
  package var title: String
  /// Its page; `nil` when none is known.
  package var url: String?
  /// Its audio; `nil` when none is known.
  package var audio: String?
  /// When it was published; `nil` when not known.
  package var date: Timestamp?
  /// Its length; `nil` when neither feed nor transcript tells.
  package var seconds: Double?
  /// The transcript's address or path; `nil` when the episode has none.
  package var transcript: String?
  /// The show notes' own words, in the form of `Post.words`.
  package var notes: String
  /// The address of the source.
  package var source: String
  /// The name of the show.
  package var show: String
  /// Its number in the show; `nil` when the feed does not say.
  package var number: Int?
  /// The address of the publisher's chapters file; `nil` when there is none.
  package var chapters: String?
  /// Where the publisher says that chapters begin, in order; empty when it does not say.
  package var marks: [ChapterMark]
  /// Hosts and guests, as feed and show notes name them, in order.
  package var people: [EpisodePerson] = []
  /// What the publisher recommends to hear.
  package var soundbites: [Soundbite] = []
  /// The address of a moment, with `{seconds}` in it, where the configuration gives one; `nil`: the
  /// audio's.
  package var momentPattern: String?
  /// What else it is known by, strongest first; see `Post.keys`.
  package var keys: [String]
  /// The transcript, in its own order; empty when there is none.
  package var cues: [Cue]

  /// Creates an episode.
  package init(
    id: String, title: String, url: String?, audio: String?, date: Timestamp?, seconds: Double?,
    transcript: String?, notes: String, source: String, show: String, number: Int? = nil,
    chapters: String? = nil, marks: [ChapterMark] = [], keys: [String] = [], cues: [Cue] = []
  ) {
    (self.id, self.title, self.url, self.audio) = (id, title, url, audio)
    (self.date, self.seconds, self.transcript) = (date, seconds, transcript)
    (self.notes, self.source, self.show, self.number) = (notes, source, show, number)
    (self.chapters, self.marks, self.keys, self.cues) = (chapters, marks, keys, cues)
  }

  /// The identity of a cue: the episode's, and the cue's place from 0.
  package func cueID(_ index: Int) -> String { "\(id)#cue-\(index)" }
}
