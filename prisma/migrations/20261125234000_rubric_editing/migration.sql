-- Why: centres make and derive rubrics of their own. A version says what it was made from, a draft
-- guards its saves, and what a cohort scores with is complete, open to its centre, and of the purpose
-- for which it was chosen.

ALTER TYPE "RubricPurpose" ADD VALUE 'CLASSIFICATION';

ALTER TABLE "rubric_versions"
  ADD COLUMN "derived_from_id" UUID,
  ADD COLUMN "lock_version" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE INDEX "rubric_versions_derived_from_id_idx" ON "rubric_versions"("derived_from_id");
ALTER TABLE "rubric_versions" ADD CONSTRAINT "rubric_versions_derived_from_id_fkey"
  FOREIGN KEY ("derived_from_id") REFERENCES "rubric_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A rubric has one draft at a time: the next version is made from a frozen one.
CREATE UNIQUE INDEX "rubric_versions_one_draft" ON "rubric_versions"
  ("rubric_id", (CASE WHEN "frozen_at" IS NULL THEN 1 END));

-- Can people be scored with it? Mirrors versionProblems() in lib/rubric/model.ts as far as a score
-- depends on it.
CREATE FUNCTION "rubric_version_usable"("version_id" uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "rubric_versions" v
    JOIN LATERAL (
      SELECT count(*) AS criteria, coalesce(sum(c."weight"), 0) AS weight,
             count(*) FILTER (WHERE btrim(c."label_id") = '') AS unnamed
        FROM "criteria" c WHERE c."rubric_version_id" = v."id"
    ) t ON true
    WHERE v."id" = "version_id" AND t.criteria > 0 AND t.unnamed = 0
      AND CASE v."weighting"
        WHEN 'PERCENT' THEN t.weight = 100
        WHEN 'LEVEL_TIMES_WEIGHT' THEN t.weight > 0 AND v."max_total" = t.weight * v."scale_max"
        WHEN 'GATE' THEN v."scale_kind" = 'YES_NO'
        ELSE true
      END
  )
$$;

-- What is frozen can never be mended, so only what is complete may be.
CREATE FUNCTION "check_rubric_version_freezing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."frozen_at" IS NOT NULL AND OLD."frozen_at" IS NULL AND NOT "rubric_version_usable"(NEW."id") THEN
    RAISE EXCEPTION 'rubric version % is not complete', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "rubric_versions_complete" BEFORE UPDATE OF "frozen_at" ON "rubric_versions"
  FOR EACH ROW EXECUTE FUNCTION "check_rubric_version_freezing"();

-- What a cohort chooses is complete, of that purpose, and shared or of its own centre.
CREATE FUNCTION "check_cohort_rubrics"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  chosen record;
BEGIN
  FOR chosen IN
    SELECT u.id, u.purpose, r."purpose"::text AS actual, r."center_id"
      FROM (VALUES (NEW."evaluation_rubric_id", 'EVALUATION'),
                   (NEW."transfer_rubric_id", 'TRANSFER_READINESS'),
                   (NEW."work_rubric_id", 'PARTICIPANT_WORK')) AS u(id, purpose)
      JOIN "rubric_versions" v ON v."id" = u.id JOIN "rubrics" r ON r."id" = v."rubric_id"
  LOOP
    IF chosen.actual <> chosen.purpose
       OR (chosen."center_id" IS NOT NULL AND chosen."center_id" <> NEW."center_id")
       OR NOT "rubric_version_usable"(chosen.id) THEN
      RAISE EXCEPTION 'rubric version % is not for this use of cohort %', chosen.id, NEW."id"
        USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER "cohorts_rubrics" BEFORE INSERT OR UPDATE OF
  "center_id", "evaluation_rubric_id", "transfer_rubric_id", "work_rubric_id" ON "cohorts"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_rubrics"();

-- A draft that a cohort has chosen may still be improved, but not left half done. Asked at commit,
-- since its criteria are written one by one.
CREATE FUNCTION "check_chosen_rubric_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid;
BEGIN
  IF TG_TABLE_NAME = 'criteria' THEN
    changed := CASE TG_OP WHEN 'DELETE' THEN OLD."rubric_version_id" ELSE NEW."rubric_version_id" END;
  ELSE
    changed := NEW."id";
  END IF;
  IF EXISTS (
    SELECT 1 FROM "cohorts" c
    WHERE changed IN (c."evaluation_rubric_id", c."transfer_rubric_id", c."work_rubric_id")
  ) AND NOT "rubric_version_usable"(changed) THEN
    RAISE EXCEPTION 'rubric version % is used by a cohort and must stay complete', changed
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "criteria_chosen" AFTER INSERT OR UPDATE OR DELETE ON "criteria"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_chosen_rubric_version"();
CREATE CONSTRAINT TRIGGER "rubric_versions_chosen" AFTER UPDATE ON "rubric_versions"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_chosen_rubric_version"();
