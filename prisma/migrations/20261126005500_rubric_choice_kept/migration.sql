-- Why: what a cohort chose long ago stays chosen. Only what is chosen anew is held to the rules, so that
-- a cohort of before them can still be edited.

CREATE OR REPLACE FUNCTION "check_cohort_rubrics"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  chosen record;
BEGIN
  FOR chosen IN
    SELECT u.id, u.purpose, u.before, r."purpose"::text AS actual, r."center_id"
      FROM (VALUES
             (NEW."evaluation_rubric_id", 'EVALUATION',
              CASE WHEN TG_OP = 'UPDATE' THEN OLD."evaluation_rubric_id" END),
             (NEW."transfer_rubric_id", 'TRANSFER_READINESS',
              CASE WHEN TG_OP = 'UPDATE' THEN OLD."transfer_rubric_id" END),
             (NEW."work_rubric_id", 'PARTICIPANT_WORK',
              CASE WHEN TG_OP = 'UPDATE' THEN OLD."work_rubric_id" END)) AS u(id, purpose, before)
      JOIN "rubric_versions" v ON v."id" = u.id JOIN "rubrics" r ON r."id" = v."rubric_id"
  LOOP
    IF TG_OP = 'UPDATE' AND chosen.before = chosen.id AND NEW."center_id" = OLD."center_id" THEN
      CONTINUE;
    END IF;
    IF chosen.actual <> chosen.purpose
       OR (chosen."center_id" IS NOT NULL AND chosen."center_id" <> NEW."center_id")
       OR NOT "rubric_version_usable"(chosen.id) THEN
      RAISE EXCEPTION 'rubric version % is not for this use of cohort %', chosen.id, NEW."id"
        USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
