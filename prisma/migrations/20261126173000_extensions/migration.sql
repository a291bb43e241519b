-- Why: a centre gives more time, to one, a group or all, and says why. What stood before and what stands since is
-- kept: a due date that moved without a word would be disputed by whoever was marked late for it.
CREATE TYPE "ExtensionAudience" AS ENUM ('PARTICIPANT', 'GROUP', 'ALL');

CREATE TABLE "extensions" (
  "id" UUID NOT NULL,
  "cohort_id" UUID NOT NULL,
  "kind" "StageKind" NOT NULL,
  "audience" "ExtensionAudience" NOT NULL,
  "audience_name" TEXT,
  "reason" TEXT NOT NULL,
  "granted_by_id" UUID NOT NULL,
  "granter_name" TEXT NOT NULL,
  "granted_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "extensions_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "extensions_cohort_id_granted_at_id_idx"
  ON "extensions" ("cohort_id", "granted_at" DESC, "id" DESC);
ALTER TABLE "extensions"
  ADD CONSTRAINT "extensions_cohort_id_fkey" FOREIGN KEY ("cohort_id")
    REFERENCES "cohorts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "extensions_reason" CHECK (length(btrim("reason")) >= 5),
  ADD CONSTRAINT "extensions_audience" CHECK (("audience" = 'ALL') = ("audience_name" IS NULL));

CREATE TABLE "extended_stages" (
  "extension_id" UUID NOT NULL,
  "stage_id" UUID NOT NULL,
  "due_from" TIMESTAMPTZ(3) NOT NULL,
  "due_to" TIMESTAMPTZ(3) NOT NULL,
  "close_from" TIMESTAMPTZ(3),
  "close_to" TIMESTAMPTZ(3),
  CONSTRAINT "extended_stages_pkey" PRIMARY KEY ("extension_id", "stage_id")
);
CREATE INDEX "extended_stages_stage_id_idx" ON "extended_stages" ("stage_id");
ALTER TABLE "extended_stages"
  ADD CONSTRAINT "extended_stages_extension_id_fkey" FOREIGN KEY ("extension_id")
    REFERENCES "extensions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "extended_stages_stage_id_fkey" FOREIGN KEY ("stage_id")
    REFERENCES "stages" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  -- More time is never less: neither for the due date, nor until the stage closes for good.
  ADD CONSTRAINT "extended_stages_longer" CHECK (
    "due_from" < "due_to"
    AND ("close_to" IS NULL OR ("close_from" < "close_to" AND "due_to" <= "close_to"))
  );

-- What is written down is what stood, of a stage that is still to be sent, in the extension's own cohort and of
-- somebody else than who grants it.
CREATE FUNCTION "check_extended_stage"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "stages" s
    JOIN "assignments" a ON a."id" = s."assignment_id"
    JOIN "enrolments" e ON e."id" = a."enrolment_id"
    JOIN "extensions" x ON x."id" = NEW."extension_id"
    WHERE s."id" = NEW."stage_id" AND s."kind" >= x."kind" AND a."cohort_id" = x."cohort_id"
      AND e."person_id" <> x."granted_by_id" AND a."cancelled_at" IS NULL
      AND s."state" IN ('LOCKED', 'OPEN', 'RETURNED')
      AND s."due_at" = NEW."due_from" AND s."hard_close_at" IS NOT DISTINCT FROM NEW."close_from"
  ) THEN
    RAISE EXCEPTION 'this stage cannot be extended so' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "extended_stages_as_they_stood" BEFORE INSERT ON "extended_stages"
  FOR EACH ROW EXECUTE FUNCTION "check_extended_stage"();

-- Dates of a stage move by an extension alone.
CREATE FUNCTION "check_stage_dates"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "extended_stages" x
    WHERE x."stage_id" = NEW."id"
      AND x."due_from" = OLD."due_at" AND x."due_to" = NEW."due_at"
      AND x."close_from" IS NOT DISTINCT FROM OLD."hard_close_at"
      AND x."close_to" IS NOT DISTINCT FROM NEW."hard_close_at"
  ) THEN
    RAISE EXCEPTION 'the dates of a stage move by an extension alone' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "stages_dates" AFTER UPDATE OF "due_at", "hard_close_at" ON "stages"
  FOR EACH ROW WHEN (OLD."due_at" <> NEW."due_at" OR OLD."hard_close_at" IS DISTINCT FROM NEW."hard_close_at")
  EXECUTE FUNCTION "check_stage_dates"();
