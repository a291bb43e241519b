-- Why: what is asked of participants is much the same in every cohort of a centre: instructions, and when each stage
-- is due, counted from the visit. A centre keeps it once under a name. Work that is given keeps its own copy, and the
-- name of the template as it was, so that a template can be changed or deleted without touching any work.
CREATE TABLE "assignment_templates" (
  "id" UUID NOT NULL,
  "center_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "instructions" TEXT NOT NULL DEFAULT '',
  "stages" JSONB NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "assignment_templates_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "assignment_templates_center_id_name_key" ON "assignment_templates" ("center_id", "name");
ALTER TABLE "assignment_templates"
  ADD CONSTRAINT "assignment_templates_center_id_fkey" FOREIGN KEY ("center_id")
    REFERENCES "training_centers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "assignment_templates_texts" CHECK (
    char_length("name") BETWEEN 1 AND 200 AND char_length("instructions") <= 4000
  ),
  ADD CONSTRAINT "assignment_templates_stages" CHECK (
    jsonb_typeof("stages") = 'object' AND "stages" ?& ARRAY['EVALUATE', 'OBSTACLES', 'SOLUTION', 'PLAN']
  );

-- A template stays with its centre.
CREATE FUNCTION "check_template_center"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."center_id") IS DISTINCT FROM (OLD."id", OLD."center_id") THEN
    RAISE EXCEPTION 'a template does not change its centre' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "assignment_templates_center" BEFORE UPDATE ON "assignment_templates"
  FOR EACH ROW EXECUTE FUNCTION "check_template_center"();

ALTER TABLE "assignments" ADD COLUMN "template_name" TEXT;

-- By which template work was given is a fact.
CREATE FUNCTION "check_assignment_template"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."template_name" IS DISTINCT FROM OLD."template_name" THEN
    RAISE EXCEPTION 'the template of an assignment does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "assignments_template" BEFORE UPDATE ON "assignments"
  FOR EACH ROW EXECUTE FUNCTION "check_assignment_template"();
