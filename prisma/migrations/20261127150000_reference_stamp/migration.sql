-- Why: a start asks with one query whether the shared reference data of its version stands already,
-- instead of loading the application's modules and comparing every row again.
ALTER TABLE "installations" ADD COLUMN "reference_stamp" TEXT;
