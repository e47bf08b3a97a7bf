-- Whether a revision changes wording alone: texts, and none that is printed in a source, or the kind by which the editors
-- class a development; no status or note of it, no date, party, field, number, link or citation. Readers are told of such
-- corrections together, so that they do not crowd out the others. The log's entries are as they were: this is worked out
-- from them.
CREATE FUNCTION "of_wording"("subjectKind" "SubjectKind", "before" jsonb, "after" jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN "before" IS NOT NULL
    AND "before" - CASE "subjectKind" WHEN 'development' THEN ARRAY['texts', 'kind'] ELSE ARRAY['texts'] END
      = "after" - CASE "subjectKind" WHEN 'development' THEN ARRAY['texts', 'kind'] ELSE ARRAY['texts'] END
    AND jsonb_path_query_array("before", '$.texts.*.* ? (@.origin == "as_printed")')
      = jsonb_path_query_array("after", '$.texts.*.* ? (@.origin == "as_printed")');

ALTER TABLE "Revision" ADD COLUMN "ofWording" boolean NOT NULL
  GENERATED ALWAYS AS (coalesce("of_wording"("subjectKind", "before", "after"), false)) STORED;

CREATE OR REPLACE VIEW "past"."Revision" AS
  SELECT "number", "subjectKind"::text, "subjectReference", "subjectRevision", "action"::text, "before", "after",
    "citations", "actorRole"::text, "actorSide", "actorId", "approverRole"::text, "approverSide", "approverId",
    "corrects", "correctionReason", "recordedAt", "ofWording"
  FROM "public"."Revision" WHERE "number" <= "past"."number"();
