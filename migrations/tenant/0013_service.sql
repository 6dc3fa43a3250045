-- The list of powers (权责清单) by editions: one holds from `valid_from` until `valid_to`, null while it stands.
CREATE TABLE power_edition (
  power_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  unit TEXT NOT NULL,
  -- JSON array of articles.
  basis TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  PRIMARY KEY (power_id, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX power_current ON power_edition (code) WHERE valid_to IS NULL;
CREATE INDEX power_current_type ON power_edition (type, code) WHERE valid_to IS NULL;
CREATE INDEX power_listed ON power_edition (code, n);
CREATE INDEX power_began ON power_edition (valid_from);
CREATE INDEX power_ended ON power_edition (valid_to) WHERE valid_to IS NOT NULL;

-- Changes of the list on their way through three reviews (三审); `entries` is JSON as the unit stated them.
CREATE TABLE power_change (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  basis TEXT NOT NULL,
  entries TEXT NOT NULL,
  n_entries INTEGER NOT NULL,
  drafted_by TEXT NOT NULL,
  drafted_at INTEGER NOT NULL,
  proposed_by TEXT,
  checked_by TEXT,
  approved_by TEXT,
  opinion TEXT,
  approved_on TEXT,
  -- Revision of the list that it made.
  revision INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX power_change_open ON power_change (drafted_at, id) WHERE state IN ('draft', 'proposed', 'checked');
CREATE UNIQUE INDEX power_change_revision ON power_change (revision) WHERE revision IS NOT NULL;
CREATE INDEX power_change_day ON power_change (approved_on) WHERE approved_on IS NOT NULL;

-- The log of the list (调整记录), one line for each matter of an approved change.
CREATE TABLE power_log (
  id INTEGER NOT NULL PRIMARY KEY,
  on_day TEXT NOT NULL,
  kind TEXT NOT NULL,
  power_id TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  note TEXT,
  change_id TEXT NOT NULL
) STRICT;
CREATE INDEX power_log_day ON power_log (on_day, id);
CREATE INDEX power_log_kind ON power_log (kind, on_day, id);
CREATE INDEX power_log_power ON power_log (power_id, id);

-- Service guides (办事指南): `text` is being written, `published` is what the public reads; both are JSON.
CREATE TABLE service_guide (
  power_id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  text TEXT NOT NULL,
  written_by TEXT NOT NULL,
  opinion TEXT,
  edition INTEGER NOT NULL DEFAULT 0,
  published TEXT,
  published_on TEXT,
  approved_by TEXT,
  -- Blocks that the published text lacks; limits in working days, for supervision to compare with practice.
  lacking INTEGER,
  promised_days INTEGER,
  statutory_days INTEGER
) STRICT, WITHOUT ROWID;
