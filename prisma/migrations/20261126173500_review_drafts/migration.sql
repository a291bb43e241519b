-- Why: what a reviewer has written and not sent lay in one browser alone. It follows the reviewer now, from the
-- laptop to the phone, one for each revision; and it is known which revisions somebody has read.
CREATE TABLE "review_drafts" (
  "person_id" UUID NOT NULL,
  "revision_id" UUID NOT NULL,
  "opened_at" TIMESTAMPTZ(3) NOT NULL,
  "content" JSONB,
  "version" INTEGER NOT NULL DEFAULT 0,
  "saved_at" TIMESTAMPTZ(3),
  CONSTRAINT "review_drafts_pkey" PRIMARY KEY ("person_id", "revision_id")
);
CREATE INDEX "review_drafts_revision_id_idx" ON "review_drafts" ("revision_id");
ALTER TABLE "review_drafts"
  ADD CONSTRAINT "review_drafts_person_id_fkey" FOREIGN KEY ("person_id")
    REFERENCES "people" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "review_drafts_revision_id_fkey" FOREIGN KEY ("revision_id")
    REFERENCES "revisions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "review_drafts_saved" CHECK ("content" IS NULL OR ("saved_at" IS NOT NULL AND "version" > 0));
