-- Other names that people use for an organisation, as a term of the glossary has them.
ALTER TABLE "Organisation" ADD COLUMN "also" TEXT[];

-- Entries of the log that were made before have none.
CREATE OR REPLACE VIEW "past"."Organisation" AS
  SELECT "reference" AS "id", "reference" AS "slug", "after"->>'side' AS "side", "version",
    ARRAY(SELECT jsonb_array_elements_text("after"->'also')) AS "also"
  FROM "past"."Latest" WHERE "kind" = 'organisation';
