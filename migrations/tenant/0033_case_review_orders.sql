-- Why days were drawn from again that meet those of another draw (再次抽取); `ordered` is JSON of what an office above
-- ordered (上级部署的评查), null for a review of the agency's own.
ALTER TABLE case_review ADD COLUMN reason TEXT;
ALTER TABLE case_review ADD COLUMN ordered TEXT;
-- Number of the draw among all of the agency, which says what came first; 0 for those from before.
ALTER TABLE case_review ADD COLUMN draw INTEGER NOT NULL DEFAULT 0;
-- How many sheets are finished, kept by a trigger so that code from before counts along.
ALTER TABLE case_review ADD COLUMN finished INTEGER NOT NULL DEFAULT 0;
UPDATE case_review SET finished = (SELECT count(*) FROM case_review_sheet
  WHERE review_id = case_review.id AND case_review_sheet.state = 'finished');
CREATE TRIGGER case_review_sheet_finished AFTER UPDATE OF state ON case_review_sheet
WHEN (OLD.state = 'finished') <> (NEW.state = 'finished') BEGIN
  UPDATE case_review SET finished = finished + (NEW.state = 'finished') - (OLD.state = 'finished')
  WHERE id = NEW.review_id; END;
CREATE INDEX case_review_days ON case_review (to_day, from_day);

-- What the reviewer should look at himself (评查提示), JSON; and whether the words of the sheet are sealed, as all are
-- that are written from now on.
ALTER TABLE case_review_sheet ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';
ALTER TABLE case_review_sheet ADD COLUMN is_sealed INTEGER NOT NULL DEFAULT 0;

-- Sheets that wait for somebody, for the page of the day.
CREATE INDEX case_review_sheet_draft ON case_review_sheet (reviewer, barred) WHERE state = 'draft';
CREATE INDEX case_review_sheet_objected ON case_review_sheet (reviewer) WHERE objection IS NOT NULL AND answer IS NULL;
CREATE INDEX case_review_drawn_up ON case_review (id) WHERE state = 'drawn-up';

-- Reviews that an office orders of the agencies below it (部署的评查); `result` is JSON once the notice is drawn up.
CREATE TABLE case_review_order (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  percent INTEGER NOT NULL,
  seed TEXT NOT NULL,
  rule TEXT NOT NULL,
  due_on TEXT NOT NULL,
  reason TEXT,
  ordered_by TEXT NOT NULL,
  ordered_at INTEGER NOT NULL,
  remarks TEXT NOT NULL,
  drawn_by TEXT NOT NULL,
  result TEXT,
  approved_by TEXT,
  issued_on TEXT,
  number_year INTEGER,
  number INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX case_review_ordered ON case_review_order (ordered_at, id);
CREATE UNIQUE INDEX case_review_order_number ON case_review_order (number_year, number) WHERE number IS NOT NULL;

-- The agencies of an order; `result` is JSON of what each sent up, nothing of it personal.
CREATE TABLE case_review_answer (
  order_id TEXT NOT NULL,
  agency TEXT NOT NULL,
  letter_id TEXT NOT NULL,
  result TEXT,
  answered_at INTEGER,
  PRIMARY KEY (order_id, agency)
) STRICT, WITHOUT ROWID;
