-- CreateEnum
CREATE TYPE "StageKind" AS ENUM ('EVALUATE', 'OBSTACLES', 'SOLUTION', 'PLAN');

-- CreateEnum
CREATE TYPE "StageState" AS ENUM ('LOCKED', 'OPEN', 'SUBMITTED', 'RETURNED', 'APPROVED');

-- CreateEnum
CREATE TYPE "Timeliness" AS ENUM ('ON_TIME', 'LATE', 'CLAIMED');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('ADMINISTRATOR', 'ORGANIZER', 'VIEWER');

-- CreateEnum
CREATE TYPE "AgencyType" AS ENUM ('MINISTRY', 'LPNK', 'LNS', 'PROVINCE', 'REGENCY', 'CITY');

-- CreateEnum
CREATE TYPE "GatePolicy" AS ENUM ('ON_APPROVAL', 'ON_SUBMISSION');

-- CreateEnum
CREATE TYPE "EnrolmentRole" AS ENUM ('PARTICIPANT', 'FACILITATOR');

-- CreateEnum
CREATE TYPE "VisitMode" AS ENUM ('ONSITE', 'VIRTUAL', 'HYBRID');

-- CreateEnum
CREATE TYPE "InnovationForm" AS ENUM ('GOVERNANCE', 'PUBLIC_SERVICE', 'OTHER');

-- CreateEnum
CREATE TYPE "InnovationType" AS ENUM ('DIGITAL', 'NON_DIGITAL', 'HYBRID');

-- CreateEnum
CREATE TYPE "InnovationStage" AS ENUM ('INITIATIVE', 'PILOT', 'IMPLEMENTED');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('HIGH', 'MEDIUM_HIGH', 'MEDIUM', 'LOW');

-- CreateEnum
CREATE TYPE "AwardLevel" AS ENUM ('REGENCY', 'PROVINCE', 'NATIONAL');

-- CreateEnum
CREATE TYPE "PersonStatus" AS ENUM ('ACTIVE', 'DEACTIVATED');

-- CreateEnum
CREATE TYPE "IdType" AS ENUM ('NIP', 'NI_PPPK', 'NRP', 'NONE');

-- CreateEnum
CREATE TYPE "OneTimeLinkPurpose" AS ENUM ('SET_PASSWORD');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('PHOTO', 'FILE', 'LINK', 'QUOTE');

-- CreateEnum
CREATE TYPE "ObstacleCategory" AS ENUM ('HUMAN_RESOURCES', 'BUDGET', 'REGULATION', 'INFRASTRUCTURE', 'TECHNOLOGY', 'DATA', 'PROCESS', 'COORDINATION', 'LEADERSHIP', 'CULTURE', 'COMMUNITY', 'GEOGRAPHY', 'SUSTAINABILITY');

-- CreateEnum
CREATE TYPE "ObstacleLocus" AS ENUM ('HOST', 'OWN_UNIT', 'BOTH');

-- CreateEnum
CREATE TYPE "TransferType" AS ENUM ('ADOPT', 'ADAPT', 'MODIFY', 'REPLICATE', 'INSPIRE');

-- CreateEnum
CREATE TYPE "Term" AS ENUM ('SHORT', 'MEDIUM', 'LONG');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('APPROVE', 'RETURN', 'REOPEN');

-- CreateEnum
CREATE TYPE "RubricPurpose" AS ENUM ('EVALUATION', 'GATE', 'TRANSFER_READINESS', 'PARTICIPANT_WORK');

-- CreateEnum
CREATE TYPE "ScaleKind" AS ENUM ('SCALE_1_5', 'YES_NO', 'LEVEL_0_3', 'SCALE_0_100');

-- CreateEnum
CREATE TYPE "Weighting" AS ENUM ('PERCENT', 'LEVEL_TIMES_WEIGHT', 'GATE', 'NONE');

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "innovation_id" UUID NOT NULL,
    "gate_policy" "GatePolicy" NOT NULL,
    "evaluation_rubric_id" UUID NOT NULL,
    "transfer_rubric_id" UUID NOT NULL,
    "work_rubric_id" UUID NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stages" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "kind" "StageKind" NOT NULL,
    "state" "StageState" NOT NULL,
    "resume_state" "StageState",
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "draft" JSONB,
    "draft_saved_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "latest_revision_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "review_begun_at" TIMESTAMPTZ(3),
    "returned_before" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "kind" "StageKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "upstream_revision_id" UUID,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "timeliness" "Timeliness" NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "client_updated_at" TIMESTAMPTZ(3),

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor_id" UUID,
    "actor" JSONB NOT NULL,
    "center_id" UUID,
    "cohort_id" UUID,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "command_id" UUID,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_log" (
    "actor_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "result" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_log_pkey" PRIMARY KEY ("actor_id","command_id")
);

-- CreateTable
CREATE TABLE "training_centers" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_centers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_memberships" (
    "id" UUID NOT NULL,
    "center_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "StaffRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agencies" (
    "id" UUID NOT NULL,
    "center_id" UUID,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "type" "AgencyType" NOT NULL,

    CONSTRAINT "agencies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohorts" (
    "id" UUID NOT NULL,
    "center_id" UUID NOT NULL,
    "program" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "regulation_ref" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "gate_policy" "GatePolicy" NOT NULL DEFAULT 'ON_APPROVAL',
    "evaluation_rubric_id" UUID NOT NULL,
    "transfer_rubric_id" UUID NOT NULL,
    "work_rubric_id" UUID NOT NULL,
    "grade_bands" JSONB NOT NULL,
    "spread_threshold" INTEGER NOT NULL DEFAULT 15,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cohorts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "groups" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolments" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "EnrolmentRole" NOT NULL,
    "full_name" TEXT NOT NULL,
    "agency_id" UUID NOT NULL,
    "work_unit" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "grade" TEXT,
    "group_id" UUID,
    "is_group_lead" BOOLEAN NOT NULL DEFAULT false,
    "facilitator_id" UUID,
    "roster_number" INTEGER NOT NULL,

    CONSTRAINT "enrolments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "host_regions" (
    "id" UUID NOT NULL,
    "center_id" UUID,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "type" "AgencyType" NOT NULL,
    "region_code" TEXT,
    "capital" TEXT,

    CONSTRAINT "host_regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "host_units" (
    "id" UUID NOT NULL,
    "host_region_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "later_name" TEXT,

    CONSTRAINT "host_units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visits" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "host_region_id" UUID NOT NULL,
    "mode" "VisitMode" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "innovations" (
    "id" UUID NOT NULL,
    "center_id" UUID,
    "host_region_id" UUID NOT NULL,
    "host_unit_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "form" "InnovationForm" NOT NULL,
    "type" "InnovationType" NOT NULL,
    "stage" "InnovationStage" NOT NULL,
    "summary" TEXT NOT NULL,
    "started_on" TEXT,
    "confidence" "Confidence" NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "innovations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "innovation_facts" (
    "id" UUID NOT NULL,
    "innovation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "innovation_facts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "awards" (
    "id" UUID NOT NULL,
    "host_region_id" UUID NOT NULL,
    "innovation_id" UUID,
    "name" TEXT NOT NULL,
    "level" "AwardLevel" NOT NULL,
    "year" INTEGER NOT NULL,
    "rank" TEXT NOT NULL,
    "giver" TEXT,
    "note" TEXT,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,

    CONSTRAINT "awards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT,
    "id_type" "IdType" NOT NULL DEFAULT 'NONE',
    "id_number" TEXT,
    "password_hash" TEXT,
    "status" "PersonStatus" NOT NULL DEFAULT 'ACTIVE',
    "session_version" INTEGER NOT NULL DEFAULT 0,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_administrators" (
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_administrators_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" "OneTimeLinkPurpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "evaluations" (
    "revision_id" UUID NOT NULL,
    "total" DECIMAL(5,2),
    "evidence_count" INTEGER NOT NULL,
    "confidence" INTEGER NOT NULL,
    "innovation_stage" "InnovationStage" NOT NULL,
    "visit_date" DATE NOT NULL,

    CONSTRAINT "evaluations_pkey" PRIMARY KEY ("revision_id")
);

-- CreateTable
CREATE TABLE "criterion_scores" (
    "revision_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "criterion_scores_pkey" PRIMARY KEY ("revision_id","criterion_id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "revision_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "criterion_id" UUID,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("revision_id","item_id")
);

-- CreateTable
CREATE TABLE "strengths" (
    "revision_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "strengths_pkey" PRIMARY KEY ("revision_id","item_id")
);

-- CreateTable
CREATE TABLE "obstacles" (
    "revision_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "category" "ObstacleCategory" NOT NULL,
    "locus" "ObstacleLocus" NOT NULL,
    "criterion_id" UUID,
    "eligible" BOOLEAN NOT NULL,
    "prioritised" BOOLEAN NOT NULL,
    "usg_total" INTEGER,
    "rank" INTEGER,
    "root_cause" TEXT,

    CONSTRAINT "obstacles_pkey" PRIMARY KEY ("revision_id","item_id")
);

-- CreateTable
CREATE TABLE "solutions" (
    "revision_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "obstacle_item_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "transfer_type" "TransferType" NOT NULL,
    "source_innovation_id" UUID,
    "mcnamara_total" INTEGER NOT NULL,
    "selected" BOOLEAN NOT NULL,
    "for_host" BOOLEAN NOT NULL,

    CONSTRAINT "solutions_pkey" PRIMARY KEY ("revision_id","item_id")
);

-- CreateTable
CREATE TABLE "innovation_plans" (
    "revision_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "acronym" TEXT,
    "form" "InnovationForm" NOT NULL,
    "type" "InnovationType" NOT NULL,
    "budget_idr" BIGINT NOT NULL,
    "readiness" DECIMAL(5,2),

    CONSTRAINT "innovation_plans_pkey" PRIMARY KEY ("revision_id")
);

-- CreateTable
CREATE TABLE "milestones" (
    "revision_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "term" "Term" NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("revision_id","item_id")
);

-- CreateTable
CREATE TABLE "plan_solutions" (
    "revision_id" UUID NOT NULL,
    "solution_item_id" UUID NOT NULL,

    CONSTRAINT "plan_solutions_pkey" PRIMARY KEY ("revision_id","solution_item_id")
);

-- CreateTable
CREATE TABLE "review_decisions" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decider_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_reasons" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "field_path" TEXT,
    "text" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "review_reasons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comments" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "field_path" TEXT,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_assessments" (
    "assignment_id" UUID NOT NULL,
    "scores" JSONB NOT NULL,
    "total" DECIMAL(5,2),
    "version" INTEGER NOT NULL DEFAULT 0,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "finalized_at" TIMESTAMPTZ(3),

    CONSTRAINT "work_assessments_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "rubrics" (
    "id" UUID NOT NULL,
    "center_id" UUID,
    "code" TEXT NOT NULL,
    "name_id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "purpose" "RubricPurpose" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "rubrics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rubric_versions" (
    "id" UUID NOT NULL,
    "rubric_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "scale_kind" "ScaleKind" NOT NULL,
    "scale_min" INTEGER NOT NULL,
    "scale_max" INTEGER NOT NULL,
    "weighting" "Weighting" NOT NULL,
    "max_total" INTEGER,
    "frozen_at" TIMESTAMPTZ(3),

    CONSTRAINT "rubric_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criteria" (
    "id" UUID NOT NULL,
    "rubric_version_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label_id" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "definition_id" TEXT NOT NULL,
    "definition_en" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "reverse" BOOLEAN NOT NULL DEFAULT false,
    "mandatory" BOOLEAN NOT NULL DEFAULT true,
    "levels" JSONB NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "criteria_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installations" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "demo_seeded_at" TIMESTAMPTZ(3),
    "demo_visit_on" DATE,

    CONSTRAINT "installations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignments_cohort_id_cancelled_at_idx" ON "assignments"("cohort_id", "cancelled_at");

-- CreateIndex
CREATE INDEX "assignments_innovation_id_idx" ON "assignments"("innovation_id");

-- CreateIndex
CREATE INDEX "assignments_evaluation_rubric_id_idx" ON "assignments"("evaluation_rubric_id");

-- CreateIndex
CREATE INDEX "assignments_transfer_rubric_id_idx" ON "assignments"("transfer_rubric_id");

-- CreateIndex
CREATE INDEX "assignments_work_rubric_id_idx" ON "assignments"("work_rubric_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_enrolment_id_innovation_id_key" ON "assignments"("enrolment_id", "innovation_id");

-- CreateIndex
CREATE UNIQUE INDEX "stages_latest_revision_id_key" ON "stages"("latest_revision_id");

-- CreateIndex
CREATE INDEX "stages_state_kind_idx" ON "stages"("state", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "stages_assignment_id_kind_key" ON "stages"("assignment_id", "kind");

-- CreateIndex
CREATE INDEX "revisions_assignment_id_idx" ON "revisions"("assignment_id");

-- CreateIndex
CREATE INDEX "revisions_upstream_revision_id_idx" ON "revisions"("upstream_revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_stage_id_number_key" ON "revisions"("stage_id", "number");

-- CreateIndex
CREATE INDEX "audit_events_subject_id_at_idx" ON "audit_events"("subject_id", "at");

-- CreateIndex
CREATE INDEX "audit_events_cohort_id_at_idx" ON "audit_events"("cohort_id", "at");

-- CreateIndex
CREATE INDEX "audit_events_actor_id_at_idx" ON "audit_events"("actor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "training_centers_name_key" ON "training_centers"("name");

-- CreateIndex
CREATE INDEX "staff_memberships_person_id_idx" ON "staff_memberships"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_memberships_center_id_person_id_key" ON "staff_memberships"("center_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "agencies_center_id_name_key" ON "agencies"("center_id", "name");

-- CreateIndex
CREATE INDEX "cohorts_center_id_starts_on_idx" ON "cohorts"("center_id", "starts_on");

-- CreateIndex
CREATE INDEX "cohorts_evaluation_rubric_id_idx" ON "cohorts"("evaluation_rubric_id");

-- CreateIndex
CREATE INDEX "cohorts_transfer_rubric_id_idx" ON "cohorts"("transfer_rubric_id");

-- CreateIndex
CREATE INDEX "cohorts_work_rubric_id_idx" ON "cohorts"("work_rubric_id");

-- CreateIndex
CREATE UNIQUE INDEX "groups_cohort_id_name_key" ON "groups"("cohort_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "groups_cohort_id_id_key" ON "groups"("cohort_id", "id");

-- CreateIndex
CREATE INDEX "enrolments_person_id_idx" ON "enrolments"("person_id");

-- CreateIndex
CREATE INDEX "enrolments_agency_id_idx" ON "enrolments"("agency_id");

-- CreateIndex
CREATE INDEX "enrolments_group_id_idx" ON "enrolments"("group_id");

-- CreateIndex
CREATE INDEX "enrolments_facilitator_id_idx" ON "enrolments"("facilitator_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_cohort_id_person_id_role_key" ON "enrolments"("cohort_id", "person_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_cohort_id_id_key" ON "enrolments"("cohort_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_cohort_id_role_roster_number_key" ON "enrolments"("cohort_id", "role", "roster_number");

-- CreateIndex
CREATE UNIQUE INDEX "host_regions_center_id_name_key" ON "host_regions"("center_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "host_units_host_region_id_name_key" ON "host_units"("host_region_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "host_units_host_region_id_id_key" ON "host_units"("host_region_id", "id");

-- CreateIndex
CREATE INDEX "visits_host_region_id_idx" ON "visits"("host_region_id");

-- CreateIndex
CREATE UNIQUE INDEX "visits_cohort_id_host_region_id_key" ON "visits"("cohort_id", "host_region_id");

-- CreateIndex
CREATE INDEX "innovations_host_unit_id_idx" ON "innovations"("host_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "innovations_host_region_id_code_key" ON "innovations"("host_region_id", "code");

-- CreateIndex
CREATE INDEX "innovation_facts_innovation_id_idx" ON "innovation_facts"("innovation_id");

-- CreateIndex
CREATE INDEX "awards_innovation_id_idx" ON "awards"("innovation_id");

-- CreateIndex
CREATE UNIQUE INDEX "awards_host_region_id_name_level_year_key" ON "awards"("host_region_id", "name", "level", "year");

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE UNIQUE INDEX "people_id_number_key" ON "people"("id_number");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_token_hash_key" ON "one_time_links"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_links_person_id_idx" ON "one_time_links"("person_id");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- CreateIndex
CREATE INDEX "criterion_scores_criterion_id_idx" ON "criterion_scores"("criterion_id");

-- CreateIndex
CREATE INDEX "obstacles_category_idx" ON "obstacles"("category");

-- CreateIndex
CREATE INDEX "review_decisions_stage_id_decided_at_idx" ON "review_decisions"("stage_id", "decided_at");

-- CreateIndex
CREATE INDEX "review_decisions_revision_id_idx" ON "review_decisions"("revision_id");

-- CreateIndex
CREATE INDEX "review_reasons_decision_id_idx" ON "review_reasons"("decision_id");

-- CreateIndex
CREATE INDEX "comments_stage_id_created_at_idx" ON "comments"("stage_id", "created_at");

-- CreateIndex
CREATE INDEX "comments_revision_id_idx" ON "comments"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "rubrics_center_id_code_key" ON "rubrics"("center_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "rubric_versions_rubric_id_number_key" ON "rubric_versions"("rubric_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "criteria_rubric_version_id_code_key" ON "criteria"("rubric_version_id", "code");

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_cohort_id_enrolment_id_fkey" FOREIGN KEY ("cohort_id", "enrolment_id") REFERENCES "enrolments"("cohort_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_evaluation_rubric_id_fkey" FOREIGN KEY ("evaluation_rubric_id") REFERENCES "rubric_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_transfer_rubric_id_fkey" FOREIGN KEY ("transfer_rubric_id") REFERENCES "rubric_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_work_rubric_id_fkey" FOREIGN KEY ("work_rubric_id") REFERENCES "rubric_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stages" ADD CONSTRAINT "stages_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stages" ADD CONSTRAINT "stages_latest_revision_id_fkey" FOREIGN KEY ("latest_revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_upstream_revision_id_fkey" FOREIGN KEY ("upstream_revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_memberships" ADD CONSTRAINT "staff_memberships_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_memberships" ADD CONSTRAINT "staff_memberships_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_evaluation_rubric_id_fkey" FOREIGN KEY ("evaluation_rubric_id") REFERENCES "rubric_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_transfer_rubric_id_fkey" FOREIGN KEY ("transfer_rubric_id") REFERENCES "rubric_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_work_rubric_id_fkey" FOREIGN KEY ("work_rubric_id") REFERENCES "rubric_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups" ADD CONSTRAINT "groups_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_cohort_id_group_id_fkey" FOREIGN KEY ("cohort_id", "group_id") REFERENCES "groups"("cohort_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_cohort_id_facilitator_id_fkey" FOREIGN KEY ("cohort_id", "facilitator_id") REFERENCES "enrolments"("cohort_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_regions" ADD CONSTRAINT "host_regions_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_units" ADD CONSTRAINT "host_units_host_region_id_fkey" FOREIGN KEY ("host_region_id") REFERENCES "host_regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_host_region_id_fkey" FOREIGN KEY ("host_region_id") REFERENCES "host_regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovations" ADD CONSTRAINT "innovations_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovations" ADD CONSTRAINT "innovations_host_region_id_fkey" FOREIGN KEY ("host_region_id") REFERENCES "host_regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovations" ADD CONSTRAINT "innovations_host_region_id_host_unit_id_fkey" FOREIGN KEY ("host_region_id", "host_unit_id") REFERENCES "host_units"("host_region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_facts" ADD CONSTRAINT "innovation_facts_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_host_region_id_fkey" FOREIGN KEY ("host_region_id") REFERENCES "host_regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_administrators" ADD CONSTRAINT "platform_administrators_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_scores" ADD CONSTRAINT "criterion_scores_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_scores" ADD CONSTRAINT "criterion_scores_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criteria"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strengths" ADD CONSTRAINT "strengths_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacles" ADD CONSTRAINT "obstacles_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solutions" ADD CONSTRAINT "solutions_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_plans" ADD CONSTRAINT "innovation_plans_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_solutions" ADD CONSTRAINT "plan_solutions_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_reasons" ADD CONSTRAINT "review_reasons_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "review_decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_assessments" ADD CONSTRAINT "work_assessments_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "training_centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rubric_versions" ADD CONSTRAINT "rubric_versions_rubric_id_fkey" FOREIGN KEY ("rubric_id") REFERENCES "rubrics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_rubric_version_id_fkey" FOREIGN KEY ("rubric_version_id") REFERENCES "rubric_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

