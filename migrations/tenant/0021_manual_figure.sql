-- Figures entered by hand (人工填报), every version kept: value in the smallest unit, null is 不适用; no row is 未报送.
CREATE TABLE manual_figure (
  indicator TEXT NOT NULL,
  period TEXT NOT NULL,
  version INTEGER NOT NULL,
  value INTEGER,
  reason TEXT,
  attested_by TEXT NOT NULL,
  attested_at INTEGER NOT NULL,
  PRIMARY KEY (period, indicator, version)
) STRICT, WITHOUT ROWID;
