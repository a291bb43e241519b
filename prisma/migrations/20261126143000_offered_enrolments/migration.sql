-- Why: people are global, and a roster recognises them by a number or an address that anybody may have
-- written anywhere. Whom another centre knew before is not put into a cohort by a roster: the enrolment
-- is an offer until the person takes it. Until then it gives no right, and is no tie by which the other
-- centre would lose its own.

ALTER TYPE "MailKind" ADD VALUE 'ENROLMENT_OFFERED';

-- Who is enrolled already stays so.
ALTER TABLE "enrolments" ADD COLUMN "accepted_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;

-- Whoever writes an enrolment, by whatever way: of whom another centre knows (in a cohort, or by a role on
-- its staff, offered or taken), or who administers the platform, and whom the cohort's own centre does not
-- know yet, it is an offer. (After "enrolments_alias":
-- triggers fire in the order of their names.)
CREATE FUNCTION "offer_enrolment"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  center UUID;
BEGIN
  IF NEW."accepted_at" IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT c."center_id" INTO center FROM "cohorts" c WHERE c."id" = NEW."cohort_id";
  IF (
    EXISTS (SELECT 1 FROM "platform_administrators" a WHERE a."person_id" = NEW."person_id")
    OR EXISTS (
      SELECT 1 FROM "staff_memberships" m WHERE m."person_id" = NEW."person_id"
        AND m."center_id" <> center)
    OR EXISTS (
      SELECT 1 FROM "enrolments" e JOIN "cohorts" c ON c."id" = e."cohort_id"
      WHERE e."person_id" = NEW."person_id" AND c."center_id" <> center AND e."accepted_at" IS NOT NULL)
  ) AND NOT EXISTS (
    SELECT 1 FROM "staff_memberships" m WHERE m."person_id" = NEW."person_id"
      AND m."center_id" = center AND m."accepted_at" IS NOT NULL
  ) AND NOT EXISTS (
    SELECT 1 FROM "enrolments" e JOIN "cohorts" c ON c."id" = e."cohort_id"
    WHERE e."person_id" = NEW."person_id" AND c."center_id" = center AND e."accepted_at" IS NOT NULL
  ) THEN
    NEW."accepted_at" := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "enrolments_offer" BEFORE INSERT ON "enrolments"
  FOR EACH ROW EXECUTE FUNCTION "offer_enrolment"();

-- What was taken stays taken; and what was refused or withdrawn is offered anew before it is taken.
CREATE FUNCTION "check_taken_enrolment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."accepted_at" IS NOT NULL AND NEW."accepted_at" IS DISTINCT FROM OLD."accepted_at" THEN
    RAISE EXCEPTION 'an enrolment that was taken stays so' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."accepted_at" IS NULL AND NEW."accepted_at" IS NOT NULL AND NEW."withdrawn_at" IS NOT NULL THEN
    RAISE EXCEPTION 'an offer that has ended is not taken' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "enrolments_taken" BEFORE UPDATE OF "accepted_at" ON "enrolments"
  FOR EACH ROW EXECUTE FUNCTION "check_taken_enrolment"();

-- Nothing is handed in under a place that nobody has taken, nor under one that was left.
CREATE OR REPLACE FUNCTION "refuse_work_of_withdrawn"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "assignments" a JOIN "enrolments" e ON e."id" = a."enrolment_id"
    WHERE a."id" = NEW."assignment_id" AND (e."withdrawn_at" IS NOT NULL OR e."accepted_at" IS NULL)
  ) THEN
    RAISE EXCEPTION 'the participant has left the cohort, or has not taken the place'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
