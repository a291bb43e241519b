-- Why: two ratings are worth something when they come from two people, neither of whom saw the other's, and when a
-- third settles them. That was asked of the second rater alone; a reviewer who took the work over later could have
-- been the second rater before.

-- The person somebody is: a double that was merged is an alias of another.
CREATE FUNCTION "person_behind"("one" uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(p."merged_into_id", p."id") FROM "people" p WHERE p."id" = "one"
$$;

-- Who has been on the first rater's side of a work: scored it, decided on it, or wrote remarks on it.
CREATE FUNCTION "work_reviewers"("work" uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT "person_behind"(x."person_id")), '{}') FROM (
    SELECT w."saved_by_id" AS "person_id" FROM "work_assessments" w WHERE w."assignment_id" = "work"
    UNION SELECT v."actor_id" FROM "audit_events" v
      WHERE v."subject_id" = "work" AND v."type" = 'work.assessed'
    UNION SELECT d."decided_by_id" FROM "review_decisions" d
      JOIN "stages" s ON s."id" = d."stage_id" WHERE s."assignment_id" = "work"
    UNION SELECT c."author_id" FROM "comments" c
      JOIN "stages" s ON s."id" = c."stage_id"
      JOIN "assignments" a ON a."id" = s."assignment_id"
      JOIN "enrolments" e ON e."id" = a."enrolment_id"
      WHERE a."id" = "work" AND c."author_id" <> e."person_id"
  ) x
$$;

CREATE OR REPLACE FUNCTION "check_second_rating"() RETURNS trigger LANGUAGE plpgsql AS $$
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
  SELECT a."cohort_id", e."person_id", e."facilitator_id" INTO work
    FROM "assignments" a JOIN "enrolments" e ON e."id" = a."enrolment_id"
    WHERE a."id" = NEW."assignment_id";
  IF work."cohort_id" <> NEW."cohort_id" THEN
    RAISE EXCEPTION 'a second rating stays in its cohort' USING ERRCODE = 'check_violation';
  END IF;
  IF rater."role" <> 'FACILITATOR' OR rater."withdrawn_at" IS NOT NULL OR rater."accepted_at" IS NULL THEN
    RAISE EXCEPTION 'only a facilitator of the cohort rates' USING ERRCODE = 'check_violation';
  END IF;
  IF rater."person_id" = work."person_id" OR NEW."rater_id" IS NOT DISTINCT FROM work."facilitator_id"
     OR "person_behind"(rater."person_id") = ANY("work_reviewers"(NEW."assignment_id"))
     OR EXISTS (SELECT 1 FROM "staff_memberships" m
                WHERE m."center_id" = rater."center_id" AND m."person_id" = rater."person_id"
                  AND m."accepted_at" IS NOT NULL) THEN
    RAISE EXCEPTION 'who rates a second time has not seen the first' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- And the other way round: the second rater does not give the first score as well.
CREATE FUNCTION "check_first_rating"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "second_ratings" s JOIN "enrolments" r ON r."id" = s."rater_id"
    WHERE s."assignment_id" = NEW."assignment_id"
      AND "person_behind"(r."person_id") = "person_behind"(NEW."saved_by_id")
  ) THEN
    RAISE EXCEPTION 'two people rate a work, not one twice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "work_assessments_of_another" BEFORE INSERT OR UPDATE OF "scores", "saved_by_id"
  ON "work_assessments" FOR EACH ROW EXECUTE FUNCTION "check_first_rating"();

CREATE OR REPLACE FUNCTION "check_grade_moderation"() RETURNS trigger LANGUAGE plpgsql AS $$
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
  -- A third person, who organises in the centre and is none of the two, nor the participant.
  IF NOT EXISTS (
    SELECT 1 FROM "assignments" a
    JOIN "enrolments" e ON e."id" = a."enrolment_id"
    JOIN "cohorts" c ON c."id" = a."cohort_id"
    JOIN "work_assessments" w ON w."assignment_id" = a."id"
    JOIN "second_ratings" s ON s."assignment_id" = a."id"
    JOIN "enrolments" r ON r."id" = s."rater_id"
    JOIN "staff_memberships" m ON m."center_id" = c."center_id" AND m."person_id" = NEW."decided_by_id"
      AND m."role" IN ('ADMINISTRATOR', 'ORGANIZER') AND m."accepted_at" IS NOT NULL
    WHERE a."id" = NEW."assignment_id"
      AND "person_behind"(NEW."decided_by_id") NOT IN (
        "person_behind"(e."person_id"), "person_behind"(w."saved_by_id"), "person_behind"(r."person_id"))
  ) THEN
    RAISE EXCEPTION 'a third person moderates' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- What waits to be approved is carried out or not; whose it is, and of what, does not change.
CREATE FUNCTION "check_pending_progress"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['claimed_at', 'settled_at', 'refusal']
       IS DISTINCT FROM to_jsonb(OLD) - ARRAY['claimed_at', 'settled_at', 'refusal']
     OR OLD."settled_at" IS NOT NULL
     OR (OLD."claimed_at" IS NOT NULL AND NEW."claimed_at" IS NULL) THEN
    RAISE EXCEPTION 'what waits to be approved goes on, and never back' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "pending_approvals_go_on" BEFORE UPDATE ON "pending_approvals"
  FOR EACH ROW EXECUTE FUNCTION "check_pending_progress"();

-- A thread is settled by who answers for the work.
CREATE OR REPLACE FUNCTION "check_thread_resolution"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "comments" c
    JOIN "stages" s ON s."id" = c."stage_id"
    JOIN "assignments" a ON a."id" = s."assignment_id"
    WHERE c."id" = NEW."comment_id" AND c."thread_id" IS NULL
      AND "facilitates"(NEW."resolved_by_id", a."enrolment_id")
  ) THEN
    RAISE EXCEPTION 'a thread is settled at its beginning, by who answers for the work' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- More time is given by the centre's organisers, or by the cohort's facilitators.
CREATE FUNCTION "check_extension"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "cohorts" c WHERE c."id" = NEW."cohort_id" AND (
      EXISTS (SELECT 1 FROM "staff_memberships" m
              WHERE m."center_id" = c."center_id" AND m."person_id" = NEW."granted_by_id"
                AND m."role" IN ('ADMINISTRATOR', 'ORGANIZER') AND m."accepted_at" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "enrolments" f
                 WHERE f."cohort_id" = c."id" AND f."person_id" = NEW."granted_by_id"
                   AND f."role" = 'FACILITATOR' AND f."withdrawn_at" IS NULL))
  ) THEN
    RAISE EXCEPTION 'this person gives no time here' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "extensions_by_who_may" BEFORE INSERT ON "extensions"
  FOR EACH ROW EXECUTE FUNCTION "check_extension"();
