-- Why: the answer to an upload comes as soon as its bytes are kept; a picture is drawn anew right after. What
-- still waits for that is a row here, so that a crash in between only delays it.

-- CreateEnum
CREATE TYPE "FileState" AS ENUM ('WAITING', 'KEPT', 'UNREADABLE');

-- AlterTable
ALTER TABLE "stored_files" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "state" "FileState" NOT NULL DEFAULT 'KEPT';

-- Those that wait are few among all that were ever drawn, and are looked for every minute.
CREATE INDEX "stored_files_waiting_idx" ON "stored_files" ("stored_at") WHERE "state" = 'WAITING';

-- How large a picture is shown, nobody knows before it is drawn; a document is never drawn.
ALTER TABLE "stored_files"
  DROP CONSTRAINT "stored_files_shape",
  ADD CONSTRAINT "stored_files_shape" CHECK (
    ("kind" = 'IMAGE' AND "state" = 'KEPT') = ("width" IS NOT NULL AND "height" IS NOT NULL)
    AND ("kind" = 'IMAGE' OR "state" = 'KEPT')
    AND coalesce("width", 1) > 0 AND coalesce("height", 1) > 0
  ),
  ADD CONSTRAINT "stored_files_attempts" CHECK ("attempts" >= 0);

-- A picture that waits is drawn, or found to be none, once; nothing else of a file is ever changed.
CREATE FUNCTION "stored_file_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving TEXT[] := CASE WHEN OLD."state" = 'WAITING'
    THEN ARRAY['unnamed_since', 'attempts', 'state', 'size', 'width', 'height']
    ELSE ARRAY['unnamed_since'] END;
BEGIN
  IF to_jsonb(NEW) - moving IS DISTINCT FROM to_jsonb(OLD) - moving
     OR (NEW."state" = 'WAITING' AND NEW."size" <> OLD."size") THEN
    RAISE EXCEPTION 'files are what their hash says' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER "stored_files_stay" ON "stored_files";
CREATE TRIGGER "stored_files_stay" BEFORE UPDATE ON "stored_files"
  FOR EACH ROW EXECUTE FUNCTION "stored_file_stays"();
