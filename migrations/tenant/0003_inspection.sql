-- What became of an attachment's scan: pending, clean or infected; only clean files are shown.
ALTER TABLE item_file ADD COLUMN scan TEXT NOT NULL DEFAULT 'clean';
-- Since when its verdict is awaited.
ALTER TABLE item_file ADD COLUMN scan_since INTEGER;
-- JSON: what was found in it on arrival, masked; NULL when it came before anybody looked.
ALTER TABLE item_file ADD COLUMN inspection TEXT;
-- The words that its readers see, for search.
ALTER TABLE item_file ADD COLUMN words TEXT;
CREATE INDEX item_file_pending ON item_file (scan_since) WHERE scan = 'pending';
