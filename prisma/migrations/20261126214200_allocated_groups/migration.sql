-- Why: agencies are to be spread over groups as well as over innovations, by the same rules: a group is a place like
-- the others, with a capacity, pins and declared ties. And an allocation has to be defended long after it was carried
-- out: who did it, who took it back, and why each person came where they came.
ALTER TYPE "AllocationKind" ADD VALUE 'GROUP';

ALTER TABLE "allocation_capacities"
  ADD COLUMN "group_id" UUID,
  DROP CONSTRAINT "allocation_capacities_place",
  ADD CONSTRAINT "allocation_capacities_place" CHECK (num_nonnulls("innovation_id", "facilitator_id", "group_id") = 1);
ALTER TABLE "allocation_marks"
  ADD COLUMN "group_id" UUID,
  DROP CONSTRAINT "allocation_marks_place",
  ADD CONSTRAINT "allocation_marks_place" CHECK (num_nonnulls("innovation_id", "facilitator_id", "group_id") = 1);

CREATE UNIQUE INDEX "allocation_capacities_cohort_id_group_id_key" ON "allocation_capacities" ("cohort_id", "group_id");
CREATE UNIQUE INDEX "allocation_marks_enrolment_id_kind_group_id_key" ON "allocation_marks" ("enrolment_id", "kind", "group_id");
CREATE INDEX "allocation_marks_group_id_idx" ON "allocation_marks" ("group_id");

ALTER TABLE "allocation_capacities" ADD CONSTRAINT "allocation_capacities_cohort_id_group_id_fkey"
  FOREIGN KEY ("cohort_id", "group_id") REFERENCES "groups" ("cohort_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "allocation_marks" ADD CONSTRAINT "allocation_marks_cohort_id_group_id_fkey"
  FOREIGN KEY ("cohort_id", "group_id") REFERENCES "groups" ("cohort_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Null for what was carried out before this was kept; `reasons` also for what came from a file.
ALTER TABLE "allocations"
  ADD COLUMN "applied_by_id" UUID,
  ADD COLUMN "applied_by_name" TEXT,
  ADD COLUMN "undone_by_name" TEXT,
  ADD COLUMN "reasons" JSONB;

CREATE OR REPLACE FUNCTION "check_allocation_fact"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."undone_at" IS NOT NULL
     OR (NEW."id", NEW."cohort_id", NEW."kind", NEW."moves", NEW."applied_at", NEW."applied_by_id",
         NEW."applied_by_name", NEW."reasons")
     IS DISTINCT FROM (OLD."id", OLD."cohort_id", OLD."kind", OLD."moves", OLD."applied_at", OLD."applied_by_id",
         OLD."applied_by_name", OLD."reasons") THEN
    RAISE EXCEPTION 'an allocation does not change, and is undone once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
