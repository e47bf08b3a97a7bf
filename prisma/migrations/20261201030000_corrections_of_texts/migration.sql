-- Whether a revision changes texts alone, and none that is printed in a source: no status or note of it, no date,
-- party, field, number, link or citation. Readers are told of such corrections together, so that they do not crowd out
-- the others. The log's entries are as they were: this is worked out from them.
CREATE FUNCTION "texts_alone"("before" jsonb, "after" jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN "before" IS NOT NULL
    AND "before" - 'texts' = "after" - 'texts'
    AND jsonb_path_query_array("before", '$.texts.*.* ? (@.origin == "as_printed")')
      = jsonb_path_query_array("after", '$.texts.*.* ? (@.origin == "as_printed")');

ALTER TABLE "Revision" ADD COLUMN "textsAlone" boolean NOT NULL
  GENERATED ALWAYS AS (coalesce("texts_alone"("before", "after"), false)) STORED;

CREATE OR REPLACE VIEW "past"."Revision" AS
  SELECT "number", "subjectKind"::text, "subjectReference", "subjectRevision", "action"::text, "before", "after",
    "citations", "actorRole"::text, "actorSide", "actorId", "approverRole"::text, "approverSide", "approverId",
    "corrects", "correctionReason", "recordedAt", "textsAlone"
  FROM "public"."Revision" WHERE "number" <= "past"."number"();
