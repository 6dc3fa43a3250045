-- Bulletins (简报: 月小结, 季通报, 半年考核, 自查报告): one row per kind and period. `figures` is JSON of what was
-- compiled when the bulletin was locked, null while it is computed; `ways` is JSON of how it was issued.
CREATE TABLE bulletin (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  prose TEXT NOT NULL,
  figures TEXT,
  due_on TEXT NOT NULL,
  checked_by TEXT,
  approved_by TEXT,
  number_year INTEGER,
  number INTEGER,
  issued_on TEXT,
  ways TEXT NOT NULL,
  item_id TEXT,
  generated_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX bulletin_period ON bulletin (kind, period);
CREATE UNIQUE INDEX bulletin_number ON bulletin (kind, number_year, number) WHERE number IS NOT NULL;
CREATE INDEX bulletin_open ON bulletin (due_on) WHERE state <> 'issued';

-- The ledger of findings (问题台账) of an office: about agencies directly below or about itself. An automatic one has
-- a `key`, by which what persists stays the same finding; `evidence` and `history` are JSON.
CREATE TABLE bulletin_finding (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT,
  rule TEXT NOT NULL,
  agency TEXT NOT NULL,
  what TEXT NOT NULL,
  evidence TEXT NOT NULL,
  first_period TEXT NOT NULL,
  last_period TEXT NOT NULL,
  times INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  letter_id TEXT,
  history TEXT NOT NULL,
  closed_on TEXT,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX bulletin_finding_key ON bulletin_finding (kind, key)
  WHERE key IS NOT NULL AND state IN ('open', 'answered');
CREATE INDEX bulletin_finding_open ON bulletin_finding (kind, agency) WHERE state IN ('open', 'answered');
CREATE INDEX bulletin_finding_answered ON bulletin_finding (agency) WHERE state = 'answered';
CREATE INDEX bulletin_finding_closed ON bulletin_finding (kind, closed_on) WHERE closed_on IS NOT NULL;

-- Bulletins that the office above sent down (收到的简报); `content` is JSON of text, figures and table.
CREATE TABLE received_bulletin (
  letter_id TEXT NOT NULL PRIMARY KEY,
  sender TEXT NOT NULL,
  bulletin TEXT NOT NULL,
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  title TEXT NOT NULL,
  doc_number TEXT NOT NULL,
  content TEXT NOT NULL,
  received_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX received_bulletin_at ON received_bulletin (received_at);

-- What the office above found here (收到的问题), as last told (`told` is its version there), and what was answered.
CREATE TABLE received_finding (
  sender TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  evidence TEXT NOT NULL,
  first_period TEXT NOT NULL,
  times INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  letter_id TEXT NOT NULL,
  told INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  answer TEXT,
  answered_on TEXT,
  opinion TEXT,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (sender, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_finding_open ON received_finding (due_on) WHERE state = 'open';
