-- Why: photos and files stand beside the words of an evaluation. Their bytes are kept once, by the hash of
-- what was sent; what is still on its way lies here as well, because the next part may reach another process.

-- CreateEnum
CREATE TYPE "FileKind" AS ENUM ('IMAGE', 'DOCUMENT');

-- CreateTable
CREATE TABLE "stored_files" (
    "hash" TEXT NOT NULL,
    "kind" "FileKind" NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "evidence_files" (
    "assignment_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_files_pkey" PRIMARY KEY ("assignment_id","hash")
);

-- CreateTable
CREATE TABLE "uploads" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "target" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "offset" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_parts" (
    "upload_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "upload_parts_pkey" PRIMARY KEY ("upload_id","start")
);

-- CreateIndex
CREATE INDEX "evidence_files_hash_idx" ON "evidence_files"("hash");

-- CreateIndex
CREATE INDEX "uploads_expires_at_idx" ON "uploads"("expires_at");

-- CreateIndex
CREATE INDEX "uploads_person_id_idx" ON "uploads"("person_id");

-- AddForeignKey
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_hash_fkey" FOREIGN KEY ("hash") REFERENCES "stored_files"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "uploads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hashes are names of files in the storage: anything else could lead out of it.
ALTER TABLE "stored_files"
  ADD CONSTRAINT "stored_files_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "stored_files_size" CHECK ("size" > 0),
  ADD CONSTRAINT "stored_files_shape" CHECK (
    ("kind" = 'IMAGE') = ("width" IS NOT NULL AND "height" IS NOT NULL)
    AND coalesce("width", 1) > 0 AND coalesce("height", 1) > 0
  );
ALTER TABLE "uploads"
  ADD CONSTRAINT "uploads_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "uploads_size" CHECK ("size" BETWEEN 1 AND 5242880),
  ADD CONSTRAINT "uploads_offset" CHECK ("offset" BETWEEN 0 AND "size"),
  ADD CONSTRAINT "uploads_finished" CHECK ("finished_at" IS NULL OR "offset" = "size");
ALTER TABLE "upload_parts"
  ADD CONSTRAINT "upload_parts_start" CHECK ("start" >= 0 AND octet_length("bytes") > 0);

-- A file hangs on work by its author, while the cohort runs.
CREATE FUNCTION "check_evidence_file"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_running_cohort"(NEW."assignment_id");
  IF NOT EXISTS (
    SELECT 1 FROM "assignments" a JOIN "enrolments" e ON e."id" = a."enrolment_id"
     WHERE a."id" = NEW."assignment_id" AND e."person_id" = NEW."uploaded_by_id"
       AND e."withdrawn_at" IS NULL AND a."cancelled_at" IS NULL
  ) THEN
    RAISE EXCEPTION 'evidence is handed in by the author of the work' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_files_of_author" BEFORE INSERT ON "evidence_files"
  FOR EACH ROW EXECUTE FUNCTION "check_evidence_file"();

-- What was handed in with a revision stays with it. Where no document names a file any more, it may go.
CREATE FUNCTION "keep_handed_in_file"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "revisions" r WHERE r."assignment_id" = OLD."assignment_id" AND r."kind" = 'EVALUATE'
       AND r."content" -> 'evidence' @> jsonb_build_array(jsonb_build_object('file', jsonb_build_object('hash', OLD."hash")))
  ) THEN
    RAISE EXCEPTION 'file % belongs to a revision', OLD."hash" USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "evidence_files_kept" BEFORE DELETE ON "evidence_files"
  FOR EACH ROW EXECUTE FUNCTION "keep_handed_in_file"();
