-- How far the region has followed each agency's journal.
CREATE TABLE agency_sync (
  agency_id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  synced_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agency_month (
  agency_id TEXT NOT NULL,
  month TEXT NOT NULL,
  version INTEGER NOT NULL,
  reported_at INTEGER NOT NULL,
  PRIMARY KEY (agency_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE agency_cell (
  agency_id TEXT NOT NULL,
  month TEXT NOT NULL,
  row TEXT NOT NULL,
  col TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (agency_id, month, row, col)
) STRICT, WITHOUT ROWID;

-- Sums over an office's subtree, itself included; period is a month YYYY-MM or a year YYYY.
CREATE TABLE office_cell (
  office_id TEXT NOT NULL,
  period TEXT NOT NULL,
  row TEXT NOT NULL,
  col TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (office_id, period, row, col)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Index of the published items of all agencies.
CREATE TABLE region_item (
  docid INTEGER PRIMARY KEY,
  agency_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  index_number TEXT NOT NULL,
  doc_number TEXT,
  title TEXT NOT NULL,
  issuer TEXT NOT NULL,
  written_on TEXT,
  published_at INTEGER NOT NULL,
  category TEXT NOT NULL,
  theme TEXT,
  genre TEXT,
  validity TEXT NOT NULL,
  attribute TEXT NOT NULL,
  summary TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX region_item_of ON region_item (agency_id, item_id);
CREATE VIRTUAL TABLE region_search USING fts5(facet, grams, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");

CREATE TABLE dead_letter (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  replayed_at INTEGER
) STRICT;
