-- Change feed of the region (变更日志): the last change of every item that was ever published, in the
-- order in which the region took them in; gone is 1 after the public lost it.
CREATE TABLE item_change (
  agency_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  PRIMARY KEY (agency_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX item_change_seq ON item_change (seq);
CREATE INDEX item_change_own ON item_change (agency_id, seq);
INSERT INTO item_change (agency_id, item_id, seq, gone)
  SELECT agency_id, item_id, row_number() OVER (ORDER BY docid), 0 FROM region_item;
INSERT INTO counter (name, n) SELECT 'change', count(*) FROM item_change;
-- Which copy of the region this is: a place in the feed of another one means nothing here.
INSERT INTO counter (name, n) VALUES ('feed', abs(random() % 4503599627370496));
