-- How much of an agency's month the offices above have counted (覆盖): its corrections as counted; null before the month is.
ALTER TABLE agency_month ADD COLUMN told INTEGER;
CREATE INDEX agency_month_untold ON agency_month (agency_id, month) WHERE told IS NOT corrections;
-- Of an office's subtree, itself included: agencies that reported any month of a period, and corrections in it; period is
-- a month YYYY-MM, a quarter YYYY-Qn, a half YYYY-Hn or a year YYYY.
CREATE TABLE office_coverage (
  office_id TEXT NOT NULL,
  period TEXT NOT NULL,
  reporting INTEGER NOT NULL,
  corrections INTEGER NOT NULL,
  PRIMARY KEY (office_id, period)
) STRICT, WITHOUT ROWID;
-- The oldest and the newest report are found from either end.
CREATE INDEX agency_sync_at ON agency_sync (synced_at);
