-- A source may give only the month of a development. The log then says the month (2025-09) and no day; its row has the
-- last day of the month, on which it had happened at the latest.
CREATE TYPE "DatePrecision" AS ENUM ('day', 'month');

ALTER TABLE "Development"
  ADD COLUMN "datePrecision" "DatePrecision" NOT NULL DEFAULT 'day',
  ADD CONSTRAINT "a_month_is_its_last_day" CHECK (
    "datePrecision" = 'day' OR extract(month FROM "date") <> extract(month FROM "date" + 1)),
  -- A reference must not look like a day that is not known: 2025-09-m1.
  DROP CONSTRAINT "slug_of_a_development",
  ADD CONSTRAINT "slug_of_a_development" CHECK ("slug" ~ '^\d{4}-\d{2}-(\d{2}-[1-9]\d*|m[1-9]\d*)$');

CREATE DOMAIN "past"."DatePrecision" AS text;
CREATE OR REPLACE VIEW "past"."Development" AS
  SELECT "reference" AS "id", "reference" AS "slug",
    CASE WHEN length("after"->>'date') = 7
      THEN (("after"->>'date' || '-01')::date + interval '1 month' - interval '1 day')::date
      ELSE ("after"->>'date')::date END AS "date",
    ("after"->>'namesTheConference')::boolean AS "namesTheConference", "version",
    "after"->>'kind' AS "kind",
    CASE WHEN length("after"->>'date') = 7 THEN 'month' ELSE 'day' END AS "datePrecision"
  FROM "past"."Latest" WHERE "kind" = 'development';
