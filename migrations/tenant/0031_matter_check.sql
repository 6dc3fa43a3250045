-- Checks of powers and of service guides (核对): `kind` is `power` or `guide`, `seq` counts the checks of one.
CREATE TABLE matter_check (
  kind TEXT NOT NULL,
  power_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  checked_on TEXT NOT NULL,
  note TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  PRIMARY KEY (kind, power_id, seq)
) STRICT, WITHOUT ROWID;

-- The day of the last check, and by it the day since which each is known to hold: an edition begins anew, a
-- guide that is published anew was looked at.
ALTER TABLE power_edition ADD COLUMN checked_on TEXT;
CREATE INDEX power_fresh ON power_edition (coalesce(checked_on, valid_from), power_id) WHERE valid_to IS NULL;
ALTER TABLE service_guide ADD COLUMN checked_on TEXT;
CREATE INDEX service_guide_fresh ON service_guide (max(coalesce(checked_on, ''), published_on), power_id)
  WHERE published_on IS NOT NULL;

CREATE INDEX service_guide_waiting ON service_guide (power_id) WHERE state = 'submitted';

-- Whether the published text lacks so many key elements that it counts as poor (网站自查: 办事指南).
ALTER TABLE service_guide ADD COLUMN is_poor INTEGER;
UPDATE service_guide SET is_poor = 4 <= (SELECT count(*)
  FROM json_each('["conditions","materials","window","fee","hours","phone","procedure"]') k
  WHERE coalesce(published ->> ('$.' || k.value), '') IN ('', '[]'))
  WHERE published IS NOT NULL;

-- How many powers of a type are on the list, how many of them have a guide that lacks nothing, and how many
-- one that is not poor.
CREATE TABLE service_tally (
  type TEXT NOT NULL PRIMARY KEY,
  matters INTEGER NOT NULL,
  whole INTEGER NOT NULL,
  fair INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO service_tally (type, matters, whole, fair)
  SELECT e.type, count(*), coalesce(sum(g.lacking = 0), 0), coalesce(sum(g.is_poor = 0), 0)
  FROM power_edition e LEFT JOIN service_guide g ON g.power_id = e.power_id
  WHERE e.valid_to IS NULL GROUP BY e.type;
CREATE TRIGGER service_tally_begin AFTER INSERT ON power_edition WHEN NEW.valid_to IS NULL
BEGIN INSERT INTO service_tally (type, matters, whole, fair) VALUES (NEW.type, 1,
  coalesce((SELECT lacking IS 0 FROM service_guide WHERE power_id = NEW.power_id), 0),
  coalesce((SELECT is_poor IS 0 FROM service_guide WHERE power_id = NEW.power_id), 0))
  ON CONFLICT (type) DO UPDATE SET matters = matters + 1, whole = whole + excluded.whole,
    fair = fair + excluded.fair; END;
CREATE TRIGGER service_tally_end AFTER UPDATE OF valid_to ON power_edition
WHEN OLD.valid_to IS NULL AND NEW.valid_to IS NOT NULL
BEGIN UPDATE service_tally SET matters = matters - 1,
  whole = whole - coalesce((SELECT lacking IS 0 FROM service_guide WHERE power_id = NEW.power_id), 0),
  fair = fair - coalesce((SELECT is_poor IS 0 FROM service_guide WHERE power_id = NEW.power_id), 0)
  WHERE type = NEW.type; END;
CREATE TRIGGER service_tally_guide AFTER UPDATE OF lacking, is_poor ON service_guide
WHEN (OLD.lacking IS 0) <> (NEW.lacking IS 0) OR (OLD.is_poor IS 0) <> (NEW.is_poor IS 0)
BEGIN UPDATE service_tally SET whole = whole + (NEW.lacking IS 0) - (OLD.lacking IS 0),
  fair = fair + (NEW.is_poor IS 0) - (OLD.is_poor IS 0)
  WHERE type = (SELECT type FROM power_edition WHERE power_id = NEW.power_id AND valid_to IS NULL); END;

-- What was closed and appears again is the finding of then.
CREATE INDEX bulletin_finding_again ON bulletin_finding (kind, key, closed_on) WHERE state = 'closed';
