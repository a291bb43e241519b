-- Why: who gets work back ticks off which of the reasons are answered, and the reviewer sees it beside the
-- reason. A tick is no part of the document (it is not hashed and raises no version), so it is a row of its
-- own; with the next decision it is a fact, because that decision was made with it in sight.
CREATE TABLE "reason_answers" (
  "reason_id" UUID NOT NULL,
  "answered_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "reason_answers_pkey" PRIMARY KEY ("reason_id")
);
ALTER TABLE "reason_answers"
  ADD CONSTRAINT "reason_answers_reason_id_fkey" FOREIGN KEY ("reason_id")
    REFERENCES "review_reasons" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Mirrors the row ANSWER_REASON of lib/assignment/workflow.ts.
CREATE FUNCTION "check_reason_answer"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answered uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD."reason_id" ELSE NEW."reason_id" END;
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "review_reasons" r
    JOIN "review_decisions" d ON d."id" = r."decision_id"
    JOIN "stages" s ON s."id" = d."stage_id"
    WHERE r."id" = answered AND s."state" IN ('SUBMITTED', 'RETURNED')
      AND NOT EXISTS (
        SELECT 1 FROM "review_decisions" later
        WHERE later."stage_id" = d."stage_id" AND (later."decided_at", later."id") > (d."decided_at", d."id"))
  ) THEN
    RAISE EXCEPTION 'only the reasons of the last return are answered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "reason_answers_of_last_return" BEFORE INSERT OR UPDATE OR DELETE ON "reason_answers"
  FOR EACH ROW EXECUTE FUNCTION "check_reason_answer"();
