-- Files that go out with a reply (答复附件, purpose 'reply'): their scan, what was found in them (sealed
-- JSON), and who put them in. Files that applicants handed in have none of it.
ALTER TABLE application_file ADD COLUMN scan TEXT NOT NULL DEFAULT 'clean';
ALTER TABLE application_file ADD COLUMN scan_since INTEGER;
ALTER TABLE application_file ADD COLUMN inspection TEXT;
ALTER TABLE application_file ADD COLUMN added_by TEXT;
ALTER TABLE application_file ADD COLUMN original_id TEXT;
CREATE INDEX application_file_waiting ON application_file (scan_since) WHERE scan = 'pending';
-- What redacted files were made from (区分处理的原件): encrypted under a key of its own; no route reads
-- the object of a row of this table.
CREATE TABLE sealed_original (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL,
  name_sealed TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  object_key TEXT NOT NULL,
  sealed_by TEXT NOT NULL,
  sealed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_original_of ON sealed_original (application_id, id);
CREATE UNIQUE INDEX sealed_original_object ON sealed_original (object_key);

-- The item that was drawn up from an answered application (答复转主动公开); the item does not know it.
ALTER TABLE application ADD COLUMN item_id TEXT;

-- Keyed digests of pieces of what is asked for, by which like requests find each other (同类申请).
CREATE TABLE request_mark (
  mark TEXT NOT NULL,
  application_id TEXT NOT NULL,
  PRIMARY KEY (mark, application_id)
) STRICT, WITHOUT ROWID;
-- Applications of several applicants for the same information (条例第44条).
CREATE TABLE same_request (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  raised_at INTEGER NOT NULL,
  n_cases INTEGER NOT NULL,
  n_applicants INTEGER NOT NULL,
  decided_by TEXT,
  decided_at INTEGER,
  reason_sealed TEXT,
  item_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX same_request_listed ON same_request (state, raised_at, id);
CREATE TABLE same_request_case (
  application_id TEXT NOT NULL PRIMARY KEY,
  same_request_id TEXT NOT NULL,
  -- Keyed digest of the applicant, or the receipt where nobody is known.
  applicant TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX same_request_case_of ON same_request_case (same_request_id, application_id);
CREATE INDEX same_request_applicant ON same_request_case (same_request_id, applicant);
