-- A document signed outside a conference is in no announced total.
ALTER TABLE "Document" ADD CONSTRAINT "outside_a_conference_is_not_counted" CHECK (
  "conferenceId" IS NOT NULL OR ("counted" = 'no' AND "itemised"));

CREATE OR REPLACE FUNCTION is_side_of(side text, project text, document text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "Mechanism"
    WHERE side IN ("firstCityCode", "secondCityCode") AND "id" IN (
      SELECT "Conference"."mechanismId" FROM "Project" JOIN "Conference" ON "Conference"."id" = "Project"."conferenceId"
        WHERE "Project"."id" = project
      UNION SELECT "mechanismId" FROM "Document" WHERE "id" = document))
$$;

-- The log names the pair of a document only where it has no conference.
DROP VIEW "past"."Document";
CREATE VIEW "past"."Document" AS
  SELECT "then"."reference" AS "id", "then"."reference",
    coalesce("then"."after"->>'mechanism', "held"."after"->>'mechanism') AS "mechanismId",
    "then"."after"->>'conference' AS "conferenceId",
    "now"."position", ("then"."after"->>'itemised')::boolean AS "itemised",
    "then"."after"->>'kind' AS "kind", ("then"."after"->>'signedOn')::date AS "signedOn",
    "then"."after"->>'counted' AS "counted",
    "then"."after"->>'fullTextPublished' AS "fullTextPublished",
    "then"."after"->>'state' AS "state",
    ("then"."after"->'statement'->>'asOf')::date AS "stateAsOf",
    CASE WHEN "then"."after"->'statement'->>'asOf' IS NULL THEN NULL ELSE 'document ' || "then"."reference" END
      AS "currentStatementId",
    "then"."version", "then"."recordedAt" AS "lastRevisedAt"
  FROM "past"."Latest" AS "then"
  JOIN "public"."Document" AS "now" ON "now"."reference" = "then"."reference"
  LEFT JOIN "past"."Latest" AS "held" ON "held"."kind" = 'conference' AND "held"."reference" = "then"."after"->>'conference'
  WHERE "then"."kind" = 'document';
