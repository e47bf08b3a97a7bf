-- What kind of event a development is, as the editors class it. Of what was entered before, none is made up: it stays
-- blank until a revision states it.
CREATE TYPE "DevelopmentKind" AS ENUM ('signing', 'opening', 'event', 'meeting', 'measure', 'report');

ALTER TABLE "Development" ADD COLUMN "kind" "DevelopmentKind";

-- Entries of the log that were made before have none.
CREATE DOMAIN "past"."DevelopmentKind" AS text;
CREATE OR REPLACE VIEW "past"."Development" AS
  SELECT "reference" AS "id", "reference" AS "slug", ("after"->>'date')::date AS "date",
    ("after"->>'namesTheConference')::boolean AS "namesTheConference", "version",
    "after"->>'kind' AS "kind"
  FROM "past"."Latest" WHERE "kind" = 'development';
