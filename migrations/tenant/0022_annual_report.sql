-- Annual reports (政府信息公开工作年度报告): one row per year and edition. `figures` is JSON of the three tables
-- as they were checked, null while they are still computed; `entered` is 1 for an older year typed in or imported.
CREATE TABLE annual_report (
  year INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  format TEXT NOT NULL,
  entered INTEGER NOT NULL,
  prose TEXT NOT NULL,
  figures TEXT,
  reasons TEXT NOT NULL,
  remarks TEXT NOT NULL,
  note TEXT,
  item_id TEXT,
  digest TEXT,
  letter_id TEXT,
  checked_by TEXT,
  submitted_on TEXT,
  decided_on TEXT,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (year, edition)
) STRICT, WITHOUT ROWID;

-- Reports that agencies directly below have submitted here (收到的年度报告); `content` is JSON of figures and text.
CREATE TABLE received_report (
  letter_id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  sender TEXT NOT NULL,
  year INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  content TEXT NOT NULL,
  remarks TEXT NOT NULL,
  opinion TEXT,
  received_at INTEGER NOT NULL,
  decided_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX received_report_year ON received_report (year, sender, received_at);
CREATE INDEX received_report_open ON received_report (received_at) WHERE state = 'open';
