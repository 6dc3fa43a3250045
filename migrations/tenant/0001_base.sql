-- The journal: every state change, the audit trail, the outbox and the source of all figures.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  data TEXT NOT NULL,
  commit_id TEXT NOT NULL,
  topic TEXT
) STRICT;
CREATE UNIQUE INDEX event_order ON event (entity, entity_id, seq);
CREATE INDEX event_outbox ON event (topic, id) WHERE topic IS NOT NULL;

-- Figures: period is a month YYYY-MM, a year YYYY, or 'all'.
CREATE TABLE cell (
  period TEXT NOT NULL,
  row TEXT NOT NULL,
  col TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (period, row, col)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the public may read, and nothing else. docid orders by publication: minutes since 1900 * 2^25 + ordinal.
CREATE TABLE published (
  docid INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
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
  source_url TEXT,
  attachments TEXT NOT NULL,
  origin_key TEXT,
  summary TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX published_id ON published (id);
-- The ordinal: pages of the sitemap are cut by it and never shift.
CREATE INDEX published_ordinal ON published (docid & 33554431);
CREATE UNIQUE INDEX published_origin ON published (origin_key) WHERE origin_key IS NOT NULL;
CREATE VIRTUAL TABLE published_search USING fts5(facet, grams, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");

-- Items that are not for the public (依申请公开, 不予公开); no public route reads this table.
CREATE TABLE held_item (
  id TEXT NOT NULL PRIMARY KEY,
  index_number TEXT NOT NULL,
  attribute TEXT NOT NULL,
  doc_number TEXT,
  title TEXT NOT NULL,
  issuer TEXT NOT NULL,
  written_on TEXT,
  published_at INTEGER NOT NULL,
  category TEXT NOT NULL,
  theme TEXT,
  genre TEXT,
  validity TEXT NOT NULL,
  source_url TEXT,
  origin_key TEXT,
  summary TEXT,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX held_item_origin ON held_item (origin_key) WHERE origin_key IS NOT NULL;

-- Index numbers are never used twice, also after a withdrawal.
CREATE TABLE index_number (
  number TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL,
  year INTEGER,
  serial INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX index_number_item ON index_number (item_id);
CREATE UNIQUE INDEX index_number_serial ON index_number (year, serial) WHERE serial IS NOT NULL;

CREATE TABLE column_state (
  column_id TEXT NOT NULL PRIMARY KEY,
  last_published_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE application (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  channel TEXT NOT NULL,
  applicant_class TEXT NOT NULL,
  arrived_at INTEGER NOT NULL,
  number_year INTEGER,
  number_serial INTEGER,
  received_on TEXT,
  due_on TEXT,
  due_provisional INTEGER,
  extension_days INTEGER NOT NULL DEFAULT 0,
  decided_on TEXT,
  outcome TEXT,
  delivery_form TEXT,
  delivery_route TEXT,
  sealed TEXT NOT NULL,
  reply_sealed TEXT,
  applicant_mac TEXT,
  origin_key TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX application_number ON application (number_year, number_serial) WHERE number_serial IS NOT NULL;
CREATE UNIQUE INDEX application_origin ON application (origin_key) WHERE origin_key IS NOT NULL;
CREATE INDEX application_applicant ON application (applicant_mac, arrived_at) WHERE applicant_mac IS NOT NULL AND number_serial IS NOT NULL;
CREATE INDEX application_open ON application (due_on, id, extension_days) WHERE number_serial IS NOT NULL AND decided_on IS NULL;
CREATE INDEX application_decided ON application (decided_on, id) WHERE decided_on IS NOT NULL;
CREATE INDEX application_replied ON application (decided_on, id) WHERE state = 'replied';

CREATE TABLE application_file (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  name_sealed TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  object_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX application_file_of ON application_file (application_id);
CREATE UNIQUE INDEX application_file_object ON application_file (object_key);

CREATE TABLE item_file (
  id TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  object_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX item_file_of ON item_file (item_id);
CREATE UNIQUE INDEX item_file_object ON item_file (object_key);

CREATE TABLE idempotency (
  key TEXT NOT NULL PRIMARY KEY,
  digest TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE throttle (
  bucket TEXT NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL,
  resets_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  username TEXT NOT NULL,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  password TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX staff_username ON staff (username);

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  staff_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of ON session (staff_id);
