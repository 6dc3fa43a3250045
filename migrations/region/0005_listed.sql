-- Kind of an item, what lists show of it beside its title (masked), and its last day before the public.
ALTER TABLE region_item ADD COLUMN kind TEXT NOT NULL DEFAULT 'document';
ALTER TABLE region_item ADD COLUMN listed TEXT;
ALTER TABLE region_item ADD COLUMN shown_until TEXT;
