-- Why: participants say themselves which innovations they would like, until a moment that the cohort sets.
ALTER TABLE "cohorts" ADD COLUMN "wishes_until" TIMESTAMPTZ(3);

ALTER TABLE "cohorts"
  ADD CONSTRAINT "cohorts_wishes_until_readable"
  CHECK ("wishes_until" >= '1900-01-01 00:00:00+00' AND "wishes_until" < '2200-01-01 00:00:00+00');
