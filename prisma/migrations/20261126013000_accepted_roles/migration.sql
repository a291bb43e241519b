-- Why: a role on a staff is given by an address, and whoever has an account with that address need not
-- be who was meant. It is an offer until it is taken with a link that was made for it.

ALTER TYPE "OneTimeLinkPurpose" ADD VALUE 'ACCEPT_ROLE';

ALTER TABLE "staff_memberships" ADD COLUMN "accepted_at" TIMESTAMPTZ(3);
-- Before this, a role was in force from the beginning.
UPDATE "staff_memberships" SET "accepted_at" = "created_at";

ALTER TABLE "one_time_links" ADD COLUMN "membership_id" UUID;
-- What a letter brought stays on record when the role is taken away; a link without its role gives none.
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_membership_id_fkey"
  FOREIGN KEY ("membership_id") REFERENCES "staff_memberships"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "one_time_links_membership_id_idx" ON "one_time_links"("membership_id");

-- A centre that has an administrator keeps one. Who was only offered the role administers nothing, and
-- is none to be kept.
CREATE OR REPLACE FUNCTION "keep_an_administrator"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "training_centers" WHERE "id" = OLD."center_id" FOR UPDATE;
  IF NOT EXISTS (
    SELECT 1 FROM "staff_memberships" m WHERE m."center_id" = OLD."center_id"
      AND m."role" = 'ADMINISTRATOR' AND m."accepted_at" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'a centre keeps an administrator' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER "staff_memberships_administrator" ON "staff_memberships";
CREATE CONSTRAINT TRIGGER "staff_memberships_administrator" AFTER UPDATE OR DELETE ON "staff_memberships"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD."role" = 'ADMINISTRATOR' AND OLD."accepted_at" IS NOT NULL)
  EXECUTE FUNCTION "keep_an_administrator"();
