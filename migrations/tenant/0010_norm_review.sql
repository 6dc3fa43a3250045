-- What the legality review of a normative document looked at: the item that holds the text, and the
-- SHA-256 of the text that was passed (合法性审核). A review without one was given before there were any.
ALTER TABLE norm_document ADD COLUMN text_item TEXT;
ALTER TABLE norm_document ADD COLUMN text_digest TEXT;
CREATE INDEX norm_text ON norm_document (text_item) WHERE text_item IS NOT NULL;
