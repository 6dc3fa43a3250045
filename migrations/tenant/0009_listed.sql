-- What lists show of an item of a special kind beside its title: JSON, masked; NULL until it was made.
ALTER TABLE published ADD COLUMN listed TEXT;
-- The last day on which the public may read it; NULL when there is no end.
ALTER TABLE published ADD COLUMN shown_until TEXT;
UPDATE published SET shown_until = fields->>'displayUntil' WHERE kind = 'penalty';
UPDATE published SET shown_until = (
  SELECT CASE WHEN count(*) = count(value->>'removedOn') THEN date(max(value->>'removedOn'), '-1 day') END
  FROM json_each(published.fields, '$.entries'))
WHERE kind = 'credit-list';
CREATE INDEX published_shown_until ON published (shown_until, docid) WHERE shown_until IS NOT NULL;
-- What was published before this schema is filed by its kind little by little.
CREATE INDEX published_unlisted ON published (docid) WHERE listed IS NULL AND kind <> 'document';
