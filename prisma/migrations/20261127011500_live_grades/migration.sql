-- Why: the page of a cohort's grades follows what is scored, settled and released, and boards that show none of it
-- are not told. `grades` names a cohort.
CREATE TRIGGER "second_ratings_tell_insert" AFTER INSERT ON "second_ratings"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('grades');
CREATE TRIGGER "second_ratings_tell_update" AFTER UPDATE ON "second_ratings"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('grades');
CREATE TRIGGER "second_ratings_tell_delete" AFTER DELETE ON "second_ratings"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('grades');

CREATE TRIGGER "grade_releases_tell_insert" AFTER INSERT ON "grade_releases"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('grades');
CREATE TRIGGER "grade_releases_tell_update" AFTER UPDATE ON "grade_releases"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('grades');

-- Rows that name their assignment.
CREATE FUNCTION "tell_grades"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_change"('grades', c."cohort_id"::text)
  FROM (SELECT DISTINCT a."cohort_id" FROM "changed" x
        JOIN "assignments" a ON a."id" = x."assignment_id") c;
  RETURN NULL;
END $$;
CREATE TRIGGER "work_assessments_tell_insert" AFTER INSERT ON "work_assessments"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_grades"();
CREATE TRIGGER "work_assessments_tell_update" AFTER UPDATE ON "work_assessments"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_grades"();
CREATE TRIGGER "work_assessments_tell_delete" AFTER DELETE ON "work_assessments"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_grades"();
CREATE TRIGGER "grade_moderations_tell_insert" AFTER INSERT ON "grade_moderations"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_grades"();
