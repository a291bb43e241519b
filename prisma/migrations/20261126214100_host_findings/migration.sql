-- Why: the host region that was visited hears back. Staff choose findings from approved work, put them into words
-- that name nobody, and release them; the host reads them by a link that ends, and answers each.
CREATE TYPE "FindingKind" AS ENUM ('STRENGTH', 'OBSTACLE', 'SOLUTION', 'ADOPTION');
CREATE TYPE "HostAnswer" AS ENUM ('ACCEPTED', 'IN_PROGRESS', 'DONE', 'NOT_RELEVANT');
ALTER TYPE "NotificationKind" ADD VALUE 'HOST_ANSWERED';

CREATE TABLE "findings" (
  "id" UUID NOT NULL,
  "cohort_id" UUID NOT NULL,
  "innovation_id" UUID NOT NULL,
  "kind" "FindingKind" NOT NULL,
  "text" TEXT NOT NULL,
  "agency_id" UUID,
  "word_reason" TEXT,
  "word_by_id" UUID,
  "word_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "removed_at" TIMESTAMPTZ(3),
  CONSTRAINT "findings_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "findings_cohort_id_innovation_id_kind_idx" ON "findings" ("cohort_id", "innovation_id", "kind");
CREATE INDEX "findings_innovation_id_idx" ON "findings" ("innovation_id");
CREATE INDEX "findings_agency_id_idx" ON "findings" ("agency_id");
ALTER TABLE "findings"
  ADD CONSTRAINT "findings_cohort_id_fkey" FOREIGN KEY ("cohort_id")
    REFERENCES "cohorts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "findings_innovation_id_fkey" FOREIGN KEY ("innovation_id")
    REFERENCES "innovations" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "findings_agency_id_fkey" FOREIGN KEY ("agency_id")
    REFERENCES "agencies" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "findings_agency" CHECK (("kind" = 'ADOPTION') = ("agency_id" IS NOT NULL)),
  ADD CONSTRAINT "findings_text" CHECK (length(btrim("text")) BETWEEN 2 AND 1000),
  ADD CONSTRAINT "findings_word" CHECK (
    num_nulls("word_reason", "word_by_id", "word_at") IN (0, 3)
    AND ("word_reason" IS NULL OR length(btrim("word_reason")) >= 5)
  );

CREATE TABLE "finding_sources" (
  "finding_id" UUID NOT NULL,
  "revision_id" UUID NOT NULL,
  "item_id" UUID NOT NULL,
  CONSTRAINT "finding_sources_pkey" PRIMARY KEY ("finding_id", "revision_id", "item_id")
);
CREATE INDEX "finding_sources_revision_id_item_id_idx" ON "finding_sources" ("revision_id", "item_id");
ALTER TABLE "finding_sources"
  ADD CONSTRAINT "finding_sources_finding_id_fkey" FOREIGN KEY ("finding_id")
    REFERENCES "findings" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "finding_sources_revision_id_fkey" FOREIGN KEY ("revision_id")
    REFERENCES "revisions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "finding_releases" (
  "id" UUID NOT NULL,
  "cohort_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "findings" INTEGER NOT NULL,
  "released_by_id" UUID NOT NULL,
  "releaser_name" TEXT NOT NULL,
  "released_at" TIMESTAMPTZ(3) NOT NULL,
  "withdrawn_by_id" UUID,
  "withdrawn_at" TIMESTAMPTZ(3),
  CONSTRAINT "finding_releases_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "finding_releases_cohort_id_number_key" ON "finding_releases" ("cohort_id", "number");
ALTER TABLE "finding_releases"
  ADD CONSTRAINT "finding_releases_cohort_id_fkey" FOREIGN KEY ("cohort_id")
    REFERENCES "cohorts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "finding_releases_findings" CHECK ("findings" >= 1 AND "number" >= 1),
  ADD CONSTRAINT "finding_releases_withdrawn" CHECK (num_nulls("withdrawn_by_id", "withdrawn_at") IN (0, 2));

CREATE TABLE "released_findings" (
  "release_id" UUID NOT NULL,
  "finding_id" UUID NOT NULL,
  "innovation_id" UUID NOT NULL,
  "kind" "FindingKind" NOT NULL,
  "text" TEXT NOT NULL,
  "sources" INTEGER NOT NULL,
  "word_reason" TEXT,
  "word_by_id" UUID,
  "sort_order" INTEGER NOT NULL,
  CONSTRAINT "released_findings_pkey" PRIMARY KEY ("release_id", "finding_id")
);
CREATE INDEX "released_findings_finding_id_idx" ON "released_findings" ("finding_id");
CREATE INDEX "released_findings_innovation_id_idx" ON "released_findings" ("innovation_id");
ALTER TABLE "released_findings"
  ADD CONSTRAINT "released_findings_release_id_fkey" FOREIGN KEY ("release_id")
    REFERENCES "finding_releases" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "released_findings_finding_id_fkey" FOREIGN KEY ("finding_id")
    REFERENCES "findings" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "released_findings_innovation_id_fkey" FOREIGN KEY ("innovation_id")
    REFERENCES "innovations" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  -- What comes from one participant alone points at them: it takes the organiser's word.
  ADD CONSTRAINT "released_findings_two_sources" CHECK (
    "sources" >= 2 OR ("sources" = 1 AND "word_reason" IS NOT NULL AND "word_by_id" IS NOT NULL)
  );

CREATE TABLE "host_links" (
  "id" UUID NOT NULL,
  "cohort_id" UUID NOT NULL,
  "host_region_id" UUID NOT NULL,
  "label" TEXT NOT NULL,
  "token_hash" TEXT NOT NULL,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "host_links_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "host_links_token_hash_key" ON "host_links" ("token_hash");
CREATE INDEX "host_links_cohort_id_created_at_idx" ON "host_links" ("cohort_id", "created_at");
CREATE INDEX "host_links_host_region_id_idx" ON "host_links" ("host_region_id");
ALTER TABLE "host_links"
  ADD CONSTRAINT "host_links_cohort_id_fkey" FOREIGN KEY ("cohort_id")
    REFERENCES "cohorts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "host_links_host_region_id_fkey" FOREIGN KEY ("host_region_id")
    REFERENCES "host_regions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "host_links_ends" CHECK (
    "expires_at" > "created_at" AND "expires_at" <= "created_at" + interval '366 days'
  ),
  ADD CONSTRAINT "host_links_token" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');

CREATE TABLE "host_responses" (
  "id" UUID NOT NULL,
  "link_id" UUID NOT NULL,
  "finding_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "answer" "HostAnswer" NOT NULL,
  "note" TEXT NOT NULL,
  "answered_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "host_responses_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "host_responses_link_id_finding_id_version_key"
  ON "host_responses" ("link_id", "finding_id", "version");
CREATE INDEX "host_responses_finding_id_idx" ON "host_responses" ("finding_id");
ALTER TABLE "host_responses"
  ADD CONSTRAINT "host_responses_link_id_fkey" FOREIGN KEY ("link_id")
    REFERENCES "host_links" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "host_responses_finding_id_fkey" FOREIGN KEY ("finding_id")
    REFERENCES "findings" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "host_responses_note" CHECK (char_length("note") <= 800);

-- From how many people a finding comes, as their work stands: approved, not called off, of somebody who is still there.
CREATE FUNCTION "finding_source_count"("one" uuid) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT count(DISTINCT "person_behind"(e."person_id"))::int
  FROM "finding_sources" x
  JOIN "stages" s ON s."latest_revision_id" = x."revision_id" AND s."state" = 'APPROVED'
  JOIN "assignments" a ON a."id" = s."assignment_id" AND a."cancelled_at" IS NULL
  JOIN "enrolments" e ON e."id" = a."enrolment_id" AND e."withdrawn_at" IS NULL
  WHERE x."finding_id" = "one"
$$;

CREATE FUNCTION "organizes"("who" uuid, "cohort" uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "cohorts" c JOIN "staff_memberships" m ON m."center_id" = c."center_id"
    WHERE c."id" = "cohort" AND m."person_id" = "who"
      AND m."role" IN ('ADMINISTRATOR', 'ORGANIZER') AND m."accepted_at" IS NOT NULL)
$$;

-- A finding keeps what it is about, and the word for it is an organiser's own.
CREATE FUNCTION "check_finding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND
     (NEW."id", NEW."cohort_id", NEW."innovation_id", NEW."kind", NEW."created_at") IS DISTINCT FROM
     (OLD."id", OLD."cohort_id", OLD."innovation_id", OLD."kind", OLD."created_at") THEN
    RAISE EXCEPTION 'a finding stays what it is about' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."word_by_id" IS NOT NULL
     AND (TG_OP = 'INSERT' OR NEW."word_by_id" IS DISTINCT FROM OLD."word_by_id"
          OR NEW."word_reason" IS DISTINCT FROM OLD."word_reason")
     AND NOT "organizes"(NEW."word_by_id", NEW."cohort_id") THEN
    RAISE EXCEPTION 'an organiser of the centre gives the word' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "findings_stay" BEFORE INSERT OR UPDATE ON "findings"
  FOR EACH ROW EXECUTE FUNCTION "check_finding"();

-- A source is an item of the finding's own kind, of the same cohort and innovation.
CREATE FUNCTION "check_finding_source"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "findings" f
    JOIN "revisions" r ON r."id" = NEW."revision_id"
    JOIN "assignments" a ON a."id" = r."assignment_id"
      AND a."cohort_id" = f."cohort_id" AND a."innovation_id" = f."innovation_id"
    JOIN "enrolments" e ON e."id" = a."enrolment_id"
    WHERE f."id" = NEW."finding_id" AND CASE f."kind"
      WHEN 'STRENGTH' THEN EXISTS (SELECT 1 FROM "strengths" i
        WHERE i."revision_id" = r."id" AND i."item_id" = NEW."item_id")
      WHEN 'OBSTACLE' THEN EXISTS (SELECT 1 FROM "obstacles" i
        WHERE i."revision_id" = r."id" AND i."item_id" = NEW."item_id")
      WHEN 'SOLUTION' THEN EXISTS (SELECT 1 FROM "solutions" i
        WHERE i."revision_id" = r."id" AND i."item_id" = NEW."item_id")
      WHEN 'ADOPTION' THEN r."kind" = 'PLAN' AND r."id" = NEW."item_id" AND e."agency_id" = f."agency_id"
    END
  ) THEN
    RAISE EXCEPTION 'this is no source of the finding' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "finding_sources_fit" BEFORE INSERT ON "finding_sources"
  FOR EACH ROW EXECUTE FUNCTION "check_finding_source"();

-- A release is made by who organises, numbered on, and changes in nothing but that it is withdrawn, once.
CREATE FUNCTION "check_finding_release"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT "organizes"(NEW."released_by_id", NEW."cohort_id") THEN
      RAISE EXCEPTION 'an organiser of the centre releases' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."withdrawn_at" IS NOT NULL OR NEW."number" <> 1 + (
      SELECT coalesce(max(r."number"), 0) FROM "finding_releases" r WHERE r."cohort_id" = NEW."cohort_id") THEN
      RAISE EXCEPTION 'a release is the next one' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF OLD."withdrawn_at" IS NOT NULL
     OR to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_by_id']
        IS DISTINCT FROM to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_by_id']
     OR NOT "organizes"(NEW."withdrawn_by_id", NEW."cohort_id") THEN
    RAISE EXCEPTION 'what was released is withdrawn or stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "finding_releases_stay" BEFORE INSERT OR UPDATE ON "finding_releases"
  FOR EACH ROW EXECUTE FUNCTION "check_finding_release"();

-- What goes into a release is a finding as it stands, with the sources that it has.
CREATE FUNCTION "check_released_finding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "findings" f JOIN "finding_releases" r ON r."id" = NEW."release_id"
    WHERE f."id" = NEW."finding_id" AND f."cohort_id" = r."cohort_id" AND f."removed_at" IS NULL
      AND r."withdrawn_at" IS NULL
      AND f."innovation_id" = NEW."innovation_id" AND f."kind" = NEW."kind" AND f."text" = NEW."text"
      AND f."word_reason" IS NOT DISTINCT FROM NEW."word_reason"
      AND f."word_by_id" IS NOT DISTINCT FROM NEW."word_by_id"
      AND "finding_source_count"(f."id") = NEW."sources"
  ) THEN
    RAISE EXCEPTION 'a finding is released as it stands' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "released_findings_as_they_stand" BEFORE INSERT ON "released_findings"
  FOR EACH ROW EXECUTE FUNCTION "check_released_finding"();

-- All of a release is written with it: what is added later would be told under an older date.
CREATE FUNCTION "check_release_complete"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  release uuid := CASE TG_TABLE_NAME WHEN 'finding_releases' THEN (to_jsonb(NEW) ->> 'id')::uuid
                  ELSE (to_jsonb(NEW) ->> 'release_id')::uuid END;
BEGIN
  IF (SELECT r."findings" FROM "finding_releases" r WHERE r."id" = release)
     <> (SELECT count(*) FROM "released_findings" f WHERE f."release_id" = release) THEN
    RAISE EXCEPTION 'a release is made in one piece' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "finding_releases_complete" AFTER INSERT ON "finding_releases"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_release_complete"();
CREATE CONSTRAINT TRIGGER "released_findings_complete" AFTER INSERT ON "released_findings"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_release_complete"();

-- A link is for a region that the cohort visits, made by who organises; it is revoked once and changes in nothing else.
CREATE FUNCTION "check_host_link"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT "organizes"(NEW."created_by_id", NEW."cohort_id") OR NOT EXISTS (
      SELECT 1 FROM "visits" v
      WHERE v."cohort_id" = NEW."cohort_id" AND v."host_region_id" = NEW."host_region_id") THEN
      RAISE EXCEPTION 'a link is for a host of the cohort' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF OLD."revoked_at" IS NOT NULL
     OR to_jsonb(NEW) - 'revoked_at' IS DISTINCT FROM to_jsonb(OLD) - 'revoked_at' THEN
    RAISE EXCEPTION 'a link is revoked or stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "host_links_stay" BEFORE INSERT OR UPDATE ON "host_links"
  FOR EACH ROW EXECUTE FUNCTION "check_host_link"();

-- The host answers by a link that works what was told to it and was not withdrawn.
CREATE FUNCTION "check_host_response"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  earlier record;
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "host_links" l
    JOIN "finding_releases" r ON r."cohort_id" = l."cohort_id" AND r."withdrawn_at" IS NULL
    JOIN "released_findings" f ON f."release_id" = r."id" AND f."finding_id" = NEW."finding_id"
    JOIN "innovations" i ON i."id" = f."innovation_id" AND i."host_region_id" = l."host_region_id"
    WHERE l."id" = NEW."link_id" AND l."revoked_at" IS NULL
      AND NEW."answered_at" >= l."created_at" AND NEW."answered_at" < l."expires_at"
      AND r."number" = (SELECT max(o."number") FROM "finding_releases" o WHERE o."cohort_id" = r."cohort_id")
  ) THEN
    RAISE EXCEPTION 'an answer comes by a link that works, to what was released' USING ERRCODE = 'check_violation';
  END IF;
  SELECT max(o."version") AS "version", max(o."answered_at") AS "at" INTO earlier
    FROM "host_responses" o WHERE o."link_id" = NEW."link_id" AND o."finding_id" = NEW."finding_id";
  IF NEW."version" <> 1 + coalesce(earlier."version", 0) OR NEW."answered_at" < earlier."at" THEN
    RAISE EXCEPTION 'an answer is the next one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "host_responses_under_a_live_link" BEFORE INSERT ON "host_responses"
  FOR EACH ROW EXECUTE FUNCTION "check_host_response"();

-- Staff are told of answers, which belong to no stage.
ALTER TABLE "notifications" ALTER COLUMN "stage_id" DROP NOT NULL;
ALTER TABLE "notifications" ADD COLUMN "host_link_id" UUID;
CREATE INDEX "notifications_host_link_id_idx" ON "notifications" ("host_link_id");
ALTER TABLE "notifications"
  ADD CONSTRAINT "notifications_host_link_id_fkey" FOREIGN KEY ("host_link_id")
    REFERENCES "host_links" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "notifications_subject" CHECK (
    ("stage_id" IS NULL) = ("kind"::text = 'HOST_ANSWERED')
    AND ("host_link_id" IS NOT NULL) = ("kind"::text = 'HOST_ANSWERED')
  );
CREATE OR REPLACE FUNCTION "check_notification"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."person_id", NEW."kind", NEW."stage_id", NEW."host_link_id", NEW."occasion", NEW."created_at")
     IS DISTINCT FROM
     (OLD."id", OLD."person_id", OLD."kind", OLD."stage_id", OLD."host_link_id", OLD."occasion", OLD."created_at")
     OR (OLD."read_at" IS NOT NULL AND NEW."read_at" IS DISTINCT FROM OLD."read_at")
     OR (OLD."mail_id" IS NOT NULL AND NEW."mail_id" IS DISTINCT FROM OLD."mail_id") THEN
    RAISE EXCEPTION 'what was told does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
