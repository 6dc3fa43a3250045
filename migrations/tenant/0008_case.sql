-- The statutory path of an application: the ledger of its clock, its reply on the way, who handles it.
ALTER TABLE application ADD COLUMN ledger TEXT NOT NULL DEFAULT '[]';
ALTER TABLE application ADD COLUMN draft TEXT;
ALTER TABLE application ADD COLUMN waits_until TEXT;
ALTER TABLE application ADD COLUMN handler TEXT;
ALTER TABLE application ADD COLUMN unit TEXT;
-- What was received before there was a ledger starts on its receipt day.
UPDATE application SET ledger = CASE extension_days
    WHEN 0 THEN json_array(json_object('kind', 'start', 'on', received_on, 'seq', 1))
    ELSE json_array(json_object('kind', 'start', 'on', received_on, 'seq', 1),
      json_object('kind', 'extend', 'on', received_on, 'days', extension_days, 'seq', 1)) END
  WHERE received_on IS NOT NULL;

-- Words that go with an event of a case (通知、意见), sealed; audience is applicant or desk.
CREATE TABLE application_note (
  application_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  audience TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (application_id, seq)
) STRICT, WITHOUT ROWID;
