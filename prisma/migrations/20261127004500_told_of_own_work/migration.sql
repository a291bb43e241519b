-- Why: that somebody is told of work which is theirs was held by the code alone. A row typed by hand told anybody of
-- anybody's work, and a letter to one person could bring what another was to be told.

-- Told is whose work it is, who reviews it, or who organises in its centre; of a host's answers the organisers.
CREATE FUNCTION "check_told"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  work record;
  own boolean;
BEGIN
  IF NEW."read_at" IS NOT NULL OR NEW."mail_id" IS NOT NULL THEN
    RAISE EXCEPTION 'what is told is read, and put into a letter, later' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."kind" = 'HOST_ANSWERED' THEN
    own := "organizes"(NEW."person_id",
      (SELECT l."cohort_id" FROM "host_links" l WHERE l."id" = NEW."host_link_id"));
  ELSE
    SELECT a."id", a."cohort_id", a."enrolment_id", e."person_id", e."withdrawn_at", e."accepted_at" INTO work
      FROM "stages" s JOIN "assignments" a ON a."id" = s."assignment_id"
      JOIN "enrolments" e ON e."id" = a."enrolment_id" WHERE s."id" = NEW."stage_id";
    PERFORM "require_running_cohort"(work."id");
    own := CASE NEW."kind"
      WHEN 'REVIEW_WAITING' THEN "facilitates"(NEW."person_id", work."enrolment_id")
      -- Nobody is told of their own work as staff.
      WHEN 'REVIEW_ESCALATED' THEN
        NEW."person_id" <> work."person_id" AND "organizes"(NEW."person_id", work."cohort_id")
      ELSE NEW."person_id" = work."person_id" AND work."withdrawn_at" IS NULL AND work."accepted_at" IS NOT NULL
    END;
  END IF;
  IF own IS NOT TRUE THEN
    RAISE EXCEPTION 'people are told of work of theirs' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "notifications_of_own_work" BEFORE INSERT ON "notifications"
  FOR EACH ROW EXECUTE FUNCTION "check_told"();

-- And the letter that tells of it goes to the same person, from the centre of that work.
CREATE FUNCTION "check_told_by_letter"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "mail_messages" g
    JOIN "stages" s ON s."id" = NEW."stage_id"
    JOIN "assignments" a ON a."id" = s."assignment_id"
    JOIN "cohorts" c ON c."id" = a."cohort_id" AND c."center_id" = g."center_id"
    WHERE g."id" = NEW."mail_id" AND g."person_id" = NEW."person_id" AND g."kind" = 'REMINDER'
  ) THEN
    RAISE EXCEPTION 'a letter tells its own reader' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "notifications_in_own_letters" BEFORE UPDATE OF "mail_id" ON "notifications"
  FOR EACH ROW WHEN (NEW."mail_id" IS NOT NULL AND NEW."mail_id" IS DISTINCT FROM OLD."mail_id")
  EXECUTE FUNCTION "check_told_by_letter"();
