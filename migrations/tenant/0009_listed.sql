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

-- Files of an item that the public may fetch, and what is odd about it: neither text nor file, or
-- files without 概述 or 生成日期. Sums stand in the counters files, files-bare and files-unlabelled.
ALTER TABLE published ADD COLUMN files INTEGER NOT NULL DEFAULT 0;
ALTER TABLE published ADD COLUMN odd TEXT GENERATED ALWAYS AS (
  CASE WHEN files = 0 AND body = '' THEN 'bare'
    WHEN files > 0 AND (written_on IS NULL OR coalesce(summary, '') = '') THEN 'unlabelled' END) VIRTUAL;
UPDATE published SET files = c.n
  FROM (SELECT item_id, count(*) AS n FROM item_file WHERE live = 1 GROUP BY item_id) c
  WHERE published.id = c.item_id;
CREATE INDEX published_odd ON published (docid) WHERE odd IS NOT NULL;
INSERT INTO counter (name, n)
  SELECT 'files', coalesce(sum(files), 0) FROM published
  UNION ALL SELECT 'files-bare', count(*) FROM published WHERE odd = 'bare'
  UNION ALL SELECT 'files-unlabelled', coalesce(sum(files), 0) FROM published WHERE odd = 'unlabelled';
