-- The list of open cases in one order: 0 for those whose applicant is waited for, then due day and
-- the number of days of the limit, which together give the colour on any day.
ALTER TABLE application ADD COLUMN due_of INTEGER;
UPDATE application
  SET due_of = extension_days + CASE WHEN received_on < '2019-05-15' THEN 15 ELSE 20 END
  WHERE due_on IS NOT NULL;
-- The version of the calendar that the due day was counted by; a recomputation renews both.
ALTER TABLE application ADD COLUMN calendar TEXT;
ALTER TABLE application ADD COLUMN open_key TEXT GENERATED ALWAYS AS (CASE
  WHEN number_serial IS NULL OR decided_on IS NOT NULL THEN NULL
  WHEN due_on IS NULL THEN '0'
  ELSE due_on || printf('%02d', coalesce(due_of, 20 + extension_days)) END) VIRTUAL;
DROP INDEX application_open;
CREATE INDEX application_open ON application (open_key, id) WHERE number_serial IS NOT NULL AND decided_on IS NULL;
CREATE INDEX application_undecided ON application (state, open_key, id) WHERE decided_on IS NULL;
CREATE INDEX application_done ON application (state, decided_on, id) WHERE decided_on IS NOT NULL;
DROP INDEX application_replied;

-- How many open cases have each key, and how many are answered but not closed: one row of JSON, so
-- that a list with its counts reads one row more than it shows. Colours change by the passing of
-- days alone, so they are summed when read.
ALTER TABLE application ADD COLUMN tally_path TEXT GENERATED ALWAYS AS (
  '$."' || coalesce(open_key, CASE state WHEN 'replied' THEN state END) || '"') VIRTUAL;
CREATE TABLE application_tally (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  counts TEXT NOT NULL
) STRICT;
INSERT INTO application_tally (id, counts)
  SELECT 1, json_group_object(key, n) FROM (
    SELECT coalesce(open_key, state) AS key, count(*) AS n FROM application
    WHERE tally_path IS NOT NULL GROUP BY 1);
CREATE TRIGGER application_tally_insert AFTER INSERT ON application WHEN NEW.tally_path IS NOT NULL
BEGIN UPDATE application_tally SET counts =
  json_set(counts, NEW.tally_path, coalesce(counts ->> NEW.tally_path, 0) + 1); END;
CREATE TRIGGER application_tally_update AFTER UPDATE ON application WHEN OLD.tally_path IS NOT NEW.tally_path
BEGIN UPDATE application_tally SET counts = CASE
  WHEN OLD.tally_path IS NULL THEN counts
  WHEN counts ->> OLD.tally_path > 1 THEN json_set(counts, OLD.tally_path, (counts ->> OLD.tally_path) - 1)
  ELSE json_remove(counts, OLD.tally_path) END; UPDATE application_tally SET counts =
  json_set(counts, NEW.tally_path, coalesce(counts ->> NEW.tally_path, 0) + 1) WHERE NEW.tally_path IS NOT NULL; END;
CREATE TRIGGER application_tally_delete AFTER DELETE ON application WHEN OLD.tally_path IS NOT NULL
BEGIN UPDATE application_tally SET counts = CASE
  WHEN counts ->> OLD.tally_path > 1 THEN json_set(counts, OLD.tally_path, (counts ->> OLD.tally_path) - 1)
  ELSE json_remove(counts, OLD.tally_path) END; END;
