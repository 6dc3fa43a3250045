-- Versions of the tables of holidays (放假安排): the agency's own, and copies of the national ones that
-- its prefecture put in force. `n` is given when one is put in force; such a row is never edited.
CREATE TABLE calendar_version (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('national', 'local')),
  year INTEGER NOT NULL,
  n INTEGER,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  drafted_by TEXT,
  drafted_at INTEGER,
  checked_by TEXT,
  checked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX calendar_version_n ON calendar_version (scope, year, n) WHERE n IS NOT NULL;
CREATE INDEX calendar_version_year ON calendar_version (year, scope, n);

-- What every clock of the agency goes by now; it changes in the one batch that moves the due days.
CREATE TABLE calendar_in_use (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL,
  editions TEXT NOT NULL
) STRICT;

-- Each change of the calendar in use, and which days it moved (期限变动).
CREATE TABLE calendar_switch (
  n INTEGER NOT NULL PRIMARY KEY,
  mark TEXT NOT NULL,
  at INTEGER NOT NULL,
  cases INTEGER NOT NULL,
  moved INTEGER NOT NULL,
  renewed INTEGER NOT NULL
) STRICT;
CREATE TABLE calendar_move (
  switch_n INTEGER NOT NULL,
  application_id TEXT NOT NULL,
  what TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  PRIMARY KEY (switch_n, application_id, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX calendar_move_case ON calendar_move (application_id);

-- A step that was decided by a calendar which is no longer in use is not written: its author decides anew.
CREATE TRIGGER application_calendar_insert BEFORE INSERT ON application WHEN NEW.calendar IS NOT NULL
BEGIN SELECT raise(ABORT, 'calendar is not in use') FROM calendar_in_use WHERE mark IS NOT
  iif(instr(NEW.calendar, '@') = 0, '', substr(NEW.calendar, instr(NEW.calendar, '@') + 1)); END;
CREATE TRIGGER application_calendar_update BEFORE UPDATE OF calendar ON application
  WHEN NEW.calendar IS NOT NULL AND NEW.calendar IS NOT OLD.calendar
BEGIN SELECT raise(ABORT, 'calendar is not in use') FROM calendar_in_use WHERE mark IS NOT
  iif(instr(NEW.calendar, '@') = 0, '', substr(NEW.calendar, instr(NEW.calendar, '@') + 1)); END;

-- Pictures of the agency's seal (印章图样), each kept for ever: who put it there, who approved it, from
-- and until when instruments bear it. The picture itself lies sealed in the files of the agency.
CREATE TABLE seal_image (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  object_key TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  proposed_by TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  decided_by TEXT,
  decided_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX seal_image_from ON seal_image (from_day DESC, id) WHERE state = 'approved';
