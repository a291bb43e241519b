-- A date of the year 10000 can be stored and not be read: JavaScript refuses PostgreSQL's way of
-- writing it, and every list with such a row would fail. What is stored must be readable.

UPDATE "stages" SET "due_at" = '2199-12-31 00:00:00+00' WHERE "due_at" >= '2200-01-01 00:00:00+00';

-- The deferred check of the stages' order runs now: a table with checks waiting cannot be altered.
SET CONSTRAINTS ALL IMMEDIATE;

ALTER TABLE "stages"
  ADD CONSTRAINT "stages_due_at_readable"
  CHECK ("due_at" >= '1900-01-01 00:00:00+00' AND "due_at" < '2200-01-01 00:00:00+00');

-- Revisions are facts that no migration rewrites: only new ones are held to it.
ALTER TABLE "revisions"
  ADD CONSTRAINT "revisions_client_updated_at_readable"
  CHECK ("client_updated_at" >= '1900-01-01 00:00:00+00' AND "client_updated_at" < '2200-01-01 00:00:00+00')
  NOT VALID;
