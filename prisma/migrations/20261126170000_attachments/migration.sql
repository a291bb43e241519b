-- Why: a decree, a slide deck or a report belongs to the entry of the catalogue that it tells of. Its row
-- names the bytes before they come, as documents of work do; what arrived is kept once, by its hash.

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "center_id" UUID NOT NULL,
    "innovation_id" UUID,
    "host_region_id" UUID,
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "dated_on" DATE NOT NULL,
    "hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "file_hash" TEXT,
    "arrived_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachments_file_hash_idx" ON "attachments"("file_hash");

-- CreateIndex
CREATE UNIQUE INDEX "attachments_innovation_id_hash_key" ON "attachments"("innovation_id", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "attachments_host_region_id_hash_key" ON "attachments"("host_region_id", "hash");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_host_region_id_fkey" FOREIGN KEY ("host_region_id") REFERENCES "host_regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_hash_fkey" FOREIGN KEY ("file_hash") REFERENCES "stored_files"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "attachments"
  ADD CONSTRAINT "attachments_one_entry" CHECK (num_nonnulls("innovation_id", "host_region_id") = 1),
  ADD CONSTRAINT "attachments_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "attachments_size" CHECK ("size" BETWEEN 1 AND 5242880),
  ADD CONSTRAINT "attachments_bounds" CHECK (char_length("title") BETWEEN 1 AND 200
    AND char_length("source") BETWEEN 1 AND 300),
  ADD CONSTRAINT "attachments_arrival" CHECK (("file_hash" IS NULL) = ("arrived_at" IS NULL)
    AND coalesce("file_hash", "hash") = "hash");

-- A centre attaches to its own entries alone: what all share is nobody's to add to.
CREATE FUNCTION "attachment_owner"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE owner uuid;
BEGIN
  IF NEW."innovation_id" IS NOT NULL THEN
    SELECT "center_id" INTO owner FROM "innovations" WHERE "id" = NEW."innovation_id";
  ELSE
    SELECT "center_id" INTO owner FROM "host_regions" WHERE "id" = NEW."host_region_id";
  END IF;
  IF owner IS DISTINCT FROM NEW."center_id" THEN
    RAISE EXCEPTION 'an attachment is of the centre whose entry it hangs on' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "attachments_owner" BEFORE INSERT ON "attachments"
  FOR EACH ROW EXECUTE FUNCTION "attachment_owner"();

-- What was said of it stays said; only its bytes arrive, once.
CREATE FUNCTION "attachment_arrives"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."file_hash" IS NOT NULL
     OR to_jsonb(NEW) - ARRAY['file_hash', 'arrived_at'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['file_hash', 'arrived_at'] THEN
    RAISE EXCEPTION 'an attachment is never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "attachments_arrive" BEFORE UPDATE ON "attachments"
  FOR EACH ROW EXECUTE FUNCTION "attachment_arrives"();
