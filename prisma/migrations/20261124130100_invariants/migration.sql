-- What the schema language cannot say but the database can hold.

-- Shared reference data has no centre, and NULLs are distinct in a plain unique index: without
-- these, the same shared agency could stand twice. (Expression indexes, so that the schema
-- comparison leaves them alone.)
CREATE UNIQUE INDEX "agencies_scope_name" ON "agencies" ((coalesce("center_id"::text, '')), "name");
CREATE UNIQUE INDEX "host_regions_scope_name" ON "host_regions" ((coalesce("center_id"::text, '')), "name");
CREATE UNIQUE INDEX "rubrics_scope_code" ON "rubrics" ((coalesce("center_id"::text, '')), "code");

-- Sign-in looks people up by lower-case e-mail or by digits: any other spelling would be a person
-- who can never sign in, or a second one.
ALTER TABLE "people"
  ADD CONSTRAINT "people_email_lower" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "people_id_number_digits" CHECK ("id_number" ~ '^[0-9]{8,18}$'),
  ADD CONSTRAINT "people_id_number_type" CHECK (("id_type" = 'NONE') = ("id_number" IS NULL)),
  ADD CONSTRAINT "people_name_bounds" CHECK (char_length("display_name") BETWEEN 1 AND 160);

-- One installation, one row.
ALTER TABLE "installations" ADD CONSTRAINT "installations_single" CHECK ("id" = 1);

ALTER TABLE "cohorts"
  ADD CONSTRAINT "cohorts_dates" CHECK ("starts_on" <= "ends_on"),
  ADD CONSTRAINT "cohorts_spread_threshold" CHECK ("spread_threshold" BETWEEN 0 AND 100);
ALTER TABLE "visits" ADD CONSTRAINT "visits_dates" CHECK ("starts_on" <= "ends_on");

-- A facilitator is nobody's participant; only participants lead groups.
ALTER TABLE "enrolments"
  ADD CONSTRAINT "enrolments_roster_number" CHECK ("roster_number" > 0),
  ADD CONSTRAINT "enrolments_facilitator_shape" CHECK (
    "role" = 'PARTICIPANT' OR ("facilitator_id" IS NULL AND "group_id" IS NULL AND NOT "is_group_lead")
  );

-- The allocation decides who may review whom: pointing it at another participant would hand the
-- right to review to a peer.
CREATE FUNCTION "check_facilitator_allocation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."facilitator_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "enrolments" e WHERE e."id" = NEW."facilitator_id" AND e."role" = 'FACILITATOR'
  ) THEN
    RAISE EXCEPTION 'enrolment % is not a facilitator', NEW."facilitator_id" USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW."role" <> OLD."role" OR NEW."cohort_id" <> OLD."cohort_id") THEN
    RAISE EXCEPTION 'role and cohort of an enrolment do not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "enrolments_allocation" BEFORE INSERT OR UPDATE ON "enrolments"
  FOR EACH ROW EXECUTE FUNCTION "check_facilitator_allocation"();

ALTER TABLE "rubric_versions"
  ADD CONSTRAINT "rubric_versions_number" CHECK ("number" > 0),
  ADD CONSTRAINT "rubric_versions_scale" CHECK ("scale_min" < "scale_max");
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_weight" CHECK ("weight" BETWEEN 0 AND 100);

-- A frozen rubric version is what people were scored against. Changing it afterwards would change
-- the meaning of every score that stands.
CREATE FUNCTION "refuse_frozen_rubric_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."frozen_at" IS NOT NULL THEN
    RAISE EXCEPTION 'rubric version % is frozen', OLD."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "rubric_versions_frozen" BEFORE UPDATE OR DELETE ON "rubric_versions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_frozen_rubric_version"();

CREATE FUNCTION "refuse_frozen_criterion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "rubric_versions" v
    WHERE v."frozen_at" IS NOT NULL
      AND v."id" IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD."rubric_version_id" END,
                     CASE WHEN TG_OP <> 'DELETE' THEN NEW."rubric_version_id" END)
  ) THEN
    RAISE EXCEPTION 'criteria of a frozen rubric version do not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "criteria_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "criteria"
  FOR EACH ROW EXECUTE FUNCTION "refuse_frozen_criterion"();

-- An assignment scores against frozen versions only.
CREATE FUNCTION "freeze_rubrics_of_assignment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "rubric_versions" SET "frozen_at" = now()
  WHERE "frozen_at" IS NULL
    AND "id" IN (NEW."evaluation_rubric_id", NEW."transfer_rubric_id", NEW."work_rubric_id");
  RETURN NEW;
END $$;
CREATE TRIGGER "assignments_freeze_rubrics" AFTER INSERT ON "assignments"
  FOR EACH ROW EXECUTE FUNCTION "freeze_rubrics_of_assignment"();

-- Facts are not edited. Neither by the application's role (which has no such grant either) nor by
-- a slip of the owner: revisions are what people were judged on, the audit is what proves it.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "revisions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revisions"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_decisions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "review_decisions"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_reasons_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "review_reasons"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Projected figures stay within the bounds of their scales.
ALTER TABLE "evaluations"
  ADD CONSTRAINT "evaluations_total" CHECK ("total" BETWEEN 0 AND 100),
  ADD CONSTRAINT "evaluations_confidence" CHECK ("confidence" BETWEEN 1 AND 5);
ALTER TABLE "obstacles"
  ADD CONSTRAINT "obstacles_usg" CHECK ("usg_total" BETWEEN 3 AND 15),
  ADD CONSTRAINT "obstacles_usg_eligible" CHECK (("usg_total" IS NOT NULL) = "eligible"),
  ADD CONSTRAINT "obstacles_prioritised" CHECK (NOT "prioritised" OR ("eligible" AND "root_cause" IS NOT NULL));
ALTER TABLE "solutions" ADD CONSTRAINT "solutions_mcnamara" CHECK ("mcnamara_total" BETWEEN 3 AND 15);
ALTER TABLE "innovation_plans"
  ADD CONSTRAINT "innovation_plans_budget" CHECK ("budget_idr" >= 0),
  ADD CONSTRAINT "innovation_plans_readiness" CHECK ("readiness" BETWEEN 0 AND 100);
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_dates" CHECK ("starts_on" <= "ends_on");
-- One selected solution per obstacle.
CREATE UNIQUE INDEX "solutions_one_selected" ON "solutions"
  ("revision_id", (CASE WHEN "selected" THEN "obstacle_item_id" END));
ALTER TABLE "work_assessments" ADD CONSTRAINT "work_assessments_total" CHECK ("total" BETWEEN 0 AND 100);
ALTER TABLE "comments" ADD CONSTRAINT "comments_body" CHECK (char_length("body") BETWEEN 1 AND 4000);
ALTER TABLE "review_reasons" ADD CONSTRAINT "review_reasons_text" CHECK (char_length("text") BETWEEN 1 AND 2000);
