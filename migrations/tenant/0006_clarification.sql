-- Clarifications (澄清): nothing of one is public before it is published; `listed_at` is what public lists read.
CREATE TABLE clarification (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  claim TEXT NOT NULL,
  source TEXT NOT NULL,
  source_url TEXT,
  seen_on TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  facts TEXT NOT NULL,
  drafted_by TEXT NOT NULL,
  drafted_at INTEGER NOT NULL,
  published_at INTEGER,
  listed_at INTEGER,
  withdrawn_on TEXT,
  reason TEXT,
  -- JSON of earlier texts: [{"on", "reason", "facts"}], oldest first.
  corrections TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;
CREATE INDEX clarification_listed ON clarification (listed_at, id) WHERE listed_at IS NOT NULL;
CREATE INDEX clarification_open ON clarification (seen_on, id) WHERE published_at IS NULL;
CREATE INDEX clarification_withdrawn ON clarification (withdrawn_on, id) WHERE withdrawn_on IS NOT NULL;
CREATE TABLE clarification_item (
  item_id TEXT NOT NULL,
  clarification_id TEXT NOT NULL,
  PRIMARY KEY (item_id, clarification_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX clarification_item_of ON clarification_item (clarification_id);

-- Topic requests (点题公开): what a citizen wrote is sealed; `title` and `grounds` are what an officer lets appear.
CREATE TABLE topic (
  id TEXT NOT NULL PRIMARY KEY,
  receipt TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  origin TEXT NOT NULL,
  arrived_at INTEGER NOT NULL,
  sealed TEXT,
  contact_sealed TEXT,
  title TEXT,
  grounds TEXT,
  listed_at INTEGER,
  seconds INTEGER NOT NULL DEFAULT 0,
  due_on TEXT,
  decided_at INTEGER,
  reason TEXT,
  item_id TEXT,
  merged_into TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX topic_receipt ON topic (receipt);
CREATE INDEX topic_listed ON topic (listed_at, id) WHERE listed_at IS NOT NULL;
CREATE INDEX topic_waiting ON topic (arrived_at, id) WHERE decided_at IS NULL;
CREATE INDEX topic_decided ON topic (decided_at, id) WHERE decided_at IS NOT NULL;
CREATE INDEX topic_contact ON topic (decided_at) WHERE contact_sealed IS NOT NULL;

-- Searches that found nothing: words of Han characters only, counted by day.
CREATE TABLE search_miss (
  day TEXT NOT NULL,
  term TEXT NOT NULL,
  n INTEGER NOT NULL,
  -- The mark of the last message counted: delivered again, it counts once.
  last TEXT NOT NULL,
  PRIMARY KEY (day, term)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_miss_settled (
  term TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Carriers other than the website on which an item was made public (公开载体); `place` is the issue of a gazette.
CREATE TABLE item_channel (
  id TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  on_day TEXT NOT NULL,
  place TEXT,
  recorded_by TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX item_channel_of ON item_channel (item_id, on_day);
CREATE INDEX item_channel_day ON item_channel (on_day, id);
CREATE INDEX item_channel_gazette ON item_channel (on_day, place) WHERE channel = 'gazette';

-- Incidents (信息安全应急处置) and the steps taken.
CREATE TABLE incident (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  level TEXT NOT NULL,
  what TEXT NOT NULL,
  item_id TEXT,
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  closed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_opened ON incident (opened_at, id);
CREATE TABLE incident_step (
  incident_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  step TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (incident_id, seq)
) STRICT, WITHOUT ROWID;
