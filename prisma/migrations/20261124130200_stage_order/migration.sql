-- The order evaluate → obstacles → solution → plan, held by the database itself.
--
-- lib/assignment/workflow.ts decides; this refuses whatever gets past it: a bug, a script, or SQL
-- typed under the application's role. It mirrors the transition table in three places:
--   1. a row's own transition (from which state to which, with what it must bring along),
--   2. the gate: no stage leaves LOCKED, and none is approved, before the one before it allows,
--   3. at commit: a stage is LOCKED exactly while the one before it does not pass the gate, so that
--      reopening a stage cannot leave later ones open.

ALTER TABLE "stages"
  ADD CONSTRAINT "stages_resume_state" CHECK (
    "resume_state" IS NULL OR ("state" = 'LOCKED' AND "resume_state" IN ('OPEN', 'RETURNED'))
  ),
  ADD CONSTRAINT "stages_submitted_has_revision" CHECK (
    "state" NOT IN ('SUBMITTED', 'APPROVED') OR ("latest_revision_id" IS NOT NULL AND "submitted_at" IS NOT NULL)
  ),
  ADD CONSTRAINT "stages_returned_has_revision" CHECK (
    "state" <> 'RETURNED' OR "latest_revision_id" IS NOT NULL
  );

-- Does a stage in this state let the next one open?
CREATE FUNCTION "stage_passes"("state" "StageState", "gate" "GatePolicy") RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE "gate"
    WHEN 'ON_APPROVAL' THEN "state" = 'APPROVED'
    ELSE "state" IN ('SUBMITTED', 'APPROVED')
  END
$$;

CREATE FUNCTION "check_stage_transition"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gate "GatePolicy";
  previous "StageState";
  cancelled timestamptz;
BEGIN
  SELECT a."gate_policy", a."cancelled_at" INTO gate, cancelled
    FROM "assignments" a WHERE a."id" = NEW."assignment_id";

  IF TG_OP = 'INSERT' THEN
    IF NEW."state" <> (CASE WHEN NEW."kind" = 'EVALUATE' THEN 'OPEN' ELSE 'LOCKED' END)::"StageState"
       OR NEW."resume_state" IS NOT NULL OR NEW."latest_revision_id" IS NOT NULL THEN
      RAISE EXCEPTION 'a new % stage cannot begin as %', NEW."kind", NEW."state" USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;

  IF NEW."id" <> OLD."id" OR NEW."assignment_id" <> OLD."assignment_id" OR NEW."kind" <> OLD."kind" THEN
    RAISE EXCEPTION 'a stage does not move' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."latest_revision_id" IS NOT NULL AND NEW."latest_revision_id" IS NULL THEN
    RAISE EXCEPTION 'a revision is not forgotten' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."latest_revision_id" IS DISTINCT FROM OLD."latest_revision_id" THEN
    IF NEW."state" <> 'SUBMITTED' OR NOT EXISTS (
      SELECT 1 FROM "revisions" r
      WHERE r."id" = NEW."latest_revision_id" AND r."stage_id" = NEW."id"
        AND r."number" = (SELECT max(r2."number") FROM "revisions" r2 WHERE r2."stage_id" = NEW."id")
    ) THEN
      RAISE EXCEPTION 'only a submission brings a revision' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW."state" = OLD."state" THEN
    RETURN NEW;
  END IF;
  IF cancelled IS NOT NULL THEN
    RAISE EXCEPTION 'the assignment is cancelled' USING ERRCODE = 'check_violation';
  END IF;

  IF NOT (
    (OLD."state" = 'LOCKED' AND NEW."state" = coalesce(OLD."resume_state", 'OPEN'))
    OR (OLD."state" IN ('OPEN', 'RETURNED') AND NEW."state" = 'SUBMITTED'
        AND NEW."latest_revision_id" IS DISTINCT FROM OLD."latest_revision_id")
    OR (OLD."state" = 'SUBMITTED' AND NEW."state" = 'OPEN')
    OR (OLD."state" = 'SUBMITTED' AND NEW."state" = 'RETURNED' AND EXISTS (
        SELECT 1 FROM "review_decisions" d WHERE d."stage_id" = NEW."id" AND d."kind" IN ('RETURN', 'REOPEN')))
    OR (OLD."state" = 'SUBMITTED' AND NEW."state" = 'APPROVED' AND EXISTS (
        SELECT 1 FROM "review_decisions" d
        WHERE d."revision_id" = NEW."latest_revision_id" AND d."kind" = 'APPROVE'))
    OR (OLD."state" = 'APPROVED' AND NEW."state" = 'RETURNED' AND EXISTS (
        SELECT 1 FROM "review_decisions" d
        WHERE d."revision_id" = NEW."latest_revision_id" AND d."kind" = 'REOPEN'))
    OR (OLD."state" <> 'LOCKED' AND NEW."state" = 'LOCKED' AND NEW."kind" <> 'EVALUATE')
  ) THEN
    RAISE EXCEPTION 'a % stage cannot go from % to %', NEW."kind", OLD."state", NEW."state"
      USING ERRCODE = 'check_violation';
  END IF;

  IF NEW."kind" <> 'EVALUATE' AND NEW."state" <> 'LOCKED' THEN
    SELECT s."state" INTO previous FROM "stages" s
      WHERE s."assignment_id" = NEW."assignment_id" AND s."kind" < NEW."kind"
      ORDER BY s."kind" DESC LIMIT 1;
    IF previous IS NULL OR NOT "stage_passes"(previous, gate) THEN
      RAISE EXCEPTION 'stage % waits for the one before it', NEW."kind" USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."state" = 'APPROVED' AND previous <> 'APPROVED' THEN
      RAISE EXCEPTION 'stage % is approved only after the one before it', NEW."kind" USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "stages_transition" BEFORE INSERT OR UPDATE ON "stages"
  FOR EACH ROW EXECUTE FUNCTION "check_stage_transition"();

-- Judged at commit, since one command moves several rows of an assignment.
CREATE FUNCTION "check_stage_order"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target uuid;
  stages_found integer;
  broken "StageKind";
BEGIN
  IF TG_TABLE_NAME = 'assignments' THEN
    target := NEW."id";
  ELSE
    target := NEW."assignment_id";
  END IF;
  SELECT count(*) INTO stages_found FROM "stages" s WHERE s."assignment_id" = target;
  IF stages_found <> 4 THEN
    RAISE EXCEPTION 'an assignment has four stages, not %', stages_found USING ERRCODE = 'check_violation';
  END IF;
  SELECT o."kind" INTO broken FROM (
    SELECT s."kind", s."state", a."gate_policy",
           lag(s."state") OVER (ORDER BY s."kind") AS "previous"
    FROM "stages" s JOIN "assignments" a ON a."id" = s."assignment_id"
    WHERE s."assignment_id" = target
  ) o
  WHERE o."kind" <> 'EVALUATE' AND (
    (o."state" = 'LOCKED') = "stage_passes"(o."previous", o."gate_policy")
    OR (o."state" = 'APPROVED' AND o."previous" <> 'APPROVED')
  )
  ORDER BY o."kind" LIMIT 1;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'stage % does not agree with the one before it', broken USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "stages_order" AFTER INSERT OR UPDATE ON "stages"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_stage_order"();
CREATE CONSTRAINT TRIGGER "assignments_have_stages" AFTER INSERT ON "assignments"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_stage_order"();

-- Whose work it is and under which rules was settled when the assignment was made.
CREATE FUNCTION "check_assignment_identity"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."cohort_id", NEW."enrolment_id", NEW."innovation_id", NEW."gate_policy",
      NEW."evaluation_rubric_id", NEW."transfer_rubric_id", NEW."work_rubric_id")
     IS DISTINCT FROM
     (OLD."id", OLD."cohort_id", OLD."enrolment_id", OLD."innovation_id", OLD."gate_policy",
      OLD."evaluation_rubric_id", OLD."transfer_rubric_id", OLD."work_rubric_id") THEN
    RAISE EXCEPTION 'participant, innovation, gate and rubrics of an assignment do not change'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "assignments_identity" BEFORE UPDATE ON "assignments"
  FOR EACH ROW EXECUTE FUNCTION "check_assignment_identity"();

-- A participant's assignment, never a facilitator's.
CREATE FUNCTION "check_assignment_participant"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "enrolments" e WHERE e."id" = NEW."enrolment_id" AND e."role" = 'PARTICIPANT') THEN
    RAISE EXCEPTION 'only participants are assigned' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "assignments_participant" BEFORE INSERT ON "assignments"
  FOR EACH ROW EXECUTE FUNCTION "check_assignment_participant"();

-- A revision is born of a stage that is being written, with the next number, on the latest revision
-- of the stage before.
CREATE FUNCTION "check_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stage "stages"%ROWTYPE;
  upstream "stages"%ROWTYPE;
  gate "GatePolicy";
  cancelled timestamptz;
BEGIN
  SELECT * INTO stage FROM "stages" s WHERE s."id" = NEW."stage_id";
  SELECT a."gate_policy", a."cancelled_at" INTO gate, cancelled
    FROM "assignments" a WHERE a."id" = NEW."assignment_id";
  IF stage."assignment_id" <> NEW."assignment_id" OR stage."kind" <> NEW."kind" THEN
    RAISE EXCEPTION 'the revision is of another stage' USING ERRCODE = 'check_violation';
  END IF;
  IF cancelled IS NOT NULL OR stage."state" NOT IN ('OPEN', 'RETURNED') THEN
    RAISE EXCEPTION 'stage % is not open', NEW."kind" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."number" <> 1 + coalesce((SELECT max(r."number") FROM "revisions" r WHERE r."stage_id" = NEW."stage_id"), 0) THEN
    RAISE EXCEPTION 'revisions are numbered without gaps' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."kind" = 'EVALUATE' THEN
    IF NEW."upstream_revision_id" IS NOT NULL THEN
      RAISE EXCEPTION 'an evaluation has no upstream revision' USING ERRCODE = 'check_violation';
    END IF;
  ELSE
    SELECT * INTO upstream FROM "stages" s
      WHERE s."assignment_id" = NEW."assignment_id" AND s."kind" < NEW."kind"
      ORDER BY s."kind" DESC LIMIT 1;
    IF NEW."upstream_revision_id" IS DISTINCT FROM upstream."latest_revision_id"
       OR NOT "stage_passes"(upstream."state", gate) THEN
      RAISE EXCEPTION 'stage % waits for the one before it', NEW."kind" USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "revisions_of_open_stages" BEFORE INSERT ON "revisions"
  FOR EACH ROW EXECUTE FUNCTION "check_revision"();

-- A decision is about the revision that is waiting (or, to reopen, the one that was approved).
CREATE FUNCTION "check_review_decision"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stage "stages"%ROWTYPE;
BEGIN
  SELECT * INTO stage FROM "stages" s WHERE s."id" = NEW."stage_id";
  IF stage."latest_revision_id" IS DISTINCT FROM NEW."revision_id"
     OR stage."state" <> (CASE WHEN NEW."kind" = 'REOPEN' THEN 'APPROVED' ELSE 'SUBMITTED' END)::"StageState" THEN
    RAISE EXCEPTION 'there is nothing of this kind to decide' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "review_decisions_of_waiting_revisions" BEFORE INSERT ON "review_decisions"
  FOR EACH ROW EXECUTE FUNCTION "check_review_decision"();
