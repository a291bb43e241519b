-- Why: a draft that the form of today cannot read must neither be written over nor stand in its author's way
-- for ever. Who starts anew leaves it here, word for word; nothing takes it away again.
CREATE TABLE "set_aside_drafts" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3),
    "set_aside_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "set_aside_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "set_aside_drafts_stage_id_idx" ON "set_aside_drafts"("stage_id");

-- AddForeignKey
ALTER TABLE "set_aside_drafts" ADD CONSTRAINT "set_aside_drafts_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only what stands as the stage's draft is set aside, and only while the stage is being written.
CREATE FUNCTION "check_set_aside_draft"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "stages" s
    WHERE s."id" = NEW."stage_id" AND s."state" IN ('OPEN', 'RETURNED') AND s."draft" = NEW."document"
  ) THEN
    RAISE EXCEPTION 'only the draft of a stage that is being written is set aside' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "set_aside_drafts_of_stage" BEFORE INSERT ON "set_aside_drafts"
  FOR EACH ROW EXECUTE FUNCTION "check_set_aside_draft"();
CREATE TRIGGER "set_aside_drafts_running_cohort" BEFORE INSERT ON "set_aside_drafts"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_of_remark"();
