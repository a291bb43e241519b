-- Why: an answer stands below what it answers, and what is settled is told from what is open. And what is said
-- again and again is kept once, by a reviewer for themselves or by a cohort for all who review in it.
ALTER TABLE "comments" ADD COLUMN "thread_id" UUID;
CREATE INDEX "comments_thread_id_idx" ON "comments" ("thread_id");
ALTER TABLE "comments"
  ADD CONSTRAINT "comments_thread_id_fkey" FOREIGN KEY ("thread_id")
    REFERENCES "comments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "thread_resolutions" (
  "comment_id" UUID NOT NULL,
  "resolved_by_id" UUID NOT NULL,
  "resolved_by_name" TEXT NOT NULL,
  "resolved_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "thread_resolutions_pkey" PRIMARY KEY ("comment_id")
);
ALTER TABLE "thread_resolutions"
  ADD CONSTRAINT "thread_resolutions_comment_id_fkey" FOREIGN KEY ("comment_id")
    REFERENCES "comments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Threads are one level deep, within one stage, and settled at their beginning.
CREATE FUNCTION "check_comment_thread"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."thread_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "comments" c
    WHERE c."id" = NEW."thread_id" AND c."stage_id" = NEW."stage_id" AND c."thread_id" IS NULL
  ) THEN
    RAISE EXCEPTION 'an answer belongs to the beginning of a thread of its stage' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "comments_of_threads" BEFORE INSERT ON "comments"
  FOR EACH ROW EXECUTE FUNCTION "check_comment_thread"();

CREATE FUNCTION "check_thread_resolution"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "comments" c WHERE c."id" = NEW."comment_id" AND c."thread_id" IS NULL
  ) THEN
    RAISE EXCEPTION 'a thread is settled at its beginning' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "thread_resolutions_of_threads" BEFORE INSERT ON "thread_resolutions"
  FOR EACH ROW EXECUTE FUNCTION "check_thread_resolution"();

CREATE TABLE "canned_comments" (
  "id" UUID NOT NULL,
  "author_id" UUID NOT NULL,
  "cohort_id" UUID,
  "body" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "canned_comments_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "canned_comments_author_id_idx" ON "canned_comments" ("author_id");
CREATE INDEX "canned_comments_cohort_id_created_at_idx" ON "canned_comments" ("cohort_id", "created_at");
ALTER TABLE "canned_comments"
  ADD CONSTRAINT "canned_comments_author_id_fkey" FOREIGN KEY ("author_id")
    REFERENCES "people" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "canned_comments_cohort_id_fkey" FOREIGN KEY ("cohort_id")
    REFERENCES "cohorts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "canned_comments_body" CHECK (char_length("body") BETWEEN 1 AND 2000);
