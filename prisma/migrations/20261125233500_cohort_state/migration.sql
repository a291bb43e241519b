-- A cohort is set up before it runs and ends some day: what may be done in it follows from its state.
-- Those that exist are running. lib/cohort/workflow.ts decides; this refuses what gets past it.

CREATE TYPE "CohortState" AS ENUM ('DRAFT', 'RUNNING', 'CLOSED', 'ARCHIVED');

ALTER TABLE "cohorts"
  ADD COLUMN "state" "CohortState" NOT NULL DEFAULT 'DRAFT',
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "due_dates" JSONB;

UPDATE "cohorts" SET "state" = 'RUNNING';

-- From which state to which. A draft that was archived before anything was assigned returns to draft.
CREATE FUNCTION "check_cohort_state"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."center_id" <> OLD."center_id" THEN
    RAISE EXCEPTION 'a cohort stays with its centre' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" = OLD."state" OR (OLD."state", NEW."state") IN (
    ('DRAFT', 'RUNNING'), ('DRAFT', 'ARCHIVED'), ('RUNNING', 'CLOSED'),
    ('CLOSED', 'RUNNING'), ('CLOSED', 'ARCHIVED'), ('ARCHIVED', 'CLOSED')
  ) THEN
    RETURN NEW;
  END IF;
  IF (OLD."state", NEW."state") = ('ARCHIVED', 'DRAFT')
     AND NOT EXISTS (SELECT 1 FROM "assignments" a WHERE a."cohort_id" = NEW."id") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a cohort cannot go from % to %', OLD."state", NEW."state" USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "cohorts_state" BEFORE UPDATE ON "cohorts"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_state"();

-- Work is done in a running cohort alone: nothing is assigned, saved, handed in, decided, remarked
-- or scored before and after.
CREATE FUNCTION "require_running_cohort"("assignment" uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  found "CohortState";
BEGIN
  SELECT c."state" INTO found FROM "assignments" a JOIN "cohorts" c ON c."id" = a."cohort_id"
    WHERE a."id" = "assignment";
  IF found <> 'RUNNING' THEN
    RAISE EXCEPTION 'the cohort is %', found USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION "check_cohort_of_assignment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT c."state" FROM "cohorts" c WHERE c."id" = NEW."cohort_id") <> 'RUNNING' THEN
    RAISE EXCEPTION 'the cohort is not running' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "assignments_running_cohort" BEFORE INSERT OR UPDATE ON "assignments"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_of_assignment"();

CREATE FUNCTION "check_cohort_of_work"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_running_cohort"(NEW."assignment_id");
  RETURN NEW;
END $$;
CREATE TRIGGER "stages_running_cohort" BEFORE UPDATE ON "stages"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_of_work"();
CREATE TRIGGER "revisions_running_cohort" BEFORE INSERT ON "revisions"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_of_work"();
CREATE TRIGGER "work_assessments_running_cohort" BEFORE INSERT OR UPDATE ON "work_assessments"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_of_work"();

CREATE FUNCTION "check_cohort_of_remark"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_running_cohort"((SELECT s."assignment_id" FROM "stages" s WHERE s."id" = NEW."stage_id"));
  RETURN NEW;
END $$;
CREATE TRIGGER "review_decisions_running_cohort" BEFORE INSERT ON "review_decisions"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_of_remark"();
CREATE TRIGGER "comments_running_cohort" BEFORE INSERT ON "comments"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_of_remark"();
