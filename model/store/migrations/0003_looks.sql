-- What a reader has seen is all that came up to the last look: nothing else is kept of it.
DROP TABLE seen_items;
CREATE TABLE last_looks (
  reader TEXT PRIMARY KEY,
  at     INTEGER NOT NULL
) STRICT;
INSERT INTO last_looks (reader, at) SELECT reader, max(at) FROM looks WHERE kind = 'look' GROUP BY reader;
DROP TABLE looks;
ALTER TABLE last_looks RENAME TO looks;
