-- The agenda of a visit, and who attended what: until now both were paper with stamps.

-- CreateEnum
CREATE TYPE "AttendanceStatus" AS ENUM ('PRESENT', 'EXCUSED', 'ABSENT');

-- CreateEnum
CREATE TYPE "AttendanceMethod" AS ENUM ('QR', 'CODE', 'HAND');

-- CreateTable
CREATE TABLE "agenda_sessions" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "host_region_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "starts_minute" INTEGER NOT NULL,
    "ends_minute" INTEGER NOT NULL,
    "host_unit_id" UUID,
    "place" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "for_all" BOOLEAN NOT NULL DEFAULT true,
    "secret" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agenda_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_groups" (
    "session_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,

    CONSTRAINT "agenda_groups_pkey" PRIMARY KEY ("session_id","group_id")
);

-- CreateTable
CREATE TABLE "agenda_speakers" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "agenda_speakers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_marks" (
    "session_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "status" "AttendanceStatus" NOT NULL,
    "method" "AttendanceMethod" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "marked_at" TIMESTAMPTZ(3) NOT NULL,
    "marked_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "attendance_marks_pkey" PRIMARY KEY ("session_id","enrolment_id")
);

-- CreateIndex
CREATE INDEX "agenda_sessions_cohort_id_day_starts_minute_idx" ON "agenda_sessions"("cohort_id", "day", "starts_minute");

-- CreateIndex
CREATE INDEX "agenda_sessions_host_region_id_host_unit_id_idx" ON "agenda_sessions"("host_region_id", "host_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_sessions_cohort_id_id_key" ON "agenda_sessions"("cohort_id", "id");

-- CreateIndex
CREATE INDEX "agenda_groups_cohort_id_group_id_idx" ON "agenda_groups"("cohort_id", "group_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_speakers_session_id_sort_order_key" ON "agenda_speakers"("session_id", "sort_order");

-- CreateIndex
CREATE INDEX "attendance_marks_cohort_id_enrolment_id_idx" ON "attendance_marks"("cohort_id", "enrolment_id");

-- AddForeignKey
ALTER TABLE "agenda_sessions" ADD CONSTRAINT "agenda_sessions_cohort_id_host_region_id_fkey" FOREIGN KEY ("cohort_id", "host_region_id") REFERENCES "visits"("cohort_id", "host_region_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_sessions" ADD CONSTRAINT "agenda_sessions_host_region_id_host_unit_id_fkey" FOREIGN KEY ("host_region_id", "host_unit_id") REFERENCES "host_units"("host_region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_groups" ADD CONSTRAINT "agenda_groups_cohort_id_session_id_fkey" FOREIGN KEY ("cohort_id", "session_id") REFERENCES "agenda_sessions"("cohort_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_groups" ADD CONSTRAINT "agenda_groups_cohort_id_group_id_fkey" FOREIGN KEY ("cohort_id", "group_id") REFERENCES "groups"("cohort_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_speakers" ADD CONSTRAINT "agenda_speakers_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "agenda_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_cohort_id_session_id_fkey" FOREIGN KEY ("cohort_id", "session_id") REFERENCES "agenda_sessions"("cohort_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_cohort_id_enrolment_id_fkey" FOREIGN KEY ("cohort_id", "enrolment_id") REFERENCES "enrolments"("cohort_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agenda_sessions"
  ADD CONSTRAINT "agenda_sessions_times"
    CHECK ("starts_minute" >= 0 AND "starts_minute" < "ends_minute" AND "ends_minute" <= 1440),
  ADD CONSTRAINT "agenda_sessions_title" CHECK (char_length("title") BETWEEN 1 AND 160),
  ADD CONSTRAINT "agenda_sessions_day_readable" CHECK ("day" >= '1900-01-01' AND "day" < '2200-01-01');
ALTER TABLE "agenda_speakers"
  ADD CONSTRAINT "agenda_speakers_name" CHECK (char_length("name") BETWEEN 1 AND 160);
ALTER TABLE "attendance_marks"
  ADD CONSTRAINT "attendance_marks_note" CHECK (char_length("note") <= 500),
  -- A code says that somebody is there; that somebody is not, a person says.
  ADD CONSTRAINT "attendance_marks_method" CHECK ("method" = 'HAND' OR "status" = 'PRESENT');

-- Nobody attends before a cohort runs or after it ended, and participants alone are expected.
CREATE TRIGGER "attendance_marks_running_cohort" BEFORE INSERT OR UPDATE ON "attendance_marks"
  FOR EACH ROW EXECUTE FUNCTION "check_cohort_of_assignment"();
CREATE FUNCTION "check_attendance_participant"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "enrolments" e WHERE e."id" = NEW."enrolment_id" AND e."role" = 'PARTICIPANT') THEN
    RAISE EXCEPTION 'only participants attend' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW."session_id", NEW."enrolment_id") IS DISTINCT FROM (OLD."session_id", OLD."enrolment_id") THEN
    RAISE EXCEPTION 'a mark of attendance does not move' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "attendance_marks_participant" BEFORE INSERT OR UPDATE ON "attendance_marks"
  FOR EACH ROW EXECUTE FUNCTION "check_attendance_participant"();
