// The names of elements that feeds and lists use.

/// The qualified name of an element: the usual prefix of its namespace, then the name in lower
/// case; RSS's own have no prefix.
///
/// A name is one byte, so that the fields of an entry are told apart without comparing texts.
enum XMLName: String, Sendable {
  /// Any other name.
  case other = ""
  /// Text between elements.
  case text = "#text"

  case abstract, author, body, category, channel, comments, day, description, enclosure, fullitem
  case generator, guid, head, hour, image, item, language, lastbuilddate, link, managingeditor
  case opml, outline, pubdate, rss, schedule, skipdays, skiphours, source, summary, tag, tagline
  case tags, title, ttl, webmaster, name, email, url, uri, homepage

  case adminGenerator = "admin:generatoragent"
  case atomAuthor = "atom:author"
  case atomCategory = "atom:category"
  case atomContent = "atom:content"
  case atomCreated = "atom:created"
  case atomEmail = "atom:email"
  case atomEntry = "atom:entry"
  case atomFeed = "atom:feed"
  case atomGenerator = "atom:generator"
  case atomHomepage = "atom:homepage"
  case atomID = "atom:id"
  case atomInfo = "atom:info"
  case atomIssued = "atom:issued"
  case atomLink = "atom:link"
  case atomModified = "atom:modified"
  case atomName = "atom:name"
  case atomPublished = "atom:published"
  case atomSource = "atom:source"
  case atomSubtitle = "atom:subtitle"
  case atomSummary = "atom:summary"
  case atomTagline = "atom:tagline"
  case atomTitle = "atom:title"
  case atomUpdated = "atom:updated"
  case atomURI = "atom:uri"
  case atomURL = "atom:url"
  case contentEncoded = "content:encoded"
  case dcAuthor = "dc:author"
  case dcContributor = "dc:contributor"
  case dcCreator = "dc:creator"
  case dcDate = "dc:date"
  case dcDescription = "dc:description"
  case dcLanguage = "dc:language"
  case dcSubject = "dc:subject"
  case dcTitle = "dc:title"
  case dctermsCreated = "dcterms:created"
  case dctermsIssued = "dcterms:issued"
  case dctermsModified = "dcterms:modified"
  case googleAuthor = "googleplay:author"
  case googleDescription = "googleplay:description"
  case itunesAuthor = "itunes:author"
  case itunesCategory = "itunes:category"
  case itunesDuration = "itunes:duration"
  case itunesEmail = "itunes:email"
  case itunesEpisode = "itunes:episode"
  case itunesImage = "itunes:image"
  case itunesKeywords = "itunes:keywords"
  case itunesLink = "itunes:link"
  case itunesName = "itunes:name"
  case itunesOwner = "itunes:owner"
  case itunesSeason = "itunes:season"
  case itunesSubtitle = "itunes:subtitle"
  case itunesSummary = "itunes:summary"
  case itunesTitle = "itunes:title"
  case mediaCategory = "media:category"
  case mediaContent = "media:content"
  case mediaCredit = "media:credit"
  case mediaDescription = "media:description"
  case mediaGroup = "media:group"
  case mediaKeywords = "media:keywords"
  case mediaThumbnail = "media:thumbnail"
  case mediaTitle = "media:title"
  case podcastAlternateEnclosure = "podcast:alternateenclosure"
  case podcastChapters = "podcast:chapters"
  case podcastEpisode = "podcast:episode"
  case podcastPerson = "podcast:person"
  case podcastSeason = "podcast:season"
  case podcastSoundbite = "podcast:soundbite"
  case podcastSource = "podcast:source"
  case podcastTranscript = "podcast:transcript"
  case pscChapter = "psc:chapter"
  case pscChapters = "psc:chapters"
  case rdfRDF = "rdf:rdf"
  case slashComments = "slash:comments"
  case syFrequency = "sy:updatefrequency"
  case syPeriod = "sy:updateperiod"
  case thrInReplyTo = "thr:in-reply-to"
  case thrTotal = "thr:total"
  case wfwCommentRSS = "wfw:commentrss"
  case xhtmlBody = "xhtml:body"
  case xhtmlDiv = "xhtml:div"

  /// Whether it is an entry's.
  var isEntry: Bool { self == .item || self == .atomEntry }

  /// Whether it is the root of a feed or a list.
  var isRoot: Bool {
    switch self {
    case .rss, .rdfRDF, .atomFeed, .channel, .opml: true
    default: false
    }
  }
}
