-- Notices of a day by keyed digest of the contact, over all agencies; days before yesterday go with the next one.
CREATE TABLE notice_sent (
  day TEXT NOT NULL,
  contact TEXT NOT NULL,
  notice_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (day, contact, notice_id)
) STRICT, WITHOUT ROWID;
