-- The desk's lists of items are read in the order of an index, whatever the agency has published: by
-- last change, author, unit, and what came back.
CREATE INDEX item_updated ON item (updated_at DESC, id);
CREATE INDEX item_author ON item (author, created_at DESC, id);
CREATE INDEX item_unit ON item (unit, updated_at DESC, id) WHERE unit IS NOT NULL;
CREATE INDEX item_returned ON item (updated_at DESC, id) WHERE state = 'draft' AND remark IS NOT NULL;

-- How many items stand in each state: one row of JSON beside the lists.
CREATE TABLE item_tally (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  counts TEXT NOT NULL
) STRICT;
INSERT INTO item_tally (id, counts)
  SELECT 1, json_group_object(state, n) FROM (SELECT state, count(*) AS n FROM item GROUP BY state);
CREATE TRIGGER item_tally_insert AFTER INSERT ON item
BEGIN UPDATE item_tally SET counts =
  json_set(counts, '$.' || json_quote(NEW.state), coalesce(counts ->> NEW.state, 0) + 1); END;
CREATE TRIGGER item_tally_update AFTER UPDATE OF state ON item WHEN OLD.state <> NEW.state
BEGIN UPDATE item_tally SET counts =
  json_set(counts, '$.' || json_quote(OLD.state), coalesce(counts ->> OLD.state, 0) - 1,
    '$.' || json_quote(NEW.state), coalesce(counts ->> NEW.state, 0) + 1); END;
CREATE TRIGGER item_tally_delete AFTER DELETE ON item
BEGIN UPDATE item_tally SET counts =
  json_set(counts, '$.' || json_quote(OLD.state), coalesce(counts ->> OLD.state, 0) - 1); END;
