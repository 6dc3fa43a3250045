-- The offices whose sums hold an agency's month (JSON of ids from the top down); null before that was kept.
ALTER TABLE agency_month ADD COLUMN offices TEXT;
