-- The national tables that the prefecture's office put in force (放假安排): the newest version of each year.
CREATE TABLE calendar_year (
  year INTEGER NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL,
  edition_id TEXT NOT NULL,
  content TEXT NOT NULL,
  put_at INTEGER NOT NULL
) STRICT;
-- A draft that agencies are asked to count by, without changing anything (试算).
CREATE TABLE calendar_trial (
  key TEXT NOT NULL PRIMARY KEY,
  year INTEGER NOT NULL,
  content TEXT NOT NULL,
  asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- What each agency counted: numbers alone, by trial or by what is in force.
CREATE TABLE calendar_count (
  subject TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  cases INTEGER NOT NULL,
  moved INTEGER NOT NULL,
  renewed INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (subject, agency_id)
) STRICT, WITHOUT ROWID;
