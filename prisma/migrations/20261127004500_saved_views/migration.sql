-- Why: what somebody filters by again and again is kept under a name, for oneself or for all who work at the centre.
CREATE TYPE "SavedViewPage" AS ENUM ('BOARD', 'WORK', 'ANALYSIS', 'OBSTACLES', 'FINDINGS', 'FAIRNESS');

CREATE TABLE "saved_views" (
  "id" UUID NOT NULL,
  "center_id" UUID NOT NULL,
  "owner_id" UUID NOT NULL,
  "page" "SavedViewPage" NOT NULL,
  "name" TEXT NOT NULL,
  "query" TEXT NOT NULL,
  "shared" BOOLEAN NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "saved_views_center_id_shared_idx" ON "saved_views" ("center_id", "shared");
CREATE INDEX "saved_views_owner_id_center_id_idx" ON "saved_views" ("owner_id", "center_id");
ALTER TABLE "saved_views"
  ADD CONSTRAINT "saved_views_center_id_fkey" FOREIGN KEY ("center_id")
    REFERENCES "training_centers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "saved_views_owner_id_fkey" FOREIGN KEY ("owner_id")
    REFERENCES "people" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "saved_views_name" CHECK (char_length("name") BETWEEN 1 AND 60),
  -- The filters of a page's address, and nothing that could lead to another page.
  ADD CONSTRAINT "saved_views_query" CHECK (
    char_length("query") BETWEEN 1 AND 2000 AND "query" ~ '^[A-Za-z0-9._~*+%&=-]+$'
  );

-- A view belongs to somebody who is staff of its centre, who keeps so many and shares where the role allows it.
CREATE FUNCTION "check_saved_view"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner_role "StaffRole";
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW."id", NEW."center_id", NEW."owner_id", NEW."page", NEW."query", NEW."created_at") IS DISTINCT FROM
       (OLD."id", OLD."center_id", OLD."owner_id", OLD."page", OLD."query", OLD."created_at")
       OR NEW."version" <> OLD."version" + 1 THEN
      RAISE EXCEPTION 'a saved view changes its name and who sees it' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD."shared" OR NOT NEW."shared" THEN
      RETURN NEW;
    END IF;
  END IF;
  -- Locked, so that two views at the same moment are counted one after the other.
  SELECT m."role" INTO owner_role FROM "staff_memberships" m
    WHERE m."center_id" = NEW."center_id" AND m."person_id" = NEW."owner_id" AND m."accepted_at" IS NOT NULL
    FOR NO KEY UPDATE;
  IF owner_role IS NULL THEN
    RAISE EXCEPTION 'a saved view belongs to staff of its centre' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."shared" AND owner_role = 'VIEWER' THEN
    RAISE EXCEPTION 'who only looks shares no views' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' AND 40 <= (
    SELECT count(*) FROM "saved_views" v
    WHERE v."owner_id" = NEW."owner_id" AND v."center_id" = NEW."center_id") THEN
    RAISE EXCEPTION 'somebody keeps at most 40 views' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "saved_views_of_staff" BEFORE INSERT OR UPDATE ON "saved_views"
  FOR EACH ROW EXECUTE FUNCTION "check_saved_view"();
