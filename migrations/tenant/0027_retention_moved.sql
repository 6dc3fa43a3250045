-- Cases that went to another agency or turned out to be none (已移送、已转办) are kept for their term too.
-- The index of before, application_retention, serves the code of before and goes with a later migration.
UPDATE application SET ended_on = decided_on WHERE state IN ('converted', 'transferred') AND ended_on IS NULL;
CREATE INDEX application_retained ON application (retention_group, ended_on, id)
  WHERE state IN ('closed', 'archived', 'withdrawn', 'abandoned', 'converted', 'transferred')
    AND destruction_id IS NULL AND dispute_mark IS NOT 'pending';
