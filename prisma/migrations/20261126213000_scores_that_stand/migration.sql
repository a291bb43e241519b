-- Why: reopening a plan opened its first score again, also where the second rater had finished and could no longer
-- answer, and where the participant had been told the grade. And a second rater who never began stood in the way of
-- a grade for good, once the cohort was closed.

-- What still leaves a finished first score open: neither a finished second one, nor a release that has come.
CREATE FUNCTION "first_rating_stands"("work" uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "second_ratings" s WHERE s."assignment_id" = "work" AND s."finalized_at" IS NOT NULL
  ) OR EXISTS (
    SELECT 1 FROM "grade_releases" g JOIN "assignments" a ON a."cohort_id" = g."cohort_id"
    WHERE a."id" = "work" AND g."releases_at" <= now()
  )
$$;

CREATE FUNCTION "keep_first_rating"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."finalized_at" IS NOT NULL AND "first_rating_stands"(OLD."assignment_id") THEN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION 'a finished first rating stays' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."finalized_at" IS NULL OR to_jsonb(NEW) - 'finalized_at' IS DISTINCT FROM to_jsonb(OLD) - 'finalized_at' THEN
      RAISE EXCEPTION 'a finished first rating stays' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "work_assessments_kept" BEFORE UPDATE OR DELETE ON "work_assessments"
  FOR EACH ROW EXECUTE FUNCTION "keep_first_rating"();

-- In a closed cohort a rater who has not begun may be taken away, so that the first score is the grade.
CREATE OR REPLACE FUNCTION "keep_second_rating"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."finalized_at" IS NOT NULL THEN
    RAISE EXCEPTION 'a finished second rating stays' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."version" > 0 OR (SELECT c."state" FROM "cohorts" c WHERE c."id" = OLD."cohort_id") <> 'CLOSED' THEN
    PERFORM "require_running_cohort"(OLD."assignment_id");
  END IF;
  RETURN OLD;
END $$;

-- What a cohort keeps to be written again stays as it was, like everything else of it, when it has ended.
CREATE FUNCTION "check_cohort_of_canned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT c."state" FROM "cohorts" c WHERE c."id" = coalesce(NEW."cohort_id", OLD."cohort_id"))
     IN ('CLOSED', 'ARCHIVED') THEN
    RAISE EXCEPTION 'the cohort has ended' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "canned_comments_of_live_cohorts" BEFORE INSERT OR DELETE ON "canned_comments"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_of_canned"();
