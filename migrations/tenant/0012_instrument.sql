-- What was stated with a reply beside its text (答复所附事实), sealed.
ALTER TABLE application ADD COLUMN reply_facts TEXT;

-- Issued instruments (文书): numbered without a gap per kind and year, never deleted; a void one keeps its number.
CREATE TABLE application_instrument (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  written_on TEXT NOT NULL,
  addressee TEXT NOT NULL,
  sealed TEXT NOT NULL,
  void INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX application_instrument_number ON application_instrument (kind, year, serial);
CREATE INDEX application_instrument_of ON application_instrument (application_id, seq);
