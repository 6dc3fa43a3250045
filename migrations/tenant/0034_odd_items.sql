-- What a special item says in its fields is content as well: only what has neither fields nor text nor
-- file is bare.
DROP INDEX published_odd;
ALTER TABLE published DROP COLUMN odd;
ALTER TABLE published ADD COLUMN odd TEXT GENERATED ALWAYS AS (
  CASE WHEN files = 0 AND body = '' AND fields = '{}' THEN 'bare'
    WHEN files > 0 AND (written_on IS NULL OR coalesce(summary, '') = '') THEN 'unlabelled' END) VIRTUAL;
CREATE INDEX published_odd ON published (docid) WHERE odd IS NOT NULL;
UPDATE counter SET n = (SELECT count(*) FROM published WHERE odd = 'bare') WHERE name = 'files-bare';
