-- Reconsiderations and suits (复议诉讼): `sealed` holds the party's name and what it is about.
CREATE TABLE dispute (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  procedure TEXT,
  organ TEXT NOT NULL,
  number TEXT,
  application_id TEXT,
  follows TEXT,
  filed_on TEXT NOT NULL,
  received_on TEXT,
  answered_on TEXT,
  decided_on TEXT,
  result TEXT,
  cancelled_on TEXT,
  sealed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- The same notice is registered once; a cancelled entry gives its number back.
CREATE UNIQUE INDEX dispute_number ON dispute (kind, number) WHERE number IS NOT NULL AND cancelled_on IS NULL;
CREATE INDEX dispute_open ON dispute (state, received_on, id) WHERE decided_on IS NULL AND cancelled_on IS NULL;
CREATE INDEX dispute_filed ON dispute (filed_on, id);
CREATE INDEX dispute_decided ON dispute (decided_on, id) WHERE decided_on IS NOT NULL;
CREATE INDEX dispute_of ON dispute (application_id) WHERE application_id IS NOT NULL;

-- Words that go with an event of a dispute (答复、决定的内容), sealed.
CREATE TABLE dispute_note (
  dispute_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (dispute_id, seq)
) STRICT, WITHOUT ROWID;

-- Its papers (材料), sealed in the bucket; the same file is kept once.
CREATE TABLE dispute_file (
  id TEXT NOT NULL PRIMARY KEY,
  dispute_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  name_sealed TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  object_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX dispute_file_of ON dispute_file (dispute_id, sha256);
CREATE INDEX dispute_file_key ON dispute_file (object_key);

-- Complaints about the handling of an application (投诉), their words and answers sealed.
CREATE TABLE complaint (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  origin TEXT NOT NULL,
  application_id TEXT NOT NULL,
  filed_on TEXT NOT NULL,
  answered_on TEXT,
  finding TEXT,
  sealed TEXT NOT NULL,
  answer_sealed TEXT
) STRICT, WITHOUT ROWID;
-- An applicant has one complaint open at a time.
CREATE UNIQUE INDEX complaint_own ON complaint (application_id) WHERE state = 'filed' AND origin = 'applicant';
CREATE INDEX complaint_of ON complaint (application_id, filed_on, id);
CREATE INDEX complaint_open ON complaint (filed_on, id) WHERE state = 'filed';
CREATE INDEX complaint_answered ON complaint (answered_on, id) WHERE answered_on IS NOT NULL;
