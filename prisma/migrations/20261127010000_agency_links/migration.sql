-- Why: an origin agency's contact sees how its own people stand, by a link that ends and can be revoked.
CREATE TABLE "agency_links" (
  "id" UUID NOT NULL,
  "cohort_id" UUID NOT NULL,
  "agency_id" UUID NOT NULL,
  "label" TEXT NOT NULL,
  "shows_grades" BOOLEAN NOT NULL,
  "token_hash" TEXT NOT NULL,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "agency_links_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "agency_links_token_hash_key" ON "agency_links" ("token_hash");
CREATE INDEX "agency_links_cohort_id_created_at_idx" ON "agency_links" ("cohort_id", "created_at");
CREATE INDEX "agency_links_agency_id_idx" ON "agency_links" ("agency_id");
ALTER TABLE "agency_links"
  ADD CONSTRAINT "agency_links_cohort_id_fkey" FOREIGN KEY ("cohort_id")
    REFERENCES "cohorts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "agency_links_agency_id_fkey" FOREIGN KEY ("agency_id")
    REFERENCES "agencies" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  -- It names people: shorter than a host's link, which names nobody.
  ADD CONSTRAINT "agency_links_ends" CHECK (
    "expires_at" > "created_at" AND "expires_at" <= "created_at" + interval '90 days'
  ),
  ADD CONSTRAINT "agency_links_token" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');

-- A link is for an agency that has people in the cohort, made by who organises; it is revoked once and changes
-- in nothing else.
CREATE FUNCTION "check_agency_link"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."revoked_at" IS NOT NULL OR NOT "organizes"(NEW."created_by_id", NEW."cohort_id") OR NOT EXISTS (
      SELECT 1 FROM "enrolments" e
      WHERE e."cohort_id" = NEW."cohort_id" AND e."agency_id" = NEW."agency_id"
        AND e."role" = 'PARTICIPANT' AND e."withdrawn_at" IS NULL) THEN
      RAISE EXCEPTION 'a link is for an agency of the cohort' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF OLD."revoked_at" IS NOT NULL
     OR to_jsonb(NEW) - 'revoked_at' IS DISTINCT FROM to_jsonb(OLD) - 'revoked_at' THEN
    RAISE EXCEPTION 'a link is revoked or stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "agency_links_stay" BEFORE INSERT OR UPDATE ON "agency_links"
  FOR EACH ROW EXECUTE FUNCTION "check_agency_link"();
