-- Why: a file that nothing names any more goes after a while. Since when that is so stands on its row: the
-- daily job writes it down, and takes it back where a document names the file again.

-- AlterTable
ALTER TABLE "evidence_files" ADD COLUMN     "unnamed_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "stored_files" ADD COLUMN     "unnamed_since" TIMESTAMPTZ(3);

-- Nothing else of them is ever changed.
CREATE FUNCTION "file_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'unnamed_since' IS DISTINCT FROM to_jsonb(OLD) - 'unnamed_since' THEN
    RAISE EXCEPTION 'files are what their hash says' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_files_stay" BEFORE UPDATE ON "evidence_files"
  FOR EACH ROW EXECUTE FUNCTION "file_stays"();
CREATE TRIGGER "stored_files_stay" BEFORE UPDATE ON "stored_files"
  FOR EACH ROW EXECUTE FUNCTION "file_stays"();
