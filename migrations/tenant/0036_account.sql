-- The life of an account (人员账号): `version` is the number of its last event in the journal.
ALTER TABLE staff ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- A link by which somebody sets a password once (设密码链接): only the digest of its secret stands here, and
-- of one person at most one is open.
CREATE TABLE password_link (
  staff_id TEXT NOT NULL PRIMARY KEY,
  digest TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX password_link_digest ON password_link (digest);
