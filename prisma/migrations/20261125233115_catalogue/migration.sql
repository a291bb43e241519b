-- The catalogue becomes the training centres' to write: profiles in full, a version on whatever is
-- edited, retirement instead of deletion, and a centre's own entries beside what all share.

-- CreateEnum
CREATE TYPE "InnovationInitiator" AS ENUM ('REGIONAL_HEAD', 'COUNCIL_MEMBER', 'REGIONAL_AGENCY', 'CIVIL_SERVANT', 'COMMUNITY');

-- CreateEnum
CREATE TYPE "Affair" AS ENUM ('EDUCATION', 'HEALTH', 'PUBLIC_WORKS', 'HOUSING', 'PUBLIC_ORDER', 'SOCIAL', 'OTHER_MANDATORY', 'ELECTIVE', 'SUPPORTING', 'CENTRAL');

-- CreateEnum
CREATE TYPE "InnovationFacet" AS ENUM ('ENHANCEMENT', 'MISSION', 'ADAPTIVE', 'ANTICIPATORY');

-- DropIndex
DROP INDEX "awards_host_region_id_name_level_year_key";

-- DropIndex
DROP INDEX "host_units_host_region_id_name_key";

-- DropIndex
DROP INDEX "innovations_host_region_id_code_key";

-- AlterTable
ALTER TABLE "agencies" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "awards" ADD COLUMN     "center_id" UUID,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "host_regions" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "host_units" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "center_id" UUID,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "innovation_facts" ADD COLUMN     "center_id" UUID,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "innovations" ADD COLUMN     "affair" "Affair",
ADD COLUMN     "affair_note" TEXT,
ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "benefit" TEXT,
ADD COLUMN     "core_change" TEXT,
ADD COLUMN     "design" TEXT,
ADD COLUMN     "facet" "InnovationFacet",
ADD COLUMN     "initiator" "InnovationInitiator",
ADD COLUMN     "purpose" TEXT,
ADD COLUMN     "result" TEXT,
ADD COLUMN     "source" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "innovation_links" (
    "id" UUID NOT NULL,
    "innovation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "innovation_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_entries" (
    "id" UUID NOT NULL,
    "values" JSONB NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reference_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "innovation_links_innovation_id_url_key" ON "innovation_links"("innovation_id", "url");

-- CreateIndex
CREATE INDEX "awards_host_region_id_idx" ON "awards"("host_region_id");

-- CreateIndex
CREATE INDEX "innovations_host_region_id_sort_order_code_idx" ON "innovations"("host_region_id", "sort_order", "code");

-- AddForeignKey
ALTER TABLE "host_units" ADD CONSTRAINT "host_units_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_facts" ADD CONSTRAINT "innovation_facts_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_links" ADD CONSTRAINT "innovation_links_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whose an entry is ------------------------------------------------------------------------------

-- What stood in a centre's region had no centre of its own.
UPDATE "host_units" u SET "center_id" = r."center_id" FROM "host_regions" r WHERE r."id" = u."host_region_id";
UPDATE "innovations" i SET "center_id" = r."center_id" FROM "host_regions" r
  WHERE r."id" = i."host_region_id" AND i."center_id" IS NULL;
UPDATE "innovation_facts" f SET "center_id" = i."center_id" FROM "innovations" i WHERE i."id" = f."innovation_id";
UPDATE "awards" a SET "center_id" = r."center_id" FROM "host_regions" r WHERE r."id" = a."host_region_id";

-- An entry belongs to nobody (shared) or to one centre, for good; and hangs on what is shared or of
-- the same centre. What is hung on a centre's own is that centre's, whether it says so or not.
CREATE FUNCTION catalogue_owner_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."center_id" IS DISTINCT FROM OLD."center_id" THEN
    RAISE EXCEPTION '% never change hands', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION catalogue_hangs_on(own uuid, parent uuid, what text) RETURNS uuid LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF parent IS NOT NULL AND own IS NOT NULL AND parent <> own THEN
    RAISE EXCEPTION '% hangs on what is another centre''s', what USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(own, parent);
END $$;

CREATE FUNCTION host_unit_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."center_id" := catalogue_hangs_on(NEW."center_id",
    (SELECT "center_id" FROM "host_regions" WHERE "id" = NEW."host_region_id"), 'a unit');
  RETURN NEW;
END $$;

CREATE FUNCTION innovation_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."center_id" := catalogue_hangs_on(NEW."center_id",
    (SELECT "center_id" FROM "host_regions" WHERE "id" = NEW."host_region_id"), 'an innovation');
  NEW."center_id" := catalogue_hangs_on(NEW."center_id",
    (SELECT "center_id" FROM "host_units" WHERE "id" = NEW."host_unit_id"), 'an innovation');
  RETURN NEW;
END $$;

CREATE FUNCTION innovation_fact_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."center_id" := catalogue_hangs_on(NEW."center_id",
    (SELECT "center_id" FROM "innovations" WHERE "id" = NEW."innovation_id"), 'a fact');
  RETURN NEW;
END $$;

CREATE FUNCTION award_owner() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE innovation "innovations";
BEGIN
  NEW."center_id" := catalogue_hangs_on(NEW."center_id",
    (SELECT "center_id" FROM "host_regions" WHERE "id" = NEW."host_region_id"), 'an award');
  IF NEW."innovation_id" IS NOT NULL THEN
    SELECT * INTO innovation FROM "innovations" WHERE "id" = NEW."innovation_id";
    IF innovation."host_region_id" <> NEW."host_region_id" THEN
      RAISE EXCEPTION 'an award honours an innovation of its own region' USING ERRCODE = 'check_violation';
    END IF;
    NEW."center_id" := catalogue_hangs_on(NEW."center_id", innovation."center_id", 'an award');
  END IF;
  RETURN NEW;
END $$;

-- Named so that the owner is found before it is compared: triggers fire in the order of their names.
CREATE TRIGGER "a_owner" BEFORE INSERT OR UPDATE ON "host_units" FOR EACH ROW EXECUTE FUNCTION host_unit_owner();
CREATE TRIGGER "a_owner" BEFORE INSERT OR UPDATE ON "innovations" FOR EACH ROW EXECUTE FUNCTION innovation_owner();
CREATE TRIGGER "a_owner" BEFORE INSERT OR UPDATE ON "innovation_facts" FOR EACH ROW EXECUTE FUNCTION innovation_fact_owner();
CREATE TRIGGER "a_owner" BEFORE INSERT OR UPDATE ON "awards" FOR EACH ROW EXECUTE FUNCTION award_owner();
CREATE TRIGGER "b_owner_stays" BEFORE UPDATE ON "agencies" FOR EACH ROW EXECUTE FUNCTION catalogue_owner_stays();
CREATE TRIGGER "b_owner_stays" BEFORE UPDATE ON "host_regions" FOR EACH ROW EXECUTE FUNCTION catalogue_owner_stays();
CREATE TRIGGER "b_owner_stays" BEFORE UPDATE ON "host_units" FOR EACH ROW EXECUTE FUNCTION catalogue_owner_stays();
CREATE TRIGGER "b_owner_stays" BEFORE UPDATE ON "innovations" FOR EACH ROW EXECUTE FUNCTION catalogue_owner_stays();
CREATE TRIGGER "b_owner_stays" BEFORE UPDATE ON "innovation_facts" FOR EACH ROW EXECUTE FUNCTION catalogue_owner_stays();
CREATE TRIGGER "b_owner_stays" BEFORE UPDATE ON "awards" FOR EACH ROW EXECUTE FUNCTION catalogue_owner_stays();

-- Twins ------------------------------------------------------------------------------------------

-- Within a scope a name stands once, however it is capitalised. Two centres may each have their own
-- entry of one name in a shared region, and neither learns of the other's.
DROP INDEX "agencies_scope_name";
DROP INDEX "host_regions_scope_name";
CREATE UNIQUE INDEX "agencies_scope_name" ON "agencies" ((coalesce("center_id"::text, '')), lower("name"));
CREATE UNIQUE INDEX "host_regions_scope_name" ON "host_regions" ((coalesce("center_id"::text, '')), lower("name"));
CREATE UNIQUE INDEX "host_regions_scope_code" ON "host_regions" ((coalesce("center_id"::text, '')), "region_code");
CREATE UNIQUE INDEX "host_units_scope_name" ON "host_units" ("host_region_id", (coalesce("center_id"::text, '')), lower("name"));
CREATE UNIQUE INDEX "innovations_scope_code" ON "innovations" ("host_region_id", (coalesce("center_id"::text, '')), lower("code"));
CREATE UNIQUE INDEX "awards_scope_name" ON "awards"
  ("host_region_id", (coalesce("center_id"::text, '')), lower("name"), "level", "year");

-- Bounds -----------------------------------------------------------------------------------------

ALTER TABLE "agencies"
  ADD CONSTRAINT "agencies_bounds" CHECK (char_length("name") BETWEEN 1 AND 200 AND char_length("short_name") BETWEEN 1 AND 60),
  ADD CONSTRAINT "agencies_version" CHECK ("version" >= 1);
ALTER TABLE "host_regions"
  ADD CONSTRAINT "host_regions_bounds" CHECK (char_length("name") BETWEEN 1 AND 200
    AND char_length("short_name") BETWEEN 1 AND 80 AND char_length("capital") BETWEEN 1 AND 80),
  ADD CONSTRAINT "host_regions_code" CHECK ("region_code" ~ '^[0-9]{2}([.][0-9]{2})?$'),
  ADD CONSTRAINT "host_regions_version" CHECK ("version" >= 1);
ALTER TABLE "host_units"
  ADD CONSTRAINT "host_units_bounds" CHECK (char_length("name") BETWEEN 1 AND 200
    AND char_length("short_name") BETWEEN 1 AND 60 AND char_length("later_name") BETWEEN 1 AND 200),
  ADD CONSTRAINT "host_units_version" CHECK ("version" >= 1);
ALTER TABLE "innovations"
  ADD CONSTRAINT "innovations_bounds" CHECK (char_length("code") BETWEEN 1 AND 40
    AND char_length("name") BETWEEN 1 AND 200 AND char_length("summary") BETWEEN 1 AND 2000
    AND char_length("started_on") BETWEEN 1 AND 60 AND char_length("affair_note") BETWEEN 1 AND 120
    AND char_length("design") BETWEEN 1 AND 4000 AND char_length("core_change") BETWEEN 1 AND 4000
    AND char_length("purpose") BETWEEN 1 AND 2000 AND char_length("benefit") BETWEEN 1 AND 2000
    AND char_length("result") BETWEEN 1 AND 2000 AND char_length("source") BETWEEN 1 AND 300),
  ADD CONSTRAINT "innovations_version" CHECK ("version" >= 1);
ALTER TABLE "innovation_facts"
  ADD CONSTRAINT "innovation_facts_bounds" CHECK (char_length("text") BETWEEN 1 AND 1000
    AND char_length("source") BETWEEN 1 AND 300),
  ADD CONSTRAINT "innovation_facts_version" CHECK ("version" >= 1);
ALTER TABLE "innovation_links"
  ADD CONSTRAINT "innovation_links_https" CHECK ("url" ~ '^https://' AND char_length("url") <= 500),
  ADD CONSTRAINT "innovation_links_title" CHECK (char_length("title") BETWEEN 1 AND 120);
ALTER TABLE "awards"
  ADD CONSTRAINT "awards_bounds" CHECK (char_length("name") BETWEEN 1 AND 200
    AND char_length("rank") BETWEEN 1 AND 120 AND char_length("giver") BETWEEN 1 AND 200
    AND char_length("note") BETWEEN 1 AND 600 AND char_length("source") BETWEEN 1 AND 300),
  ADD CONSTRAINT "awards_year" CHECK ("year" BETWEEN 1945 AND 2199),
  ADD CONSTRAINT "awards_version" CHECK ("version" >= 1);
