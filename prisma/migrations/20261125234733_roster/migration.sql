-- A roster has numbers and addresses of its own: a person who is found by one of them keeps the own,
-- and a centre sees what it wrote itself. Who was enrolled before gets what the person has.

ALTER TABLE "enrolments"
  ADD COLUMN "id_type" "IdType" NOT NULL DEFAULT 'NONE',
  ADD COLUMN "id_number" TEXT,
  ADD COLUMN "email" TEXT,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;

UPDATE "enrolments" e SET "id_type" = p."id_type", "id_number" = p."id_number", "email" = p."email"
FROM "people" p WHERE p."id" = e."person_id";

ALTER TABLE "enrolments"
  ADD CONSTRAINT "enrolments_email_lower" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "enrolments_id_number_digits" CHECK ("id_number" ~ '^[0-9]{8,18}$'),
  ADD CONSTRAINT "enrolments_id_number_type" CHECK (("id_type" = 'NONE') = ("id_number" IS NULL)),
  ADD CONSTRAINT "enrolments_version" CHECK ("version" >= 0),
  ADD CONSTRAINT "enrolments_bounds" CHECK (
    char_length("full_name") BETWEEN 1 AND 160 AND char_length("position") <= 200 AND char_length("work_unit") <= 200
  );

-- Importing a roster again must never double anybody, whatever two imports do at the same moment.
-- (Expression indexes, so that the schema comparison leaves them alone.)
CREATE UNIQUE INDEX "enrolments_one_number" ON "enrolments" ("cohort_id", "role", (lower("id_number")));
CREATE UNIQUE INDEX "enrolments_one_email" ON "enrolments" ("cohort_id", "role", (lower("email")));
