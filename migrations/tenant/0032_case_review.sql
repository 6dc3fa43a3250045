-- Reviews of closed cases (案卷评查). What was drawn is frozen in the row, with the rule, the seed and the digest of
-- the population, so that it can be drawn again; `result` is JSON of the figures once the notice is drawn up.
CREATE TABLE case_review (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  size INTEGER NOT NULL,
  seed TEXT NOT NULL,
  rule TEXT NOT NULL,
  population INTEGER NOT NULL,
  population_digest TEXT NOT NULL,
  started_by TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  remarks TEXT NOT NULL,
  -- JSON array of those who drew the notice up or changed its words.
  drawn_by TEXT NOT NULL,
  result TEXT,
  approved_by TEXT,
  issued_on TEXT,
  number_year INTEGER,
  number INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX case_review_started ON case_review (started_at, id);
CREATE UNIQUE INDEX case_review_number ON case_review (number_year, number) WHERE number IS NOT NULL;

-- Score sheets (评查表), one for each case drawn. `receipt`, the persons and all texts go when the case is destroyed;
-- `proposed`, `marks` and `texts` are JSON by the codes of the rows.
CREATE TABLE case_review_sheet (
  review_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  receipt TEXT,
  number TEXT NOT NULL,
  unit TEXT NOT NULL,
  outcome TEXT,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  reviewer TEXT,
  barred TEXT NOT NULL,
  handlers TEXT NOT NULL,
  proposed TEXT NOT NULL,
  marks TEXT NOT NULL,
  texts TEXT NOT NULL,
  score INTEGER,
  objection TEXT,
  objected_by TEXT,
  verdict TEXT,
  answer TEXT,
  PRIMARY KEY (review_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_review_sheet_of ON case_review_sheet (receipt) WHERE receipt IS NOT NULL;

-- Closed cases by the day on which they ended, from which a review draws.
CREATE INDEX application_ended ON application (ended_on, id) WHERE state IN ('closed', 'archived');
