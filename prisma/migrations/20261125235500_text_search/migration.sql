-- People, innovations, obstacles and plans are searched by their words: PostgreSQL's Indonesian stemmer
-- beside the bare words, so that a part of a word and a name are found too. The expressions are those of
-- lib/search/data.ts and lib/innovation/data.ts; an index of another expression is not used.

CREATE INDEX "enrolments_words" ON "enrolments" USING gin
  (to_tsvector('simple', "full_name" || ' ' || "position" || ' ' || "work_unit"));

CREATE INDEX "innovations_words" ON "innovations" USING gin
  ((setweight(to_tsvector('simple', "code"), 'A') || setweight(to_tsvector('simple', "name"), 'B')
    || setweight(to_tsvector('indonesian', "name"), 'B') || to_tsvector('indonesian', "summary")
    || to_tsvector('simple', "summary")));

CREATE INDEX "obstacles_words" ON "obstacles" USING gin
  ((to_tsvector('indonesian', "title" || ' ' || coalesce("root_cause", ''))
    || to_tsvector('simple', "title" || ' ' || coalesce("root_cause", ''))));

CREATE INDEX "innovation_plans_words" ON "innovation_plans" USING gin
  ((to_tsvector('indonesian', "title" || ' ' || coalesce("acronym", ''))
    || to_tsvector('simple', "title" || ' ' || coalesce("acronym", ''))));

-- When somebody saw, or skipped, the tour of the first sign-in.
ALTER TABLE "people" ADD COLUMN "toured_at" TIMESTAMPTZ(3);
-- Who works with Lokus already needs none.
UPDATE "people" SET "toured_at" = CURRENT_TIMESTAMP WHERE "password_hash" IS NOT NULL;
