-- Why: two who review the same submission at the same time do the work twice, and one of them is refused after
-- it. Who opens a waiting revision says so; it lapses by itself, and who takes it over leaves a notice.
CREATE TABLE "review_leases" (
  "stage_id" UUID NOT NULL,
  "revision_id" UUID NOT NULL,
  "holder_id" UUID NOT NULL,
  "holder_name" TEXT NOT NULL,
  "taken_at" TIMESTAMPTZ(3) NOT NULL,
  "renewed_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "taken_from_id" UUID,
  CONSTRAINT "review_leases_pkey" PRIMARY KEY ("stage_id")
);
CREATE INDEX "review_leases_revision_id_idx" ON "review_leases" ("revision_id");
CREATE INDEX "review_leases_holder_id_idx" ON "review_leases" ("holder_id");
ALTER TABLE "review_leases"
  ADD CONSTRAINT "review_leases_stage_id_fkey" FOREIGN KEY ("stage_id")
    REFERENCES "stages" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "review_leases_revision_id_fkey" FOREIGN KEY ("revision_id")
    REFERENCES "revisions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "review_leases_holder_id_fkey" FOREIGN KEY ("holder_id")
    REFERENCES "people" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  -- Nobody keeps a submission from others for longer than this without showing up.
  ADD CONSTRAINT "review_leases_times" CHECK (
    "taken_at" <= "renewed_at" AND "renewed_at" < "expires_at"
    AND "expires_at" <= "renewed_at" + interval '15 minutes'
  ),
  ADD CONSTRAINT "review_leases_taken_from_another" CHECK ("taken_from_id" <> "holder_id");

-- May this person decide on the work of this enrolment? The facilitator to whom the participant is allocated,
-- while in the cohort; never the participant. Mirrors rolesOn() of lib/assignment/policy.ts.
CREATE FUNCTION "facilitates"("person" uuid, "participant" uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "enrolments" e
    JOIN "enrolments" f ON f."id" = e."facilitator_id" AND f."cohort_id" = e."cohort_id"
    WHERE e."id" = "participant" AND f."person_id" = "person" AND e."person_id" <> "person"
      AND f."role" = 'FACILITATOR' AND f."accepted_at" IS NOT NULL AND f."withdrawn_at" IS NULL
  )
$$;

CREATE FUNCTION "check_review_lease"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stage "stages"%ROWTYPE;
  participant uuid;
BEGIN
  SELECT * INTO stage FROM "stages" s WHERE s."id" = NEW."stage_id";
  SELECT a."enrolment_id" INTO participant FROM "assignments" a WHERE a."id" = stage."assignment_id";
  IF stage."state" <> 'SUBMITTED' OR stage."latest_revision_id" IS DISTINCT FROM NEW."revision_id" THEN
    RAISE EXCEPTION 'only what waits is reviewed' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT "facilitates"(NEW."holder_id", participant) THEN
    RAISE EXCEPTION 'only who may decide reviews' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."holder_id" <> OLD."holder_id" AND NEW."revision_id" = OLD."revision_id"
     AND NEW."taken_at" < OLD."expires_at" AND NEW."taken_from_id" IS DISTINCT FROM OLD."holder_id" THEN
    RAISE EXCEPTION 'nobody is put aside without a notice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "review_leases_of_reviewers" BEFORE INSERT OR UPDATE ON "review_leases"
  FOR EACH ROW EXECUTE FUNCTION "check_review_lease"();

-- Whose work goes to another facilitator is reviewed by the former one no longer.
CREATE FUNCTION "end_review_leases"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "review_leases" l USING "stages" s, "assignments" a
    WHERE s."id" = l."stage_id" AND a."id" = s."assignment_id" AND a."enrolment_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "enrolments_end_review_leases" AFTER UPDATE OF "facilitator_id" ON "enrolments"
  FOR EACH ROW WHEN (OLD."facilitator_id" IS DISTINCT FROM NEW."facilitator_id")
  EXECUTE FUNCTION "end_review_leases"();

-- Who decides: the participant's facilitator; staff of the centre may take an approval back. Mirrors the roles
-- of RETURN, APPROVE and REOPEN in lib/assignment/workflow.ts.
CREATE FUNCTION "check_decider"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  participant uuid;
  participant_person uuid;
  center uuid;
BEGIN
  SELECT e."id", e."person_id", c."center_id" INTO participant, participant_person, center
    FROM "stages" s
    JOIN "assignments" a ON a."id" = s."assignment_id"
    JOIN "enrolments" e ON e."id" = a."enrolment_id"
    JOIN "cohorts" c ON c."id" = a."cohort_id"
    WHERE s."id" = NEW."stage_id";
  IF "facilitates"(NEW."decided_by_id", participant) THEN
    RETURN NEW;
  END IF;
  IF NEW."kind" = 'REOPEN' AND NEW."decided_by_id" <> participant_person AND EXISTS (
    SELECT 1 FROM "staff_memberships" m
    WHERE m."center_id" = center AND m."person_id" = NEW."decided_by_id"
      AND m."role" IN ('ADMINISTRATOR', 'ORGANIZER') AND m."accepted_at" IS NOT NULL
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'this person may not decide here' USING ERRCODE = 'check_violation';
END $$;
-- After review_decisions_of_waiting_revisions, by its name: what there is to decide is told first.
CREATE TRIGGER "review_decisions_of_who_may" BEFORE INSERT ON "review_decisions"
  FOR EACH ROW EXECUTE FUNCTION "check_decider"();
