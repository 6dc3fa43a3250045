-- The journal is written once: of a row only the work that it owes (topic) may still be cleared.
CREATE TRIGGER event_kept BEFORE UPDATE ON event
  WHEN NEW.topic IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.entity IS NOT OLD.entity
    OR NEW.entity_id IS NOT OLD.entity_id OR NEW.seq IS NOT OLD.seq OR NEW.kind IS NOT OLD.kind
    OR NEW.actor IS NOT OLD.actor OR NEW.at IS NOT OLD.at OR NEW.data IS NOT OLD.data
    OR NEW.commit_id IS NOT OLD.commit_id
BEGIN SELECT raise(ABORT, 'journal'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'journal'); END;

-- Seals of the journal (流水封存): the events after the last seal up to `to_id`, chained by SHA-256 over the digest before.
CREATE TABLE journal_seal (
  n INTEGER NOT NULL PRIMARY KEY,
  from_id INTEGER NOT NULL,
  to_id INTEGER NOT NULL,
  events INTEGER NOT NULL,
  at INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER journal_seal_kept BEFORE UPDATE ON journal_seal
BEGIN SELECT raise(ABORT, 'journal'); END;
CREATE TRIGGER journal_seal_stays BEFORE DELETE ON journal_seal
BEGIN SELECT raise(ABORT, 'journal'); END;

-- Where the nightly check of seals goes on and what the last one found, `faults` as JSON.
CREATE TABLE journal_check (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  next_n INTEGER NOT NULL,
  at INTEGER NOT NULL,
  seals INTEGER NOT NULL,
  faults TEXT NOT NULL
) STRICT, WITHOUT ROWID;
