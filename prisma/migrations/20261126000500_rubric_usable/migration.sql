-- Why: what the office calls ready for use and what a cohort may choose must be one thing. A
-- criterion has an explanation and a name that no other has, too.

CREATE OR REPLACE FUNCTION "rubric_version_usable"("version_id" uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "rubric_versions" v
    JOIN LATERAL (
      SELECT count(*) AS criteria, coalesce(sum(c."weight"), 0) AS weight, min(c."weight") AS lightest,
             count(*) FILTER (WHERE btrim(c."label_id") = '' OR btrim(c."definition_id") = '') AS unnamed,
             count(DISTINCT lower(btrim(c."label_id"))) AS names
        FROM "criteria" c WHERE c."rubric_version_id" = v."id"
    ) t ON true
    WHERE v."id" = "version_id" AND t.criteria > 0 AND t.unnamed = 0 AND t.names = t.criteria
      AND CASE v."weighting"
        WHEN 'PERCENT' THEN t.weight = 100
        WHEN 'LEVEL_TIMES_WEIGHT' THEN t.lightest > 0 AND v."max_total" = t.weight * v."scale_max"
        WHEN 'GATE' THEN v."scale_kind" = 'YES_NO'
        ELSE true
      END
  )
$$;
