-- Why: pages that show a cohort follow what happens in it. The database itself tells that something has
-- changed, once for a statement and only after the commit, so that no way of changing can forget to. What is
-- told is a kind and an id, never what changed: who hears it reads for themselves what they may see.
--
-- `work`, `people`, `visit`, `attendance`, `devices` and `cohort` name a cohort, `queue` the enrolment of a
-- facilitator, `person` somebody whose rights, session or notifications changed. A transaction tells the
-- same thing once, however many statements it has.

CREATE FUNCTION "tell_change"("kind" TEXT, "id" TEXT) RETURNS VOID LANGUAGE sql AS $$
  SELECT pg_notify('lokus_changes', "kind" || ' ' || "id")
$$;

-- Rows that name their cohort.
CREATE FUNCTION "tell_cohorts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_change"(TG_ARGV[0], c."cohort_id"::text)
  FROM (SELECT DISTINCT "cohort_id" FROM "changed") c;
  RETURN NULL;
END $$;

CREATE TRIGGER "groups_tell_insert" AFTER INSERT ON "groups"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('people');
CREATE TRIGGER "groups_tell_update" AFTER UPDATE ON "groups"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('people');
CREATE TRIGGER "groups_tell_delete" AFTER DELETE ON "groups"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('people');

CREATE TRIGGER "visits_tell_insert" AFTER INSERT ON "visits"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('visit');
CREATE TRIGGER "visits_tell_update" AFTER UPDATE ON "visits"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('visit');
CREATE TRIGGER "visits_tell_delete" AFTER DELETE ON "visits"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('visit');

CREATE TRIGGER "agenda_sessions_tell_insert" AFTER INSERT ON "agenda_sessions"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('visit');
CREATE TRIGGER "agenda_sessions_tell_update" AFTER UPDATE ON "agenda_sessions"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('visit');
CREATE TRIGGER "agenda_sessions_tell_delete" AFTER DELETE ON "agenda_sessions"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('visit');

CREATE TRIGGER "attendance_marks_tell_insert" AFTER INSERT ON "attendance_marks"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('attendance');
CREATE TRIGGER "attendance_marks_tell_update" AFTER UPDATE ON "attendance_marks"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('attendance');
CREATE TRIGGER "attendance_marks_tell_delete" AFTER DELETE ON "attendance_marks"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohorts"('attendance');

CREATE FUNCTION "tell_cohort_itself"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_change"('cohort', c."id"::text) FROM "changed" c;
  RETURN NULL;
END $$;
CREATE TRIGGER "cohorts_tell_update" AFTER UPDATE ON "cohorts"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_cohort_itself"();

-- Assignments: work of the cohort, and of the queue of whoever facilitates their participants.
CREATE FUNCTION "tell_assignments"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_change"('work', c."cohort_id"::text)
  FROM (SELECT DISTINCT "cohort_id" FROM "changed") c;
  PERFORM "tell_change"('queue', f."facilitator_id"::text)
  FROM (SELECT DISTINCT e."facilitator_id" FROM "changed" c
        JOIN "enrolments" e ON e."id" = c."enrolment_id"
        WHERE e."facilitator_id" IS NOT NULL) f;
  RETURN NULL;
END $$;
CREATE TRIGGER "assignments_tell_insert" AFTER INSERT ON "assignments"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_assignments"();
CREATE TRIGGER "assignments_tell_update" AFTER UPDATE ON "assignments"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_assignments"();
CREATE TRIGGER "assignments_tell_delete" AFTER DELETE ON "assignments"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_assignments"();

-- The same for stages, of whatever assignments.
CREATE FUNCTION "tell_work_of"("assignment_ids" UUID[]) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_change"('work', a."cohort_id"::text)
  FROM (SELECT DISTINCT "cohort_id" FROM "assignments" WHERE "id" = ANY ("assignment_ids")) a;
  PERFORM "tell_change"('queue', f."facilitator_id"::text)
  FROM (SELECT DISTINCT e."facilitator_id" FROM "assignments" a
        JOIN "enrolments" e ON e."id" = a."enrolment_id"
        WHERE a."id" = ANY ("assignment_ids") AND e."facilitator_id" IS NOT NULL) f;
END $$;

CREATE FUNCTION "tell_stages"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_work_of"((SELECT array_agg(DISTINCT "assignment_id") FROM "changed"));
  RETURN NULL;
END $$;
-- A draft is saved every few seconds while somebody writes. Only that it was begun shows anywhere.
CREATE FUNCTION "tell_stage_update"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "moved" UUID[];
BEGIN
  SELECT array_agg(DISTINCT n."assignment_id") INTO "moved"
  FROM "changed" n JOIN "before" o ON o."id" = n."id"
  WHERE (n."state", n."resume_state", n."due_at", n."hard_close_at", n."latest_revision_id",
         n."submitted_at", n."decided_at", n."review_begun_at", n."draft_saved_at" IS NULL)
    IS DISTINCT FROM
        (o."state", o."resume_state", o."due_at", o."hard_close_at", o."latest_revision_id",
         o."submitted_at", o."decided_at", o."review_begun_at", o."draft_saved_at" IS NULL);
  IF "moved" IS NOT NULL THEN
    PERFORM "tell_work_of"("moved");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "stages_tell_insert" AFTER INSERT ON "stages"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_stages"();
CREATE TRIGGER "stages_tell_update" AFTER UPDATE ON "stages"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_stage_update"();
CREATE TRIGGER "stages_tell_delete" AFTER DELETE ON "stages"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_stages"();

-- Facts about a stage.
CREATE FUNCTION "tell_of_stages"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_work_of"((
    SELECT array_agg(DISTINCT s."assignment_id") FROM "changed" c JOIN "stages" s ON s."id" = c."stage_id"));
  RETURN NULL;
END $$;
CREATE TRIGGER "revisions_tell_insert" AFTER INSERT ON "revisions"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_of_stages"();
CREATE TRIGGER "review_decisions_tell_insert" AFTER INSERT ON "review_decisions"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_of_stages"();

-- What the queue alone shows: who reviews now, and what waits to be approved.
CREATE FUNCTION "tell_queue_of"("stage_ids" UUID[]) RETURNS VOID LANGUAGE sql AS $$
  SELECT "tell_change"('queue', f."facilitator_id"::text)
  FROM (SELECT DISTINCT e."facilitator_id" FROM "stages" s
        JOIN "assignments" a ON a."id" = s."assignment_id"
        JOIN "enrolments" e ON e."id" = a."enrolment_id"
        WHERE s."id" = ANY ("stage_ids") AND e."facilitator_id" IS NOT NULL) f
$$;
CREATE FUNCTION "tell_queue"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_queue_of"((SELECT array_agg(DISTINCT "stage_id") FROM "changed"));
  RETURN NULL;
END $$;
-- A lease is renewed again and again; only another holder shows.
CREATE FUNCTION "tell_lease_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_queue_of"((
    SELECT array_agg(DISTINCT n."stage_id") FROM "changed" n JOIN "before" o ON o."stage_id" = n."stage_id"
    WHERE n."holder_id" <> o."holder_id"));
  RETURN NULL;
END $$;
CREATE TRIGGER "review_leases_tell_insert" AFTER INSERT ON "review_leases"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_queue"();
CREATE TRIGGER "review_leases_tell_update" AFTER UPDATE ON "review_leases"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_lease_update"();
CREATE TRIGGER "review_leases_tell_delete" AFTER DELETE ON "review_leases"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_queue"();
CREATE TRIGGER "pending_approvals_tell_insert" AFTER INSERT ON "pending_approvals"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_queue"();
CREATE TRIGGER "pending_approvals_tell_update" AFTER UPDATE ON "pending_approvals"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_queue"();
CREATE TRIGGER "pending_approvals_tell_delete" AFTER DELETE ON "pending_approvals"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_queue"();

-- Somebody whose rights, session or notifications changed.
CREATE FUNCTION "tell_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_change"('person', c."person_id"::text)
  FROM (SELECT DISTINCT "person_id" FROM "changed") c;
  RETURN NULL;
END $$;
CREATE TRIGGER "staff_memberships_tell_insert" AFTER INSERT ON "staff_memberships"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_people"();
CREATE TRIGGER "staff_memberships_tell_update" AFTER UPDATE ON "staff_memberships"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_people"();
CREATE TRIGGER "staff_memberships_tell_delete" AFTER DELETE ON "staff_memberships"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_people"();
CREATE TRIGGER "access_suspensions_tell_insert" AFTER INSERT ON "access_suspensions"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_people"();
CREATE TRIGGER "access_suspensions_tell_delete" AFTER DELETE ON "access_suspensions"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_people"();
CREATE TRIGGER "notifications_tell_insert" AFTER INSERT ON "notifications"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_people"();
CREATE TRIGGER "notifications_tell_update" AFTER UPDATE ON "notifications"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_people"();

-- How far somebody is with their account shows among the people of their cohorts.
CREATE FUNCTION "tell_cohorts_of"("person_ids" UUID[], "kind" TEXT) RETURNS VOID LANGUAGE sql AS $$
  SELECT "tell_change"("kind", e."cohort_id"::text)
  FROM (SELECT DISTINCT "cohort_id" FROM "enrolments" WHERE "person_id" = ANY ("person_ids")) e
$$;
CREATE FUNCTION "tell_links"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_cohorts_of"((SELECT array_agg(DISTINCT "person_id") FROM "changed"), 'people');
  RETURN NULL;
END $$;
CREATE TRIGGER "one_time_links_tell_insert" AFTER INSERT ON "one_time_links"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_links"();
CREATE TRIGGER "one_time_links_tell_update" AFTER UPDATE ON "one_time_links"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_links"();

CREATE FUNCTION "tell_person_update"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "moved" UUID[];
BEGIN
  PERFORM "tell_change"('person', n."id"::text)
  FROM "changed" n JOIN "before" o ON o."id" = n."id"
  WHERE (n."status", n."session_version") IS DISTINCT FROM (o."status", o."session_version");
  SELECT array_agg(n."id") INTO "moved"
  FROM "changed" n JOIN "before" o ON o."id" = n."id"
  WHERE (n."status", n."email", n."display_name", n."password_hash", n."merged_into_id")
    IS DISTINCT FROM (o."status", o."email", o."display_name", o."password_hash", o."merged_into_id");
  IF "moved" IS NOT NULL THEN
    PERFORM "tell_cohorts_of"("moved", 'people');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "people_tell_update" AFTER UPDATE ON "people"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_person_update"();

-- Who belongs to a cohort: its people, the rights of each, and the queues of their facilitators.
CREATE FUNCTION "tell_enrolments"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_change"('people', c."cohort_id"::text)
  FROM (SELECT DISTINCT "cohort_id" FROM "changed") c;
  PERFORM "tell_change"('person', c."person_id"::text)
  FROM (SELECT DISTINCT "person_id" FROM "changed") c;
  PERFORM "tell_change"('queue', c."facilitator_id"::text)
  FROM (SELECT DISTINCT "facilitator_id" FROM "changed" WHERE "facilitator_id" IS NOT NULL) c;
  RETURN NULL;
END $$;
CREATE FUNCTION "tell_enrolment_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_change"('people', c."cohort_id"::text)
  FROM (SELECT DISTINCT "cohort_id" FROM "changed") c;
  PERFORM "tell_change"('person', n."person_id"::text)
  FROM "changed" n JOIN "before" o ON o."id" = n."id"
  WHERE (n."withdrawn_at", n."accepted_at", n."person_id")
    IS DISTINCT FROM (o."withdrawn_at", o."accepted_at", o."person_id");
  -- Whom somebody leaves, too.
  PERFORM "tell_change"('queue', f."facilitator_id"::text)
  FROM (SELECT "facilitator_id" FROM "changed" UNION SELECT "facilitator_id" FROM "before") f
  WHERE f."facilitator_id" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "enrolments_tell_insert" AFTER INSERT ON "enrolments"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_enrolments"();
CREATE TRIGGER "enrolments_tell_update" AFTER UPDATE ON "enrolments"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_enrolment_update"();
CREATE TRIGGER "enrolments_tell_delete" AFTER DELETE ON "enrolments"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_enrolments"();

-- What phones hold unsent. They say so again and again; only another number shows.
CREATE FUNCTION "tell_devices_of"("person_ids" UUID[]) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_cohorts_of"("person_ids", 'devices');
  PERFORM "tell_change"('queue', e."facilitator_id"::text)
  FROM (SELECT DISTINCT "facilitator_id" FROM "enrolments"
        WHERE "person_id" = ANY ("person_ids") AND "facilitator_id" IS NOT NULL) e;
END $$;
CREATE FUNCTION "tell_devices"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_devices_of"((SELECT array_agg(DISTINCT "person_id") FROM "changed"));
  RETURN NULL;
END $$;
CREATE FUNCTION "tell_device_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_devices_of"((
    SELECT array_agg(DISTINCT n."person_id") FROM "changed" n
    JOIN "before" o ON (o."person_id", o."device_id") = (n."person_id", n."device_id")
    WHERE (n."drafts", n."photos", n."oldest_at") IS DISTINCT FROM (o."drafts", o."photos", o."oldest_at")));
  RETURN NULL;
END $$;
CREATE TRIGGER "device_reports_tell_insert" AFTER INSERT ON "device_reports"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_devices"();
CREATE TRIGGER "device_reports_tell_update" AFTER UPDATE ON "device_reports"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_device_update"();
CREATE TRIGGER "device_reports_tell_delete" AFTER DELETE ON "device_reports"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_devices"();

-- The catalogue is shown in every cohort.
CREATE FUNCTION "tell_catalogue"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_change"('catalogue', '*');
  RETURN NULL;
END $$;
CREATE TRIGGER "agencies_tell" AFTER INSERT OR UPDATE OR DELETE ON "agencies"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_catalogue"();
CREATE TRIGGER "innovations_tell" AFTER INSERT OR UPDATE OR DELETE ON "innovations"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_catalogue"();
CREATE TRIGGER "host_regions_tell" AFTER INSERT OR UPDATE OR DELETE ON "host_regions"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_catalogue"();
CREATE TRIGGER "host_units_tell" AFTER INSERT OR UPDATE OR DELETE ON "host_units"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_catalogue"();
