-- Retention of closed cases (保管期限): the day from which it is counted, whether the case is or was
-- disputed (pending, settled), and the list of destruction on which it stands.
ALTER TABLE application ADD COLUMN ended_on TEXT;
ALTER TABLE application ADD COLUMN dispute_mark TEXT;
ALTER TABLE application ADD COLUMN destruction_id TEXT;
UPDATE application SET ended_on = CASE
    WHEN state IN ('closed', 'archived') THEN coalesce((SELECT max(date(at / 1000 + 28800, 'unixepoch'))
      FROM event WHERE entity = 'application' AND entity_id = application.id
        AND kind IN ('application.closed', 'application.archived')), decided_on)
    ELSE decided_on END
  WHERE state IN ('closed', 'archived', 'withdrawn', 'abandoned');
-- Pending while a reconsideration, a suit or a complaint waits; settled where a dispute was decided.
CREATE VIEW application_disputed AS SELECT id AS application_id, CASE
    WHEN EXISTS (SELECT 1 FROM dispute WHERE dispute.application_id = application.id
      AND decided_on IS NULL AND cancelled_on IS NULL)
    OR EXISTS (SELECT 1 FROM complaint WHERE complaint.application_id = application.id
      AND complaint.state = 'filed') THEN 'pending'
    WHEN EXISTS (SELECT 1 FROM dispute WHERE dispute.application_id = application.id
      AND decided_on IS NOT NULL AND cancelled_on IS NULL) THEN 'settled' END AS mark
  FROM application;
UPDATE application SET dispute_mark = (SELECT mark FROM application_disputed WHERE application_id = application.id)
  WHERE id IN (SELECT application_id FROM dispute UNION SELECT application_id FROM complaint);
CREATE TRIGGER application_dispute_insert AFTER INSERT ON dispute WHEN NEW.application_id IS NOT NULL
BEGIN UPDATE application SET dispute_mark =
  (SELECT mark FROM application_disputed WHERE application_id = NEW.application_id)
  WHERE id = NEW.application_id; END;
CREATE TRIGGER application_dispute_update AFTER UPDATE ON dispute WHEN NEW.application_id IS NOT NULL
BEGIN UPDATE application SET dispute_mark =
  (SELECT mark FROM application_disputed WHERE application_id = NEW.application_id)
  WHERE id = NEW.application_id; END;
CREATE TRIGGER application_complaint_insert AFTER INSERT ON complaint
BEGIN UPDATE application SET dispute_mark =
  (SELECT mark FROM application_disputed WHERE application_id = NEW.application_id)
  WHERE id = NEW.application_id; END;
CREATE TRIGGER application_complaint_update AFTER UPDATE ON complaint
BEGIN UPDATE application SET dispute_mark =
  (SELECT mark FROM application_disputed WHERE application_id = NEW.application_id)
  WHERE id = NEW.application_id; END;
-- What began to be disputed while the job looked at it is not destroyed.
CREATE TRIGGER application_destroyed BEFORE UPDATE OF state ON application
  WHEN NEW.state = 'destroyed' AND OLD.dispute_mark = 'pending'
BEGIN SELECT raise(ABORT, 'disputed'); END;
-- The group that the table of terms goes by: the part of the annual report's table under which it counts.
ALTER TABLE application ADD COLUMN retention_group TEXT GENERATED ALWAYS AS (CASE
  WHEN dispute_mark = 'settled' THEN 'disputed'
  WHEN outcome IS NULL THEN 'none'
  ELSE substr(outcome, 1, instr(outcome || '.', '.') - 1) END) VIRTUAL;
CREATE INDEX application_retention ON application (retention_group, ended_on, id)
  WHERE state IN ('closed', 'archived', 'withdrawn', 'abandoned')
    AND destruction_id IS NULL AND dispute_mark IS NOT 'pending';

-- Lists of destruction (销毁清册), kept for ever: who proposed, who approved, when, and what they hold.
CREATE TABLE destruction (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  decided_by TEXT,
  decided_at INTEGER,
  finished_at INTEGER,
  year INTEGER,
  serial INTEGER,
  digest TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX destruction_proposed ON destruction (proposed_at, id);
CREATE INDEX destruction_approved ON destruction (decided_at, id) WHERE state = 'approved';
CREATE UNIQUE INDEX destruction_number ON destruction (year, serial) WHERE serial IS NOT NULL;

CREATE TABLE destruction_case (
  destruction_id TEXT NOT NULL,
  application_id TEXT NOT NULL,
  state TEXT NOT NULL,
  number TEXT NOT NULL,
  outcome TEXT,
  retention_group TEXT NOT NULL,
  years INTEGER NOT NULL,
  ended_on TEXT NOT NULL,
  kept_until TEXT NOT NULL,
  destroyed_on TEXT,
  files INTEGER NOT NULL DEFAULT 0,
  letters INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (destruction_id, application_id)
) STRICT, WITHOUT ROWID;

-- Zeros that are written over freed pages and taken out again; empty at all other times.
CREATE TABLE filler (
  id INTEGER PRIMARY KEY,
  zeros BLOB NOT NULL
) STRICT;
