-- Why: several submissions approved with one press can be pressed by mistake, and an approval that was seen cannot
-- honestly be undone. So they wait a minute first, in which nothing has happened and all of it can be taken back;
-- then each is decided by the ordinary command, or not, if it has changed meanwhile.
CREATE TABLE "pending_approvals" (
  "id" UUID NOT NULL,
  "batch_id" UUID NOT NULL,
  "stage_id" UUID NOT NULL,
  "revision_id" UUID NOT NULL,
  "based_on" INTEGER NOT NULL,
  "approver_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "claimed_at" TIMESTAMPTZ(3),
  "settled_at" TIMESTAMPTZ(3),
  "refusal" TEXT,
  CONSTRAINT "pending_approvals_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "pending_approvals_batch_id_idx" ON "pending_approvals" ("batch_id");
CREATE INDEX "pending_approvals_approver_id_created_at_idx" ON "pending_approvals" ("approver_id", "created_at");
CREATE INDEX "pending_approvals_revision_id_idx" ON "pending_approvals" ("revision_id");
CREATE INDEX "pending_approvals_stage_id_idx" ON "pending_approvals" ("stage_id");
-- What waits to be approved does so once.
CREATE UNIQUE INDEX "pending_approvals_unsettled_key" ON "pending_approvals" ("stage_id") WHERE "settled_at" IS NULL;
ALTER TABLE "pending_approvals"
  ADD CONSTRAINT "pending_approvals_stage_id_fkey" FOREIGN KEY ("stage_id")
    REFERENCES "stages" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "pending_approvals_revision_id_fkey" FOREIGN KEY ("revision_id")
    REFERENCES "revisions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "pending_approvals_approver_id_fkey" FOREIGN KEY ("approver_id")
    REFERENCES "people" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "pending_approvals_times" CHECK (
    "created_at" < "due_at" AND ("settled_at" IS NULL OR "claimed_at" IS NOT NULL)
    AND ("refusal" IS NULL OR "settled_at" IS NOT NULL)
  );

CREATE FUNCTION "check_pending_approval"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  participant uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."claimed_at" IS NOT NULL THEN
      RAISE EXCEPTION 'what is being carried out is not taken back' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  SELECT a."enrolment_id" INTO participant
    FROM "stages" s JOIN "assignments" a ON a."id" = s."assignment_id"
    WHERE s."id" = NEW."stage_id" AND s."latest_revision_id" = NEW."revision_id"
      AND s."state" = 'SUBMITTED' AND s."kind" <> 'PLAN';
  IF participant IS NULL OR NOT "facilitates"(NEW."approver_id", participant) THEN
    RAISE EXCEPTION 'only what waits is approved, by who may' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "pending_approvals_of_who_may" BEFORE INSERT OR DELETE ON "pending_approvals"
  FOR EACH ROW EXECUTE FUNCTION "check_pending_approval"();
