-- Letters between agencies (公函): what this agency sent and what it received.
CREATE TABLE letter_out (
  id TEXT NOT NULL PRIMARY KEY,
  recipient TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  about TEXT NOT NULL,
  reply_to TEXT,
  payload TEXT NOT NULL,
  due_on TEXT,
  sent_at INTEGER NOT NULL,
  delivered_at INTEGER,
  answered_at INTEGER,
  answered_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_out_sent ON letter_out (sent_at, id);

CREATE TABLE letter_in (
  id TEXT NOT NULL PRIMARY KEY,
  sender TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  about TEXT NOT NULL,
  reply_to TEXT,
  payload TEXT NOT NULL,
  due_on TEXT,
  sent_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  answered_at INTEGER,
  answered_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_in_received ON letter_in (received_at, id);
CREATE INDEX letter_in_open ON letter_in (due_on, id) WHERE due_on IS NOT NULL AND answered_at IS NULL;

-- What other agencies were asked about an item before its publication, text by text (条例第11条).
CREATE TABLE item_consultation (
  letter_id TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL,
  edition INTEGER NOT NULL,
  digest TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  answer TEXT,
  reason TEXT,
  answered_as TEXT,
  answered_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX item_consultation_of ON item_consultation (item_id, digest, agency_id, asked_at);

-- Register of normative documents (规范性文件).
CREATE TABLE norm_document (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  maker TEXT NOT NULL,
  unit TEXT,
  basis TEXT,
  item_id TEXT,
  drafted_by TEXT NOT NULL,
  drafted_on TEXT NOT NULL,
  opinion TEXT,
  reviewed_on TEXT,
  number_year INTEGER,
  number_serial INTEGER,
  number TEXT,
  registered_on TEXT,
  published_on TEXT,
  effective_on TEXT,
  validity_years INTEGER,
  validity_source TEXT,
  expires_on TEXT,
  extended_on TEXT,
  in_force INTEGER NOT NULL DEFAULT 0,
  ended_on TEXT,
  end_reason TEXT,
  replaced_by TEXT,
  file_by TEXT,
  filing_letter TEXT,
  filed_on TEXT,
  filing_opinion TEXT,
  correct_by TEXT,
  cleanup_note TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX norm_number ON norm_document (number_year, number_serial) WHERE number_serial IS NOT NULL;
CREATE UNIQUE INDEX norm_item ON norm_document (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX norm_listed ON norm_document (drafted_on, id);
CREATE INDEX norm_public ON norm_document (published_on, id) WHERE published_on IS NOT NULL;
CREATE INDEX norm_expiry ON norm_document (expires_on, id) WHERE in_force = 1;
CREATE INDEX norm_unfiled ON norm_document (file_by, id) WHERE filed_on IS NULL AND file_by IS NOT NULL;

-- Filings from agencies below (备案): one row for every letter that filed a document.
CREATE TABLE norm_filing (
  letter_id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  sender TEXT NOT NULL,
  document_id TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  published_on TEXT NOT NULL,
  filed_on TEXT NOT NULL,
  file_by TEXT NOT NULL,
  due_on TEXT NOT NULL,
  opinion TEXT,
  decided_on TEXT,
  correct_by TEXT,
  outcome TEXT,
  outcome_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX norm_filing_due ON norm_filing (due_on, letter_id) WHERE state = 'open';
CREATE INDEX norm_filing_received ON norm_filing (filed_on, letter_id);
CREATE INDEX norm_filing_of ON norm_filing (sender, document_id);

-- Cleanup (清理): a batch and its decision for every document in it.
CREATE TABLE norm_cleanup (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  decided_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX norm_cleanup_opened ON norm_cleanup (opened_on, id);

CREATE TABLE norm_cleanup_row (
  cleanup_id TEXT NOT NULL,
  document_id TEXT NOT NULL,
  decision TEXT,
  reason TEXT,
  PRIMARY KEY (cleanup_id, document_id)
) STRICT, WITHOUT ROWID;

-- Which item explains which document (政策解读).
CREATE TABLE interpretation (
  item_id TEXT NOT NULL,
  of_item_id TEXT NOT NULL,
  PRIMARY KEY (item_id, of_item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX interpretation_of ON interpretation (of_item_id, item_id);
