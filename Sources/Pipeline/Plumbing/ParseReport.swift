// `hallway parse`: a file as JSON, whatever it is.

import Ingest
import Model
import Text

/// A file as JSON, whatever it is: feed, subscription list, or transcript.
package enum ParseReport {
  /// Reads a file and gives the JSON of the contract, one document in UTF-8.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - baseURL: What relative addresses are resolved against.
  ///   - contentType: A Content-Type header; its charset counts.
  package static func run(_ path: String, baseURL: String?, contentType: String?) throws(RunFailure)
    -> [UInt8]
  {
    let bytes = path == "-" ? try Files.standardInput() : try Files.read(path)
    let charset = contentType.flatMap(ContentType.charset)
    // What is written is seldom longer than what was read.
    var writer = JSONWriter(capacity: bytes.count)
    do {
      writer.write(try FeedParser.parse(bytes, charset: charset, base: baseURL))
    } catch {
      if let list = OPML.parse(bytes, charset: charset) {
        writer.write(list)
      } else if let transcript = TranscriptParser.parse(bytes, charset: charset) {
        writer.write(transcript)
      } else {
        let name = path == "-" ? "standard input" : path
        throw .failed("\(name): is no feed, list or transcript; it looks like \(error.looksLike)")
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ feed: Feed) {
    object { document in
      document.key("feed")
      document.object { head in
        head.field("format", feed.format)
        head.field("title", feed.title)
        head.field("link", feed.link)
        head.field("description", feed.about)
        head.field("language", feed.language)
        head.field("updated", feed.updated?.rfc3339)
        head.field("authors", feed.authors) { $0.write($1) }
        if !feed.persons.isEmpty { head.field("persons", feed.persons) { $0.write($1) } }
      }
      document.field("entries", feed.entries) { $0.write($1) }
      document.warnings(feed.warnings)
    }
  }

  private mutating func write(_ entry: FeedEntry) {
    field("id", entry.id)
    field("title", entry.title)
    field("link", entry.link)
    field("published", entry.published?.rfc3339)
    field("updated", entry.updated?.rfc3339)
    field("authors", entry.authors) { $0.write($1) }
    field("summary", entry.summary.flatMap(Self.plain))
    field("content", entry.content.flatMap(Self.plain))
    field("categories", entry.categories)
    field("enclosures", entry.enclosures) { $0.write($1) }
    field("comments_url", entry.comments)
    field("in_reply_to", entry.inReplyTo)
    field("thread_key", entry.discussion?.thread)
    field("thread_url", entry.discussion?.url)
    field("post_number", entry.discussion?.number)
    field("transcripts", entry.transcripts) { file, transcript in
      file.field("url", transcript.url)
      file.field("type", transcript.type)
      file.field("language", transcript.language)
      file.field("rel", transcript.rel)
    }
    field("chapters_url", entry.chapters)
    field("duration_seconds", entry.duration)
    field("image", entry.image)
    field("season", entry.season)
    field("episode", entry.episode)
    writeExtras(of: entry)
  }

  /// What few entries have is left out where it is missing.
  private mutating func writeExtras(of entry: FeedEntry) {
    field("comments_feed", entry.commentsFeed)
    field("comments_count", entry.commentCount)
    if !entry.alternateEnclosures.isEmpty {
      field("alternate_enclosures", entry.alternateEnclosures) { $0.write($1) }
    }
    if !entry.persons.isEmpty { field("persons", entry.persons) { $0.write($1) } }
    if !entry.chapterMarks.isEmpty {
      field("chapters", entry.chapterMarks) { mark, chapter in
        mark.field("start", chapter.start)
        mark.field("title", chapter.title)
        mark.field("url", chapter.url)
      }
    }
    if !entry.soundbites.isEmpty {
      field("soundbites", entry.soundbites) { bite, soundbite in
        bite.field("start", soundbite.start)
        bite.field("duration", soundbite.duration)
        bite.field("title", soundbite.title)
      }
    }
  }

  private mutating func write(_ person: FeedPerson) {
    field("name", person.name)
    field("email", person.email)
    field("url", person.url)
    field("role", person.role)
  }

  private mutating func write(_ file: FeedEnclosure) {
    field("url", file.url)
    field("type", file.type)
    field("length", file.length)
  }

  fileprivate mutating func write(_ list: OPML) {
    object { document in
      document.field("title", list.title)
      document.field("outlines", list.outlines) { outline, subscription in
        outline.field("title", subscription.title)
        outline.field("url", subscription.url)
        outline.field("html_url", subscription.htmlURL)
        outline.field("kind", subscription.kind)
        outline.field("folder", subscription.folder)
      }
      document.warnings(list.warnings)
    }
  }

  fileprivate mutating func write(_ transcript: Transcript) {
    object { document in
      document.key("transcript")
      document.object { body in
        body.field("format", transcript.format)
        body.field("segments", transcript.cues) { segment, cue in
          cue.start == nil ? segment.null("start") : segment.field("start", cue.start)
          cue.end == nil ? segment.null("end") : segment.field("end", cue.end)
          cue.speaker == nil ? segment.null("speaker") : segment.field("speaker", cue.speaker)
          segment.field("text", cue.text)
        }
      }
      document.warnings(transcript.warnings)
    }
  }

  private mutating func warnings(_ diagnostics: [Diagnostic]) {
    field("warnings", diagnostics) { warning, diagnostic in
      warning.field("line", diagnostic.line)
      warning.field("message", diagnostic.message)
    }
  }

  private static func plain(_ html: String) -> String? {
    let text = HTMLText.plainText(of: html)
    return text.isEmpty ? nil : text
  }
}
