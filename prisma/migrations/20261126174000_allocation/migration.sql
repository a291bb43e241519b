-- Why: who looks at which innovation and who is guided by whom is proposed by rules that are kept with the
-- cohort: how many a place takes, what is pinned, tied or wished. What was carried out is kept, to be undone.
CREATE TYPE "AllocationMarkKind" AS ENUM ('PIN', 'TIE', 'WISH');
CREATE TYPE "AllocationKind" AS ENUM ('INNOVATION', 'FACILITATOR');

CREATE TABLE "allocation_capacities" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "innovation_id" UUID,
    "facilitator_id" UUID,
    "capacity" INTEGER NOT NULL,

    CONSTRAINT "allocation_capacities_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "allocation_marks" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "kind" "AllocationMarkKind" NOT NULL,
    "rank" INTEGER,
    "innovation_id" UUID,
    "facilitator_id" UUID,

    CONSTRAINT "allocation_marks_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "allocations" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "kind" "AllocationKind" NOT NULL,
    "moves" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "allocations_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "allocation_capacities_innovation_id_idx" ON "allocation_capacities"("innovation_id");
CREATE UNIQUE INDEX "allocation_capacities_cohort_id_innovation_id_key" ON "allocation_capacities"("cohort_id", "innovation_id");
CREATE UNIQUE INDEX "allocation_capacities_cohort_id_facilitator_id_key" ON "allocation_capacities"("cohort_id", "facilitator_id");
CREATE INDEX "allocation_marks_cohort_id_idx" ON "allocation_marks"("cohort_id");
CREATE INDEX "allocation_marks_innovation_id_idx" ON "allocation_marks"("innovation_id");
CREATE INDEX "allocation_marks_facilitator_id_idx" ON "allocation_marks"("facilitator_id");
CREATE UNIQUE INDEX "allocation_marks_enrolment_id_kind_innovation_id_key" ON "allocation_marks"("enrolment_id", "kind", "innovation_id");
CREATE UNIQUE INDEX "allocation_marks_enrolment_id_kind_facilitator_id_key" ON "allocation_marks"("enrolment_id", "kind", "facilitator_id");
CREATE INDEX "allocations_cohort_id_applied_at_idx" ON "allocations"("cohort_id", "applied_at");

ALTER TABLE "allocation_capacities" ADD CONSTRAINT "allocation_capacities_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "allocation_capacities" ADD CONSTRAINT "allocation_capacities_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "allocation_capacities" ADD CONSTRAINT "allocation_capacities_cohort_id_facilitator_id_fkey" FOREIGN KEY ("cohort_id", "facilitator_id") REFERENCES "enrolments"("cohort_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "allocation_marks" ADD CONSTRAINT "allocation_marks_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "allocation_marks" ADD CONSTRAINT "allocation_marks_cohort_id_enrolment_id_fkey" FOREIGN KEY ("cohort_id", "enrolment_id") REFERENCES "enrolments"("cohort_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "allocation_marks" ADD CONSTRAINT "allocation_marks_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "allocation_marks" ADD CONSTRAINT "allocation_marks_cohort_id_facilitator_id_fkey" FOREIGN KEY ("cohort_id", "facilitator_id") REFERENCES "enrolments"("cohort_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "allocation_capacities"
  ADD CONSTRAINT "allocation_capacities_place" CHECK (num_nonnulls("innovation_id", "facilitator_id") = 1),
  ADD CONSTRAINT "allocation_capacities_bounds" CHECK ("capacity" BETWEEN 0 AND 10000);
ALTER TABLE "allocation_marks"
  ADD CONSTRAINT "allocation_marks_place" CHECK (num_nonnulls("innovation_id", "facilitator_id") = 1),
  -- Only wishes have an order.
  ADD CONSTRAINT "allocation_marks_rank" CHECK (
    ("kind" = 'WISH') = ("rank" IS NOT NULL) AND ("rank" IS NULL OR "rank" BETWEEN 1 AND 3)
  );

-- A facilitator of the cohort; an innovation that is shared or of the cohort's own centre, like the region that
-- has it: no other centre's entry is named here.
CREATE FUNCTION "check_allocation_place"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."facilitator_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "enrolments" e WHERE e."id" = NEW."facilitator_id" AND e."role" = 'FACILITATOR'
  ) THEN
    RAISE EXCEPTION 'enrolment % is not a facilitator', NEW."facilitator_id" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."innovation_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "innovations" i JOIN "host_regions" r ON r."id" = i."host_region_id"
    JOIN "cohorts" c ON c."id" = NEW."cohort_id"
    WHERE i."id" = NEW."innovation_id" AND (i."center_id" IS NULL OR i."center_id" = c."center_id")
      AND (r."center_id" IS NULL OR r."center_id" = c."center_id")
  ) THEN
    RAISE EXCEPTION 'innovation % is of another centre', NEW."innovation_id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "allocation_capacities_place" BEFORE INSERT OR UPDATE ON "allocation_capacities"
  FOR EACH ROW EXECUTE FUNCTION "check_allocation_place"();
CREATE TRIGGER "allocation_marks_place" BEFORE INSERT OR UPDATE ON "allocation_marks"
  FOR EACH ROW EXECUTE FUNCTION "check_allocation_place"();

CREATE FUNCTION "check_allocation_participant"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "enrolments" e WHERE e."id" = NEW."enrolment_id" AND e."role" = 'PARTICIPANT') THEN
    RAISE EXCEPTION 'only participants are allocated' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "allocation_marks_participant" BEFORE INSERT OR UPDATE ON "allocation_marks"
  FOR EACH ROW EXECUTE FUNCTION "check_allocation_participant"();

-- What was carried out is a fact; that it was undone, another, once.
CREATE FUNCTION "check_allocation_fact"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."undone_at" IS NOT NULL OR (NEW."id", NEW."cohort_id", NEW."kind", NEW."moves", NEW."applied_at")
     IS DISTINCT FROM (OLD."id", OLD."cohort_id", OLD."kind", OLD."moves", OLD."applied_at") THEN
    RAISE EXCEPTION 'an allocation does not change, and is undone once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "allocations_fact" BEFORE UPDATE ON "allocations"
  FOR EACH ROW EXECUTE FUNCTION "check_allocation_fact"();
