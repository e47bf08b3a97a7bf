-- Whether a revision changes wording alone: texts, none that is printed in a source and no figure in one, what a publisher
-- is called, or the kind by which the editors class a development; no status or note of it, no date, party, field, number, link or
-- citation. Readers are told of such corrections together, so that they do not crowd out the others. The log's entries
-- are as they were: this is worked out from them.
CREATE FUNCTION "wording_of"("subjectKind" "SubjectKind") RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE "subjectKind"
    WHEN 'development' THEN ARRAY['texts', 'kind'] WHEN 'source' THEN ARRAY['texts', 'publisher'] ELSE ARRAY['texts'] END;

CREATE FUNCTION "printed_in"("entry" jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    SELECT jsonb_agg(jsonb_build_array("part"."key", "text"."key", "text"."value") ORDER BY "part"."key", "text"."key")
    FROM jsonb_each("entry"->'texts') AS "part", jsonb_each("part"."value") AS "text"
    WHERE "text"."value"->>'origin' = 'as_printed'
  );

CREATE FUNCTION "figures_in"("text" jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace("text"->>'body', '[^0-9二三四五六七八九十百千萬万億亿]+', ' ', 'g'));

CREATE FUNCTION "figures_differ"("before" jsonb, "after" jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM jsonb_each("before"->'texts') AS "part", jsonb_each("part"."value") AS "text"
    WHERE "figures_in"("text"."value") <> "figures_in"("after" #> ARRAY['texts', "part"."key", "text"."key"])
  );

CREATE FUNCTION "of_wording"("subjectKind" "SubjectKind", "before" jsonb, "after" jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN "before" IS NOT NULL
    AND "before" - "wording_of"("subjectKind") = "after" - "wording_of"("subjectKind")
    AND "printed_in"("before") IS NOT DISTINCT FROM "printed_in"("after")
    AND NOT "figures_differ"("before", "after");

ALTER TABLE "Revision" ADD COLUMN "ofWording" boolean NOT NULL
  GENERATED ALWAYS AS (coalesce("of_wording"("subjectKind", "before", "after"), false)) STORED;

CREATE OR REPLACE VIEW "past"."Revision" AS
  SELECT "number", "subjectKind"::text, "subjectReference", "subjectRevision", "action"::text, "before", "after",
    "citations", "actorRole"::text, "actorSide", "actorId", "approverRole"::text, "approverSide", "approverId",
    "corrects", "correctionReason", "recordedAt", "ofWording"
  FROM "public"."Revision" WHERE "number" <= "past"."number"();
