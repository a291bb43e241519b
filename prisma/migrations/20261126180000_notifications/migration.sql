-- Why: people are told of what waits for them, once: participants of stages that are due, past or sent back,
-- reviewers of submissions, the staff of those that wait too long. In Lokus, and by letters.
CREATE TYPE "NotificationKind" AS ENUM (
  'DUE_SOON', 'OVERDUE', 'RETURNED_UNTOUCHED', 'REVIEW_WAITING', 'REVIEW_ESCALATED'
);
CREATE TYPE "MailDelivery" AS ENUM ('DIGEST', 'SINGLE');
ALTER TYPE "MailKind" ADD VALUE 'REMINDER';

CREATE TABLE "notifications" (
  "id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "kind" "NotificationKind" NOT NULL,
  "stage_id" UUID NOT NULL,
  "occasion" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "read_at" TIMESTAMPTZ(3),
  "mail_id" UUID,
  CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);
-- Told once for each occasion, whoever runs how often.
CREATE UNIQUE INDEX "notifications_person_id_kind_stage_id_occasion_key"
  ON "notifications" ("person_id", "kind", "stage_id", "occasion");
CREATE INDEX "notifications_person_id_created_at_id_idx"
  ON "notifications" ("person_id", "created_at" DESC, "id" DESC);
CREATE INDEX "notifications_stage_id_idx" ON "notifications" ("stage_id");
CREATE INDEX "notifications_mail_id_idx" ON "notifications" ("mail_id");
ALTER TABLE "notifications"
  ADD CONSTRAINT "notifications_person_id_fkey" FOREIGN KEY ("person_id")
    REFERENCES "people" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "notifications_stage_id_fkey" FOREIGN KEY ("stage_id")
    REFERENCES "stages" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "notifications_mail_id_fkey" FOREIGN KEY ("mail_id")
    REFERENCES "mail_messages" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was told stays told: it is read, or put into a letter, once.
CREATE FUNCTION "check_notification"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."person_id", NEW."kind", NEW."stage_id", NEW."occasion", NEW."created_at")
     IS DISTINCT FROM
     (OLD."id", OLD."person_id", OLD."kind", OLD."stage_id", OLD."occasion", OLD."created_at")
     OR (OLD."read_at" IS NOT NULL AND NEW."read_at" IS DISTINCT FROM OLD."read_at")
     OR (OLD."mail_id" IS NOT NULL AND NEW."mail_id" IS DISTINCT FROM OLD."mail_id") THEN
    RAISE EXCEPTION 'what was told does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "notifications_stay" BEFORE UPDATE ON "notifications"
  FOR EACH ROW EXECUTE FUNCTION "check_notification"();

CREATE TABLE "mail_preferences" (
  "person_id" UUID NOT NULL,
  "delivery" "MailDelivery" NOT NULL,
  "locale" TEXT NOT NULL,
  CONSTRAINT "mail_preferences_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE "mail_preferences"
  ADD CONSTRAINT "mail_preferences_person_id_fkey" FOREIGN KEY ("person_id")
    REFERENCES "people" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "mail_preferences_locale" CHECK ("locale" IN ('id', 'en'));

-- After how many days the staff are told that a submission still waits; null: they are not.
ALTER TABLE "cohorts" ADD COLUMN "escalate_after_days" INTEGER DEFAULT 3;
ALTER TABLE "cohorts"
  ADD CONSTRAINT "cohorts_escalate_after_days" CHECK ("escalate_after_days" BETWEEN 1 AND 60);
