-- What begins with one letter or two is found without going through all such words.
-- The index is derived from readings, which are made again and so fill it anew.
DROP TABLE found;
CREATE VIRTUAL TABLE found USING fts5(
  title, body, tags,
  content = '', contentless_delete = 1, prefix = '1 2',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
-- Twice the default: merging less often makes taking items in a third faster.
INSERT INTO found (found, rank) VALUES ('automerge', 8);
-- In bytes: room for all that is indexed in one go, so that it is one piece to merge.
INSERT INTO found (found, rank) VALUES ('hashsize', 6000000);
DELETE FROM readings;
DELETE FROM settings WHERE key = 'store.read-to';
