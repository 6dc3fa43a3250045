-- What officers look at themselves because no record of the product gives it (人工核查): the newest row of a rule and
-- subject speaks, the ones before it are kept; a row that was entered by mistake is struck out.
CREATE TABLE self_check (
  id TEXT NOT NULL PRIMARY KEY,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  absent INTEGER NOT NULL,
  tries INTEGER,
  failed INTEGER,
  elsewhere INTEGER,
  since_on TEXT,
  last_on TEXT,
  answered_on TEXT,
  proof TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  over_at INTEGER,
  struck INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX self_check_speaks ON self_check (rule, subject) WHERE over_at IS NULL;
CREATE INDEX self_check_listed ON self_check (rule, recorded_at DESC, id);
-- The self-inspection lists these alone, whatever else an agency has published or handled.
CREATE INDEX edition_backdated ON edition (committed_at) WHERE backdate_reason IS NOT NULL;
CREATE INDEX incident_open ON incident (opened_at) WHERE closed_at IS NULL;
