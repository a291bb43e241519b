-- Why: staff and facilitators remind people of a stage by hand. Whoever presses how often, nobody is
-- reminded of the same stage twice within the hours in which they could hardly have acted.
ALTER TYPE "NotificationKind" ADD VALUE 'NUDGED';

CREATE FUNCTION "check_nudge"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two at once queue behind the stage.
  PERFORM 1 FROM "stages" WHERE "id" = NEW."stage_id" FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM "notifications" n
    WHERE n."stage_id" = NEW."stage_id" AND n."person_id" = NEW."person_id"
      AND n."kind"::text = 'NUDGED' AND n."occasion" > NEW."occasion" - interval '20 hours'
      AND n."occasion" < NEW."occasion" + interval '20 hours'
  ) THEN
    RAISE EXCEPTION 'nudged of this stage a short while ago' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "notifications_nudge" BEFORE INSERT ON "notifications"
  FOR EACH ROW WHEN (NEW."kind"::text = 'NUDGED') EXECUTE FUNCTION "check_nudge"();
