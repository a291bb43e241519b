-- Why: people are invited, leave, are replaced, turn out to be one, and read the privacy notice; letters
-- to them are kept track of.

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('INVITATION', 'PASSWORD_RESET', 'STAFF_ADDED');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('WAITING', 'SENT', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "LinkChannel" AS ENUM ('LINK', 'SHEET', 'MAIL');

-- AlterTable
ALTER TABLE "enrolments" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_reason" TEXT;

-- AlterTable
ALTER TABLE "one_time_links" ADD COLUMN     "channel" "LinkChannel" NOT NULL DEFAULT 'LINK',
ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "revoked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "training_centers" ADD COLUMN     "contact_email" TEXT,
ADD COLUMN     "contact_name" TEXT,
ADD COLUMN     "contact_phone" TEXT;

-- CreateTable
CREATE TABLE "access_suspensions" (
    "center_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_suspensions_pkey" PRIMARY KEY ("center_id","person_id")
);

-- CreateTable
CREATE TABLE "mail_messages" (
    "id" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "person_id" UUID NOT NULL,
    "center_id" UUID,
    "link_id" UUID,
    "locale" TEXT NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_accounts" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "external_accounts_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "privacy_acknowledgements" (
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "privacy_acknowledgements_pkey" PRIMARY KEY ("person_id","version")
);

-- CreateIndex
CREATE INDEX "access_suspensions_person_id_idx" ON "access_suspensions"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_messages_link_id_key" ON "mail_messages"("link_id");

-- CreateIndex
CREATE INDEX "mail_messages_center_id_created_at_idx" ON "mail_messages"("center_id", "created_at");

-- CreateIndex
CREATE INDEX "mail_messages_person_id_idx" ON "mail_messages"("person_id");

-- CreateIndex
CREATE INDEX "external_accounts_person_id_idx" ON "external_accounts"("person_id");

-- CreateIndex
CREATE INDEX "people_merged_into_id_idx" ON "people"("merged_into_id");

-- AddForeignKey
ALTER TABLE "access_suspensions" ADD CONSTRAINT "access_suspensions_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_suspensions" ADD CONSTRAINT "access_suspensions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_messages" ADD CONSTRAINT "mail_messages_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_messages" ADD CONSTRAINT "mail_messages_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_messages" ADD CONSTRAINT "mail_messages_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "one_time_links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_accounts" ADD CONSTRAINT "external_accounts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_acknowledgements" ADD CONSTRAINT "privacy_acknowledgements_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An older link used to be closed by calling it used. From here on it is called revoked, and there is
-- one open link of a purpose at most: another would be a second key under the mat.
UPDATE "one_time_links" l SET "revoked_at" = l."used_at", "used_at" = NULL
  WHERE l."used_at" IS NOT NULL AND EXISTS (
    SELECT 1 FROM "one_time_links" n
    WHERE n."person_id" = l."person_id" AND n."purpose" = l."purpose" AND n."created_at" = l."used_at");
UPDATE "one_time_links" l SET "revoked_at" = now()
  WHERE l."used_at" IS NULL AND l."revoked_at" IS NULL AND EXISTS (
    SELECT 1 FROM "one_time_links" n
    WHERE n."person_id" = l."person_id" AND n."purpose" = l."purpose"
      AND (n."created_at", n."id") > (l."created_at", l."id"));
CREATE UNIQUE INDEX "one_time_links_open" ON "one_time_links"
  ("person_id", "purpose", (CASE WHEN "used_at" IS NULL AND "revoked_at" IS NULL THEN true END));
-- Nothing comes back to life: a link that was used or revoked is not opened again.
CREATE FUNCTION "check_one_time_link"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."used_at" IS NOT NULL AND NEW."used_at" IS DISTINCT FROM OLD."used_at")
     OR (OLD."revoked_at" IS NOT NULL AND NEW."revoked_at" IS DISTINCT FROM OLD."revoked_at")
     OR (NEW."used_at" IS NOT NULL AND NEW."revoked_at" IS NOT NULL)
     OR NEW."expires_at" > OLD."expires_at" OR NEW."person_id" <> OLD."person_id" THEN
    RAISE EXCEPTION 'a link that was used or revoked stays so' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "one_time_links_final" BEFORE UPDATE ON "one_time_links"
  FOR EACH ROW EXECUTE FUNCTION "check_one_time_link"();

-- Demo people have read the notice: the demo begins at its work.
INSERT INTO "privacy_acknowledgements" ("person_id", "version", "locale", "acknowledged_at")
  SELECT "id", 1, 'id', "created_at" FROM "people" WHERE "is_demo";
ALTER TABLE "privacy_acknowledgements"
  ADD CONSTRAINT "privacy_acknowledgements_version" CHECK ("version" > 0),
  ADD CONSTRAINT "privacy_acknowledgements_locale" CHECK ("locale" ~ '^[a-z]{2}$');
CREATE TRIGGER "privacy_acknowledgements_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE
  ON "privacy_acknowledgements" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "training_centers"
  ADD CONSTRAINT "training_centers_contact" CHECK (
    char_length("contact_name") BETWEEN 1 AND 160
    AND char_length("contact_email") BETWEEN 3 AND 254
    AND char_length("contact_phone") BETWEEN 1 AND 40);

ALTER TABLE "mail_messages"
  ADD CONSTRAINT "mail_messages_attempts" CHECK ("attempts" >= 0),
  ADD CONSTRAINT "mail_messages_sent" CHECK (("status" = 'SENT') = ("sent_at" IS NOT NULL));

ALTER TABLE "external_accounts"
  ADD CONSTRAINT "external_accounts_bounds" CHECK (
    char_length("issuer") BETWEEN 1 AND 500 AND char_length("subject") BETWEEN 1 AND 255);

-- Leaving has a reason, and only who left has one.
ALTER TABLE "enrolments"
  ADD CONSTRAINT "enrolments_withdrawn" CHECK (
    ("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL)
    AND char_length("withdrawn_reason") BETWEEN 1 AND 500);

-- Who left a cohort hands in nothing more. (The command refuses first; this holds when it does not.)
CREATE FUNCTION "refuse_work_of_withdrawn"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "assignments" a JOIN "enrolments" e ON e."id" = a."enrolment_id"
    WHERE a."id" = NEW."assignment_id" AND e."withdrawn_at" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the participant has left the cohort' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "revisions_not_of_withdrawn" BEFORE INSERT ON "revisions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_work_of_withdrawn"();

-- A merged person is an alias: closed for good, of somebody who is none.
ALTER TABLE "people"
  ADD CONSTRAINT "people_merged" CHECK (
    "merged_into_id" IS NULL OR ("status" = 'DEACTIVATED' AND "merged_into_id" <> "id"));
CREATE FUNCTION "check_alias"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."merged_into_id" IS NOT NULL AND (
    EXISTS (SELECT 1 FROM "people" p WHERE p."id" = NEW."merged_into_id" AND p."merged_into_id" IS NOT NULL)
    OR EXISTS (SELECT 1 FROM "people" p WHERE p."merged_into_id" = NEW."id")
  ) THEN
    RAISE EXCEPTION 'an alias leads to a person, not to another alias' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."merged_into_id" IS NOT NULL AND NEW."merged_into_id" IS NULL THEN
    RAISE EXCEPTION 'an alias stays one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "people_alias" BEFORE INSERT OR UPDATE OF "merged_into_id" ON "people"
  FOR EACH ROW EXECUTE FUNCTION "check_alias"();

-- What is given to an alias goes to the person behind it, whoever looked the alias up by its number.
CREATE FUNCTION "follow_alias"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."person_id" := coalesce(
    (SELECT p."merged_into_id" FROM "people" p WHERE p."id" = NEW."person_id"), NEW."person_id");
  RETURN NEW;
END $$;
CREATE TRIGGER "enrolments_alias" BEFORE INSERT ON "enrolments"
  FOR EACH ROW EXECUTE FUNCTION "follow_alias"();
CREATE TRIGGER "staff_memberships_alias" BEFORE INSERT ON "staff_memberships"
  FOR EACH ROW EXECUTE FUNCTION "follow_alias"();

-- A centre that has an administrator keeps one. The centre's row is locked, so that two who leave at
-- the same moment are judged one after the other.
CREATE FUNCTION "keep_an_administrator"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "training_centers" WHERE "id" = OLD."center_id" FOR UPDATE;
  IF NOT EXISTS (
    SELECT 1 FROM "staff_memberships" m WHERE m."center_id" = OLD."center_id" AND m."role" = 'ADMINISTRATOR'
  ) THEN
    RAISE EXCEPTION 'a centre keeps an administrator' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "staff_memberships_administrator" AFTER UPDATE OR DELETE ON "staff_memberships"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."role" = 'ADMINISTRATOR')
  EXECUTE FUNCTION "keep_an_administrator"();

-- Nobody is given to a facilitator who has left.
CREATE OR REPLACE FUNCTION "check_facilitator_allocation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."facilitator_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "enrolments" e WHERE e."id" = NEW."facilitator_id" AND e."role" = 'FACILITATOR'
      AND (e."withdrawn_at" IS NULL OR TG_OP = 'UPDATE' AND NEW."facilitator_id" = OLD."facilitator_id")
  ) THEN
    RAISE EXCEPTION 'enrolment % is not a facilitator', NEW."facilitator_id" USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW."role" <> OLD."role" OR NEW."cohort_id" <> OLD."cohort_id") THEN
    RAISE EXCEPTION 'role and cohort of an enrolment do not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
