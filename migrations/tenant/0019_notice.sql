-- Whether the applicant wants to be told of the progress (同意接收通知); the address stands in the sealed fields alone.
ALTER TABLE application ADD COLUMN notices INTEGER NOT NULL DEFAULT 0;

-- The outbox of notices (通知): at most one for an event of a case; id is what the receiver knows it by.
-- next_at is when it may be tried, or when another may take up one that is being sent; null once it has ended.
CREATE TABLE notice (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  contact TEXT NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER,
  made_at INTEGER NOT NULL,
  ended_at INTEGER,
  why TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX notice_event ON notice (application_id, seq, kind);
CREATE INDEX notice_due ON notice (next_at, id) WHERE next_at IS NOT NULL;
