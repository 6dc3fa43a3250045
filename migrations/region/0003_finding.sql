-- Words inside attachments, for the passage that a search quotes.
ALTER TABLE region_item ADD COLUMN files_text TEXT;
