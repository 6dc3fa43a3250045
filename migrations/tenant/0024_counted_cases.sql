-- The records behind the figures of table three (年报表三): received in a month and open until a day, and decided
-- with a result. What turned out to be no application, or went to another agency, is not counted there.
CREATE INDEX application_counted ON application (substr(received_on, 1, 7), applicant_class, coalesce(decided_on, '9'), id)
  WHERE received_on IS NOT NULL AND state NOT IN ('converted', 'transferred') AND NOT (state = 'destroyed' AND outcome IS NULL);
CREATE INDEX application_outcome ON application (outcome, applicant_class, decided_on, id)
  WHERE outcome IS NOT NULL AND decided_on IS NOT NULL;
