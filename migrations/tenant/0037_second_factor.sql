-- The second factor of an account (动态口令): its secret sealed with the agency's key, and the step of the
-- last code that was used, so that each works once.
CREATE TABLE second_factor (
  staff_id TEXT NOT NULL PRIMARY KEY,
  secret TEXT NOT NULL,
  last_step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
