-- Why: a centre may end a stage for good some time after it is due: what arrives later is refused, whatever a
-- phone says of when it was written. Without it a late submission is taken and marked, as before.
ALTER TABLE "stages" ADD COLUMN "hard_close_at" TIMESTAMPTZ(3);
ALTER TABLE "stages"
  ADD CONSTRAINT "stages_hard_close" CHECK ("hard_close_at" IS NULL OR "due_at" <= "hard_close_at");

-- Mirrors the guard NOT_HARD_CLOSED of lib/assignment/workflow.ts: what was sent back may be mended.
CREATE FUNCTION "check_hard_close"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "stages" s
    WHERE s."id" = NEW."stage_id" AND NOT s."returned_before" AND s."hard_close_at" < NEW."submitted_at"
  ) THEN
    RAISE EXCEPTION 'the stage is closed for good' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "revisions_before_hard_close" BEFORE INSERT ON "revisions"
  FOR EACH ROW EXECUTE FUNCTION "check_hard_close"();
