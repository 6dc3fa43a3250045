-- Marks that an officer entered into a half-year assessment (考核手工记分); `points` is what the line loses or gains.
CREATE TABLE assessment_mark (
  id TEXT NOT NULL PRIMARY KEY,
  bulletin TEXT NOT NULL,
  agency TEXT NOT NULL,
  line TEXT NOT NULL,
  points INTEGER NOT NULL,
  what TEXT NOT NULL,
  proof TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_mark_bulletin ON assessment_mark (bulletin, agency);

-- Objections of agencies below (考核异议), one for each sheet; `marks` is JSON of what they are about.
CREATE TABLE assessment_objection (
  bulletin TEXT NOT NULL,
  agency TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  letter_id TEXT NOT NULL,
  marks TEXT NOT NULL,
  text TEXT NOT NULL,
  reason TEXT,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (bulletin, agency)
) STRICT, WITHOUT ROWID;

-- Sheets that the office above showed to this agency (收到的考核表), and what was objected to; `content` is JSON.
CREATE TABLE received_sheet (
  sender TEXT NOT NULL,
  bulletin TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  letter_id TEXT NOT NULL,
  content TEXT NOT NULL,
  object_by TEXT NOT NULL,
  objection TEXT,
  reason TEXT,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (sender, bulletin)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_sheet_open ON received_sheet (object_by) WHERE state = 'open';
