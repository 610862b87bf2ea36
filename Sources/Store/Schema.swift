// The tables, as numbered migrations.

/// The tables, as numbered migrations: migration *n* brings a database from `user_version` *n* to
/// *n* + 1.
///
/// A migration that has been released is never changed; a later one mends it.
enum Schema {
  /// Brings a database up to date; one newer than this program is refused and left alone.
  static func migrate(_ connection: Connection) throws(ArchiveError) {
    let version = try version(connection)
    do {
      for number in version..<migrations.count {
        try connection.transaction {
          // Another process may have done it between the look and the lock.
          let now = try connection.rows("PRAGMA user_version") { $0.integer(0) ?? 0 }.first ?? 0
          guard now == number else { return }
          try connection.execute(migrations[number])
          try connection.execute("PRAGMA user_version = \(number + 1)")
        }
      }
    } catch let error as SQLiteError {
      throw .sqlite(error)
    } catch {
      throw .sqlite(
        SQLiteError(
          code: 0, message: "\(error)", statement: "migration", path: connection.path))
    }
  }

  /// Refuses a database that is not up to date, and leaves it alone.
  static func expectCurrent(_ connection: Connection) throws(ArchiveError) {
    let version = try version(connection)
    guard version == migrations.count else {
      throw .olderSchema(found: version, known: migrations.count)
    }
  }

  /// The number of migrations that a database has had; one newer than this program, or of another
  /// program, is refused.
  private static func version(_ connection: Connection) throws(ArchiveError) -> Int {
    let version: Int
    let tables: Int64
    do {
      version = Int(try connection.rows("PRAGMA user_version") { $0.integer(0) ?? 0 }.first ?? 0)
      tables =
        try connection.rows("SELECT count(*) FROM sqlite_master") { $0.integer(0) ?? 0 }.first ?? 0
    } catch {
      throw .sqlite(error)
    }
    guard version <= migrations.count else {
      throw .newerSchema(found: version, known: migrations.count)
    }
    guard version > 0 || tables == 0 else { throw .foreign(path: connection.path) }
    return version
  }

  static let migrations: [String] = [
    """
    CREATE TABLE source (
      address TEXT PRIMARY KEY, title TEXT, kind TEXT, last_attempt INTEGER, last_success INTEGER,
      failures INTEGER NOT NULL DEFAULT 0, last_error TEXT, etag TEXT, last_modified TEXT
    ) STRICT;
    CREATE TABLE thread (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, url TEXT NOT NULL,
      source TEXT NOT NULL REFERENCES source(address), site TEXT NOT NULL
    ) STRICT;
    CREATE TABLE post (
      key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      thread TEXT NOT NULL REFERENCES thread(id) ON DELETE CASCADE, number INTEGER,
      author TEXT NOT NULL, author_key TEXT NOT NULL, date INTEGER, url TEXT NOT NULL,
      words TEXT NOT NULL, indexed INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX post_thread ON post(thread, number);
    CREATE INDEX post_date ON post(date);
    CREATE INDEX post_not_indexed ON post(key) WHERE indexed = 0;
    CREATE TABLE quotation (
      post INTEGER NOT NULL REFERENCES post(key) ON DELETE CASCADE, place INTEGER NOT NULL,
      author TEXT, number INTEGER, text TEXT NOT NULL, PRIMARY KEY (post, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE article (
      key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, url TEXT NOT NULL,
      author TEXT, date INTEGER, words TEXT NOT NULL,
      source TEXT NOT NULL REFERENCES source(address), site TEXT NOT NULL
    ) STRICT;
    CREATE INDEX article_date ON article(date);
    CREATE TABLE episode (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, url TEXT, audio TEXT, date INTEGER, seconds REAL,
      transcript TEXT, notes TEXT NOT NULL, source TEXT NOT NULL REFERENCES source(address),
      show TEXT NOT NULL
    ) STRICT;
    CREATE INDEX episode_date ON episode(date);
    CREATE TABLE cue (
      key INTEGER PRIMARY KEY, episode TEXT NOT NULL REFERENCES episode(id) ON DELETE CASCADE,
      place INTEGER NOT NULL, start REAL, end REAL, speaker TEXT, text TEXT NOT NULL,
      indexed INTEGER NOT NULL DEFAULT 0, UNIQUE (episode, place)
    ) STRICT;
    CREATE INDEX cue_not_indexed ON cue(key) WHERE indexed = 0;
    CREATE VIRTUAL TABLE post_search USING fts5(
      words, content='post', content_rowid='key', tokenize='porter unicode61');
    CREATE VIRTUAL TABLE cue_search USING fts5(
      text, content='cue', content_rowid='key', tokenize='porter unicode61');
    CREATE TABLE registry_index (
      source TEXT PRIMARY KEY REFERENCES source(address), text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE issue (
      slug TEXT PRIMARY KEY, title TEXT NOT NULL, first_day TEXT NOT NULL, end_day TEXT NOT NULL,
      until INTEGER NOT NULL, summary TEXT NOT NULL
    ) STRICT;
    CREATE TABLE printed_quote (
      issue TEXT NOT NULL REFERENCES issue(slug) ON DELETE CASCADE, place INTEGER NOT NULL,
      origin TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (issue, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE printed_topic (
      issue TEXT NOT NULL REFERENCES issue(slug) ON DELETE CASCADE, slug TEXT NOT NULL,
      label TEXT NOT NULL, week TEXT NOT NULL, posts INTEGER NOT NULL, moments INTEGER NOT NULL,
      PRIMARY KEY (issue, slug)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE source ADD COLUMN last_full INTEGER;
    ALTER TABLE source ADD COLUMN next_attempt INTEGER;
    ALTER TABLE source ADD COLUMN failing_since INTEGER;
    ALTER TABLE source ADD COLUMN moved_to TEXT;
    ALTER TABLE source ADD COLUMN moved_sightings INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE source ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE source ADD COLUMN listed_as TEXT;
    ALTER TABLE post ADD COLUMN in_reply_to TEXT;
    ALTER TABLE episode ADD COLUMN number INTEGER;
    ALTER TABLE episode ADD COLUMN chapters TEXT;
    CREATE TABLE chapter_mark (
      episode TEXT NOT NULL REFERENCES episode(id) ON DELETE CASCADE, place INTEGER NOT NULL,
      start REAL NOT NULL, title TEXT NOT NULL, url TEXT, PRIMARY KEY (episode, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE known_as (key TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE person (
      episode TEXT NOT NULL REFERENCES episode(id) ON DELETE CASCADE, place INTEGER NOT NULL,
      name TEXT NOT NULL, role TEXT NOT NULL, url TEXT, PRIMARY KEY (episode, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE soundbite (
      episode TEXT NOT NULL REFERENCES episode(id) ON DELETE CASCADE, place INTEGER NOT NULL,
      start REAL NOT NULL, duration REAL NOT NULL, title TEXT, PRIMARY KEY (episode, place)
    ) STRICT, WITHOUT ROWID;
    """,
    // What is written waits in `to_count` until its terms are counted: new words to be added, and old
    // ones to be taken away.
    """
    CREATE TABLE term_frequency (
      term TEXT PRIMARY KEY, documents INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE corpus (documents INTEGER NOT NULL) STRICT;
    INSERT INTO corpus VALUES (0);
    CREATE TABLE to_count (
      key INTEGER PRIMARY KEY, change INTEGER NOT NULL, words TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER post_new AFTER INSERT ON post BEGIN
      INSERT INTO to_count(change, words) VALUES (1, new.words);
    END;
    CREATE TRIGGER post_changed AFTER UPDATE OF words ON post WHEN old.words <> new.words BEGIN
      INSERT INTO to_count(change, words) VALUES (-1, old.words), (1, new.words);
    END;
    CREATE TRIGGER post_gone AFTER DELETE ON post BEGIN
      INSERT INTO to_count(change, words) VALUES (-1, old.words);
    END;
    CREATE TRIGGER article_new AFTER INSERT ON article BEGIN
      INSERT INTO to_count(change, words) VALUES (1, new.words);
    END;
    CREATE TRIGGER article_changed AFTER UPDATE OF words ON article WHEN old.words <> new.words
    BEGIN
      INSERT INTO to_count(change, words) VALUES (-1, old.words), (1, new.words);
    END;
    CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN
      INSERT INTO to_count(change, words) VALUES (-1, old.words);
    END;
    INSERT INTO to_count(change, words) SELECT 1, words FROM post ORDER BY key;
    INSERT INTO to_count(change, words) SELECT 1, words FROM article ORDER BY key;
    ALTER TABLE printed_topic ADD COLUMN terms TEXT NOT NULL DEFAULT '';
    ALTER TABLE printed_topic ADD COLUMN members TEXT NOT NULL DEFAULT '';
    ALTER TABLE source ADD COLUMN language TEXT;
    """,
    // An issue that was published by an earlier program has no content: its page stays as it is.
    """
    ALTER TABLE issue ADD COLUMN content TEXT;
    CREATE TABLE printed_thread (
      issue TEXT NOT NULL REFERENCES issue(slug) ON DELETE CASCADE, thread TEXT NOT NULL,
      PRIMARY KEY (issue, thread)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX printed_thread_thread ON printed_thread(thread);
    CREATE TABLE mail (
      issue TEXT PRIMARY KEY, message_id TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE proposal_status (
      proposal TEXT NOT NULL, since INTEGER NOT NULL, status TEXT NOT NULL,
      PRIMARY KEY (proposal, since)
    ) STRICT, WITHOUT ROWID;
    """,
    // What the full text finds is a passage: a post, an article, an episode's notes, or a stretch of
    // its cues. The index keeps no text of its own, so what leaves it is taken out with the very words
    // that went in: before they change. A passage keeps its title, for a thread may change its own.
    """
    DROP TABLE post_search;
    DROP TABLE cue_search;
    UPDATE post SET indexed = 0 WHERE indexed = 1;
    UPDATE cue SET indexed = 0 WHERE indexed = 1;
    ALTER TABLE article ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE episode ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX article_not_indexed ON article(key) WHERE indexed = 0;
    CREATE INDEX episode_not_indexed ON episode(id) WHERE indexed = 0;
    CREATE TABLE passage (
      key INTEGER PRIMARY KEY, title TEXT NOT NULL, post INTEGER, article INTEGER, episode TEXT,
      first INTEGER, until INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX passage_post ON passage(post) WHERE post IS NOT NULL;
    CREATE UNIQUE INDEX passage_article ON passage(article) WHERE article IS NOT NULL;
    CREATE INDEX passage_episode ON passage(episode) WHERE episode IS NOT NULL;
    CREATE VIEW passage_text(key, title, words) AS
      SELECT passage.key, passage.title, coalesce(post.words, article.words,
        CASE WHEN passage.first IS NULL THEN episode.notes ELSE (
          SELECT group_concat(text, ' ') FROM (
            SELECT text FROM cue WHERE cue.episode = passage.episode
              AND place >= passage.first AND place < passage.until ORDER BY place)) END)
      FROM passage LEFT JOIN post ON post.key = passage.post
        LEFT JOIN article ON article.key = passage.article
        LEFT JOIN episode ON episode.id = passage.episode;
    CREATE VIRTUAL TABLE search USING fts5(
      title, words, content='passage_text', content_rowid='key',
      tokenize='unicode61 remove_diacritics 2');
    CREATE TRIGGER passage_gone BEFORE DELETE ON passage BEGIN
      INSERT INTO search(search, rowid, title, words)
        SELECT 'delete', key, title, words FROM passage_text WHERE key = old.key;
    END;
    CREATE TRIGGER post_leaves_index BEFORE UPDATE OF words ON post WHEN old.indexed = 1 BEGIN
      DELETE FROM passage WHERE post = old.key;
    END;
    CREATE TRIGGER post_gone_from_index BEFORE DELETE ON post WHEN old.indexed = 1 BEGIN
      DELETE FROM passage WHERE post = old.key;
    END;
    CREATE TRIGGER thread_renamed AFTER UPDATE OF title ON thread WHEN old.title <> new.title
    BEGIN
      DELETE FROM passage WHERE post IN (SELECT key FROM post WHERE thread = new.id);
      UPDATE post SET indexed = 0 WHERE thread = new.id;
    END;
    CREATE TRIGGER article_leaves_index BEFORE UPDATE OF words ON article WHEN old.indexed = 1
    BEGIN
      DELETE FROM passage WHERE article = old.key;
    END;
    CREATE TRIGGER article_gone_from_index BEFORE DELETE ON article WHEN old.indexed = 1 BEGIN
      DELETE FROM passage WHERE article = old.key;
    END;
    CREATE TRIGGER episode_leaves_index BEFORE UPDATE OF notes ON episode WHEN old.indexed = 1
    BEGIN
      DELETE FROM passage WHERE episode = old.id AND first IS NULL;
    END;
    CREATE TRIGGER episode_renamed AFTER UPDATE OF title ON episode WHEN old.title <> new.title
    BEGIN
      DELETE FROM passage WHERE episode = new.id AND first IS NOT NULL;
      UPDATE cue SET indexed = 0 WHERE episode = new.id;
    END;
    CREATE TRIGGER episode_gone_from_index BEFORE DELETE ON episode BEGIN
      DELETE FROM passage WHERE episode = old.id;
    END;
    CREATE TRIGGER cue_gone_from_index BEFORE DELETE ON cue WHEN old.indexed = 1 BEGIN
      DELETE FROM passage WHERE episode = old.episode AND first IS NOT NULL;
    END;
    ALTER TABLE thread ADD COLUMN removed_up_to INTEGER NOT NULL DEFAULT 0;
    """,
    // What an issue quotes, as it was before it was replaced.
    """
    CREATE TABLE earlier_text (
      issue TEXT NOT NULL REFERENCES issue(slug) ON DELETE CASCADE, origin TEXT NOT NULL,
      words TEXT NOT NULL, PRIMARY KEY (issue, origin)
    ) STRICT;
    CREATE INDEX printed_quote_origin ON printed_quote(origin);
    """,
    // Who stored a post: not all of a thread's come from one source.
    """
    ALTER TABLE post ADD COLUMN source TEXT;
    UPDATE post SET source = (SELECT source FROM thread WHERE thread.id = post.thread);
    """,
    // Issues that a person took back: their weeks have had an issue, so none is made again by itself.
    """
    CREATE TABLE withdrawn (
      issue TEXT PRIMARY KEY, first_day TEXT NOT NULL, end_day TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
  ]
}
