-- What agencies keep from the public, as far as the offices above may know of it: no text, and no
-- title where the ground is secrecy.
CREATE TABLE region_inner (
  agency_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  reason TEXT NOT NULL,
  ground TEXT,
  title TEXT,
  decided_on TEXT NOT NULL,
  reassess_on TEXT,
  PRIMARY KEY (agency_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX region_inner_reason ON region_inner (reason, ground, decided_on DESC);
