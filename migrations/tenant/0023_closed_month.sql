-- Months whose figures are closed (结账), and what changed in them afterwards (更正): the value before, the value
-- after and what caused it, one row per figure and commit; `cause` is the kind of the first of `events` events.
CREATE TABLE closed_month (
  month TEXT NOT NULL PRIMARY KEY,
  closed_at INTEGER NOT NULL,
  closed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
  month TEXT NOT NULL,
  commit_id TEXT NOT NULL,
  row TEXT NOT NULL,
  col TEXT NOT NULL,
  was INTEGER NOT NULL,
  became INTEGER NOT NULL,
  cause TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  events INTEGER NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT,
  reason_by TEXT,
  PRIMARY KEY (month, commit_id, row, col)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_commit ON correction (commit_id);
