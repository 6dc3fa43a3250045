-- From which day the applicant is waited for, and how many working days (等候申请人的起算日和工作日数).
ALTER TABLE application ADD COLUMN waits_from TEXT;
ALTER TABLE application ADD COLUMN waits_days INTEGER;
-- Units that help with a case (协办科室) as JSON, and the earliest due day of those that have not answered.
ALTER TABLE application ADD COLUMN co_units TEXT NOT NULL DEFAULT '[]';
ALTER TABLE application ADD COLUMN co_due TEXT;
CREATE INDEX application_co_due ON application (co_due, id) WHERE co_due IS NOT NULL AND decided_on IS NULL;
-- The case that a case was split off from (分办).
ALTER TABLE application ADD COLUMN split_from TEXT;
CREATE INDEX application_split ON application (split_from, id) WHERE split_from IS NOT NULL;

-- Cases that go to or came from another agency (移送), by the letter that carries them; what is
-- personal of it is sealed, and object_key names the dossier while it is on its way.
CREATE TABLE application_transfer (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL,
  direction TEXT NOT NULL,
  agency TEXT NOT NULL,
  basis TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  state TEXT NOT NULL,
  number TEXT,
  sealed TEXT,
  object_key TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX application_transfer_of ON application_transfer (application_id, id);
CREATE INDEX application_transfer_object ON application_transfer (object_key) WHERE object_key IS NOT NULL;
