-- Corrections of identity that applicants ask for (更正身份信息的申请): sealed is what is asked and why, and
-- goes once it is decided; fields are names alone.
CREATE TABLE identity_correction (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL,
  state TEXT NOT NULL,
  fields TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  sealed TEXT,
  answer_sealed TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX identity_correction_open ON identity_correction (application_id) WHERE state = 'asked';
CREATE INDEX identity_correction_of ON identity_correction (application_id, asked_at);
CREATE INDEX identity_correction_waiting ON identity_correction (asked_at, id) WHERE state = 'asked';
