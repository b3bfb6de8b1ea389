-- The record. Times are UTC milliseconds since 1970; NULL is "not known".

-- Strings that recur (actor ids, rules, types, shapes of encoded readings) by number.
CREATE TABLE words (
  id   INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE feeds (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE items (
  id   INTEGER PRIMARY KEY,
  feed INTEGER NOT NULL REFERENCES feeds(id)
) STRICT;

-- What an item is found by: hashes of its identity and of its canonical link,
-- each together with the feed's name.
CREATE TABLE keys (
  hash INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES items(id),
  PRIMARY KEY (hash, item)
) STRICT, WITHOUT ROWID;

-- The heart: rows are added, never changed, never dropped.
CREATE TABLE versions (
  seq       INTEGER PRIMARY KEY,
  item      INTEGER NOT NULL REFERENCES items(id),
  n         INTEGER NOT NULL,
  seen      INTEGER NOT NULL,
  published INTEGER,
  updated   INTEGER,
  out       INTEGER NOT NULL, -- when this wording was out in the world
  hash      INTEGER NOT NULL, -- of what counts as substance
  op        TEXT NOT NULL,
  guid      TEXT NOT NULL,
  link      TEXT,             -- NULL: the same as guid
  identity  TEXT,             -- NULL: the same as guid, or as link where that is empty
  title     TEXT NOT NULL,
  summary   TEXT NOT NULL,
  content   ANY,              -- text; a blob is compressed text; NULL is empty
  extra     TEXT              -- JSON of the rest, NULL for nothing
) STRICT;
CREATE UNIQUE INDEX versions_item ON versions(item, n);
CREATE INDEX versions_seen ON versions(seen);
CREATE INDEX versions_out ON versions(out);

CREATE TRIGGER versions_kept BEFORE DELETE ON versions BEGIN
  SELECT RAISE(ABORT, 'the record is append-only: a version is never dropped');
END;
CREATE TRIGGER versions_fixed BEFORE UPDATE ON versions BEGIN
  SELECT RAISE(ABORT, 'the record is append-only: a version is never changed');
END;

-- Derived from versions; may be derived again.
CREATE TABLE readings (
  seq   INTEGER PRIMARY KEY REFERENCES versions(seq),
  rules INTEGER NOT NULL REFERENCES words(id),
  body  BLOB NOT NULL
) STRICT;
CREATE INDEX readings_rules ON readings(rules);

CREATE VIRTUAL TABLE found USING fts5(
  title, body, tags,
  content = '', contentless_delete = 1,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
-- Twice the default: merging less often makes taking items in a third faster.
INSERT INTO found (found, rank) VALUES ('automerge', 8);

CREATE TABLE checkpoints (
  format TEXT PRIMARY KEY,
  seq    INTEGER NOT NULL,
  body   BLOB NOT NULL
) STRICT;

CREATE TABLE feed_states (
  url  TEXT PRIMARY KEY,
  body TEXT NOT NULL -- JSON
) STRICT;

-- What each reader has seen: item by item, and all that came up to a look.
CREATE TABLE seen_items (
  reader TEXT NOT NULL,
  item   INTEGER NOT NULL REFERENCES items(id),
  n      INTEGER NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (reader, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE looks (
  id     INTEGER PRIMARY KEY,
  reader TEXT NOT NULL,
  kind   TEXT NOT NULL, -- look, seen-up-to, hand-over
  at     INTEGER NOT NULL
) STRICT;
CREATE INDEX looks_reader ON looks(kind, reader, at);

CREATE TABLE marks (
  id    INTEGER PRIMARY KEY,
  at    INTEGER NOT NULL,
  by    TEXT NOT NULL,
  verb  TEXT NOT NULL,
  kind  INTEGER NOT NULL,
  n     INTEGER NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE TRIGGER marks_kept BEFORE DELETE ON marks BEGIN
  SELECT RAISE(ABORT, 'the record is append-only: a mark is undone by another mark');
END;
CREATE TRIGGER marks_fixed BEFORE UPDATE ON marks BEGIN
  SELECT RAISE(ABORT, 'the record is append-only: a mark is undone by another mark');
END;

CREATE TABLE leases (
  name   TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  taken  INTEGER NOT NULL,
  until  INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
