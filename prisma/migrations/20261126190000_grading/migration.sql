-- Why: a cohort may ask a second rater for a score that is given without seeing the first, two that lie far
-- apart are moderated, and participants are told nothing before the cohort's grades are released.

-- One a work: who scores it a second time, and what they gave.
CREATE TABLE "second_ratings" (
  "assignment_id" UUID NOT NULL,
  "cohort_id" UUID NOT NULL,
  "rater_id" UUID NOT NULL,
  "scores" JSONB NOT NULL DEFAULT '[]',
  "total" DECIMAL(5,2),
  "version" INTEGER NOT NULL DEFAULT 0,
  "assigned_at" TIMESTAMPTZ(3) NOT NULL,
  "saved_at" TIMESTAMPTZ(3),
  "finalized_at" TIMESTAMPTZ(3),
  CONSTRAINT "second_ratings_pkey" PRIMARY KEY ("assignment_id"),
  CONSTRAINT "second_ratings_total" CHECK ("total" BETWEEN 0 AND 100),
  CONSTRAINT "second_ratings_final" CHECK ("finalized_at" IS NULL OR ("total" IS NOT NULL AND "saved_at" IS NOT NULL))
);
CREATE INDEX "second_ratings_cohort_id_rater_id_idx" ON "second_ratings"("cohort_id", "rater_id");
ALTER TABLE "second_ratings" ADD CONSTRAINT "second_ratings_assignment_id_fkey"
  FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "second_ratings" ADD CONSTRAINT "second_ratings_cohort_id_rater_id_fkey"
  FOREIGN KEY ("cohort_id", "rater_id") REFERENCES "enrolments"("cohort_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was agreed on of two ratings, which are named by their versions. Append-only.
CREATE TABLE "grade_moderations" (
  "id" UUID NOT NULL,
  "assignment_id" UUID NOT NULL,
  "primary_version" INTEGER NOT NULL,
  "second_version" INTEGER NOT NULL,
  "score" DECIMAL(5,2) NOT NULL,
  "reason" TEXT NOT NULL,
  "decided_by_id" UUID NOT NULL,
  "decider_name" TEXT NOT NULL,
  "decided_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "grade_moderations_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "grade_moderations_score" CHECK ("score" BETWEEN 0 AND 100),
  CONSTRAINT "grade_moderations_reason" CHECK (char_length("reason") BETWEEN 5 AND 2000)
);
CREATE INDEX "grade_moderations_assignment_id_decided_at_idx" ON "grade_moderations"("assignment_id", "decided_at");
ALTER TABLE "grade_moderations" ADD CONSTRAINT "grade_moderations_assignment_id_fkey"
  FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From when on participants see their grades; null again where the release was withdrawn.
CREATE TABLE "grade_releases" (
  "cohort_id" UUID NOT NULL,
  "releases_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL,
  "changed_by_id" UUID NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "grade_releases_pkey" PRIMARY KEY ("cohort_id")
);
ALTER TABLE "grade_releases" ADD CONSTRAINT "grade_releases_cohort_id_fkey"
  FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The second rater is another facilitator of the cohort, who has seen nothing of the first one's numbers:
-- not the participant, nobody who reviews or reviewed the work, and nobody of the centre's staff, which
-- reads them.
CREATE FUNCTION "check_second_rating"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rater record;
  work record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."finalized_at" IS NOT NULL THEN
      RAISE EXCEPTION 'a finished second rating stays' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."assignment_id" <> OLD."assignment_id" THEN
      RAISE EXCEPTION 'a second rating stays with its work' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."rater_id" <> OLD."rater_id" AND NEW."scores" <> '[]' THEN
      RAISE EXCEPTION 'another rater begins anew' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  PERFORM "require_running_cohort"(NEW."assignment_id");
  SELECT r."person_id", r."role", r."withdrawn_at", r."accepted_at", c."center_id" INTO rater
    FROM "enrolments" r JOIN "cohorts" c ON c."id" = r."cohort_id" WHERE r."id" = NEW."rater_id";
  SELECT a."cohort_id", e."person_id", e."facilitator_id", w."saved_by_id" INTO work
    FROM "assignments" a JOIN "enrolments" e ON e."id" = a."enrolment_id"
    LEFT JOIN "work_assessments" w ON w."assignment_id" = a."id"
    WHERE a."id" = NEW."assignment_id";
  IF work."cohort_id" <> NEW."cohort_id" THEN
    RAISE EXCEPTION 'a second rating stays in its cohort' USING ERRCODE = 'check_violation';
  END IF;
  IF rater."role" <> 'FACILITATOR' OR rater."withdrawn_at" IS NOT NULL OR rater."accepted_at" IS NULL THEN
    RAISE EXCEPTION 'only a facilitator of the cohort rates' USING ERRCODE = 'check_violation';
  END IF;
  IF rater."person_id" = work."person_id" OR NEW."rater_id" IS NOT DISTINCT FROM work."facilitator_id"
     OR rater."person_id" IS NOT DISTINCT FROM work."saved_by_id"
     OR EXISTS (SELECT 1 FROM "staff_memberships" m
                WHERE m."center_id" = rater."center_id" AND m."person_id" = rater."person_id"
                  AND m."accepted_at" IS NOT NULL) THEN
    RAISE EXCEPTION 'who rates a second time has not seen the first' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "second_ratings_blind" BEFORE INSERT OR UPDATE ON "second_ratings"
  FOR EACH ROW EXECUTE FUNCTION "check_second_rating"();

CREATE FUNCTION "keep_second_rating"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."finalized_at" IS NOT NULL THEN
    RAISE EXCEPTION 'a finished second rating stays' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM "require_running_cohort"(OLD."assignment_id");
  RETURN OLD;
END $$;
CREATE TRIGGER "second_ratings_kept" BEFORE DELETE ON "second_ratings"
  FOR EACH ROW EXECUTE FUNCTION "keep_second_rating"();

-- Spoken about are two finished ratings as they stand, and what is agreed on lies between them.
CREATE FUNCTION "check_grade_moderation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_running_cohort"(NEW."assignment_id");
  IF NOT EXISTS (
    SELECT 1 FROM "work_assessments" w
    JOIN "second_ratings" s ON s."assignment_id" = w."assignment_id"
    JOIN "stages" p ON p."assignment_id" = w."assignment_id" AND p."kind" = 'PLAN'
    WHERE w."assignment_id" = NEW."assignment_id" AND p."state" = 'APPROVED'
      AND w."finalized_at" IS NOT NULL AND s."finalized_at" IS NOT NULL
      AND w."version" = NEW."primary_version" AND s."version" = NEW."second_version"
      AND NEW."score" BETWEEN least(w."total", s."total") AND greatest(w."total", s."total")
  ) THEN
    RAISE EXCEPTION 'two finished ratings are moderated, to a score between them' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "grade_moderations_of_both" BEFORE INSERT ON "grade_moderations"
  FOR EACH ROW EXECUTE FUNCTION "check_grade_moderation"();

-- Grades are released while a cohort runs and when its work has ended; not before, and not when it is put away.
CREATE FUNCTION "check_grade_release"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT c."state" FROM "cohorts" c WHERE c."id" = NEW."cohort_id") NOT IN ('RUNNING', 'CLOSED') THEN
    RAISE EXCEPTION 'grades of this cohort cannot be released now' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "grade_releases_state" BEFORE INSERT OR UPDATE ON "grade_releases"
  FOR EACH ROW EXECUTE FUNCTION "check_grade_release"();
