-- Why: a phone that holds work which has not arrived says so when it can, so that somebody reminds its owner
-- before the work is missed. Only how many and since when: never what.
CREATE TABLE "device_reports" (
  "person_id" UUID NOT NULL,
  "device_id" UUID NOT NULL,
  "drafts" INTEGER NOT NULL,
  "photos" INTEGER NOT NULL,
  "oldest_at" TIMESTAMPTZ(3) NOT NULL,
  "reported_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "device_reports_pkey" PRIMARY KEY ("person_id", "device_id")
);
ALTER TABLE "device_reports"
  ADD CONSTRAINT "device_reports_person_id_fkey" FOREIGN KEY ("person_id")
    REFERENCES "people" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  -- A phone that holds nothing has no row.
  ADD CONSTRAINT "device_reports_counts" CHECK (
    "drafts" BETWEEN 0 AND 400 AND "photos" BETWEEN 0 AND 1000 AND "drafts" + "photos" > 0
  ),
  ADD CONSTRAINT "device_reports_times" CHECK ("oldest_at" <= "reported_at");
