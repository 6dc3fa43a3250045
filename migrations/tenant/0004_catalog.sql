-- Checks of a column (栏目核对): somebody looked, and what stands there is still right.
CREATE TABLE column_check (
  column_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  checked_on TEXT NOT NULL,
  note TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  PRIMARY KEY (column_id, seq)
) STRICT, WITHOUT ROWID;

-- Items filed against matters of the standard catalogue (标准目录); docid is that of the item when it was filed.
CREATE TABLE item_matter (
  item_id TEXT NOT NULL,
  matter TEXT NOT NULL,
  docid INTEGER NOT NULL,
  PRIMARY KEY (item_id, matter)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX item_matter_of ON item_matter (matter, docid);

-- Versions of the disclosure guide (公开指南); the first is the one of the agency's manifest.
CREATE TABLE guide_version (
  n INTEGER PRIMARY KEY,
  fields TEXT NOT NULL,
  note TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  published_by TEXT NOT NULL
) STRICT;

-- The register of disclosure rules (公开制度).
CREATE TABLE disclosure_rule (
  id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  system TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT,
  edition TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  item_id TEXT,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Cards of leaders (领导分工) and offices (内设机构); ended ones stay.
CREATE TABLE institution_card (
  id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  fields TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX institution_card_present ON institution_card (kind, place, id) WHERE to_on IS NULL;
CREATE INDEX institution_card_changed ON institution_card (changed_at);
CREATE INDEX disclosure_rule_changed ON disclosure_rule (changed_at);
