-- How things stood on a day, from what is known now: the program lays out, for the transaction that reads it, what
-- was not there yet and which revision's statement holds then (src/features/register/states/model/standing.ts). Where
-- nothing is laid out, the views show what the register had published, as before.
CREATE VIEW "past"."Standing" AS
  SELECT "kind", "reference", "isLeftOut", "state", "revision"
  FROM jsonb_to_recordset(coalesce(nullif(current_setting('register.standing', true), ''), '[]')::jsonb) AS "laid" (
    "kind" text, "reference" text, "isLeftOut" boolean, "state" text, "revision" integer);

CREATE OR REPLACE VIEW "past"."Latest" AS
  SELECT "whole"."kind", "whole"."reference", "whole"."version", "whole"."recordedAt",
    CASE WHEN "standing"."reference" IS NULL THEN "whole"."after"
      ELSE "whole"."after" || jsonb_build_object(
        'state', coalesce("stated"."after"->'state', to_jsonb("standing"."state")),
        'statement', "stated"."after"->'statement')
    END AS "after"
  FROM (
    SELECT DISTINCT ON ("subjectKind", "subjectReference")
      "subjectKind" AS "kind", "subjectReference" AS "reference", "subjectRevision" AS "version",
      "recordedAt", "after"
    FROM "public"."Revision"
    WHERE "number" <= "past"."number"()
    ORDER BY "subjectKind", "subjectReference", "subjectRevision" DESC
  ) AS "whole"
  LEFT JOIN "past"."Standing" AS "standing"
    ON "standing"."kind" = "whole"."kind"::text AND "standing"."reference" = "whole"."reference"
  LEFT JOIN "public"."Revision" AS "stated" ON "stated"."number" = "standing"."revision"
  WHERE "standing"."isLeftOut" IS NOT TRUE;
