// What the configuration says, checked.

package import Model
import Network
package import Render

/// What `hallway.toml` says, checked, with paths resolved against its folder.
package struct Settings: Sendable {
  /// A transcript at hand, without a feed.
  package struct LooseEpisode: Sendable {
    var transcript: String
    var title: String
    var show: String?
    var published: GivenDate
    var url: String?
    var audio: String?
    var sponsors: [String] = []
  }

  /// A registry of numbered proposals.
  package struct RegistrySource: Sendable {
    var prefix: String
    var index: String
    var page: String?
  }

  /// How far requests go.
  package struct Fetching: Sendable {
    var concurrency = 16
    var perHost = 2
    var timeoutSeconds = 30
    var maximumBytes = 16 << 20
    var allowPrivateAddresses = false
    var paceMilliseconds = 100
    /// Seconds for all requests of one run.
    var deadlineSeconds = 1200

    /// The same for the client.
    var limits: HTTPClient.Limits {
      var limits = HTTPClient.Limits()
      (limits.concurrency, limits.perHost) = (concurrency, perHost)
      (limits.timeoutSeconds, limits.maximumBytes) = (timeoutSeconds, maximumBytes)
      limits.allowPrivateAddresses = allowPrivateAddresses
      limits.paceMilliseconds = paceMilliseconds
      return limits
    }
  }

  /// Where mail goes.
  package struct Mail: Sendable {
    /// Who hands it on.
    enum Way: Sendable {
      /// A server, and the variable of the environment that has the password.
      case smtp(String, user: String?, passwordEnvironment: String?)
      /// A program, by its whole path.
      case sendmail(String)
    }

    var from: Mailbox
    var to: [Mailbox]
    /// `nil`: it is only printed.
    var way: Way?
    /// How a reader leaves the list, the preferred way first.
    var unsubscribe: [MailLink]
  }

  /// The file that it was read from.
  package var file: String
  /// The publication's title.
  package var title = "Hallway"
  /// Where the site is; ends in `/`; empty when the file does not say.
  package var baseURL = ""
  /// A language tag.
  package var language = "en"
  /// A time zone's name.
  package var timezone = "UTC"
  /// ISO number of the day with which weeks start: 1 or 7.
  package var weekStart = 1
  /// The database's path.
  package var database = "hallway.sqlite"
  /// The site's folder.
  package var output = "public"
  /// How a site takes the place of the one before.
  package var publishing = SiteWriter.Method.swap
  /// The editor's file; `nil` when there is none.
  package var editor: String?
  /// A folder with templates in place of built-in ones.
  package var templates: String?
  /// The sources, in order, each address once.
  package var sources: [Source] = []
  /// Transcripts without a feed.
  package var episodes: [LooseEpisode] = []
  /// Registries.
  package var registries: [RegistrySource] = []
  /// The files of known topics.
  package var topicFiles: [String] = []
  /// Known topics.
  package var topics: [KnownTopic] = []
  /// Threads shown in an issue.
  package var threadsShown = 12
  /// Articles quoted in an issue.
  package var articlesShown = 10
  /// Words of one thread's summary.
  package var wordsPerThread = 90
  /// How far requests go.
  package var fetching = Fetching()
  /// How long what was read is kept; `nil`: always.
  package var keeping: Keeping?
  /// Where mail goes.
  package var mail: Mail?
  /// What was odd in the lists, without being an error.
  package var warnings: [Diagnostic] = []
}
