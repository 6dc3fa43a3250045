-- Letters between agencies on their way (公函): the text goes when the recipient has it.
CREATE TABLE letter (
  id TEXT NOT NULL PRIMARY KEY,
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT,
  about TEXT NOT NULL,
  reply_to TEXT,
  payload TEXT,
  sent_at INTEGER NOT NULL,
  delivered_at INTEGER,
  noted_at INTEGER,
  refused TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_undelivered ON letter (recipient, sent_at) WHERE delivered_at IS NULL AND refused IS NULL;
CREATE INDEX letter_unnoted ON letter (sender, delivered_at) WHERE delivered_at IS NOT NULL AND noted_at IS NULL;
