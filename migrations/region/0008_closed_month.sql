-- When an agency closed a month (结账; epoch ms), and how many of its figures changed afterwards (更正).
ALTER TABLE agency_month ADD COLUMN closed_at INTEGER;
ALTER TABLE agency_month ADD COLUMN corrections INTEGER NOT NULL DEFAULT 0;
