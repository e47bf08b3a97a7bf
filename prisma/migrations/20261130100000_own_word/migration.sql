-- What a side says is said by its own officers, and stays beside what is said later.
ALTER TYPE "Stance" ADD VALUE 'asserts';
ALTER TYPE "Stance" ADD VALUE 'confirmed_earlier';
ALTER TYPE "Stance" ADD VALUE 'withdrawn';
ALTER TYPE "RevisionAction" ADD VALUE 'withdrawn';
ALTER TYPE "SubmissionState" ADD VALUE 'awaiting_side';
ALTER TYPE "MailKind" ADD VALUE 'side_asked';
ALTER TYPE "MailKind" ADD VALUE 'side_touched';

ALTER TABLE "Confirmation" ADD COLUMN "carriedFromId" TEXT, ADD COLUMN "revision" INTEGER;
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_carriedFromId_fkey" FOREIGN KEY ("carriedFromId")
  REFERENCES "Confirmation" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Submission" ADD COLUMN "agreedById" TEXT, ADD COLUMN "agreedAt" TIMESTAMPTZ(3);
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_agreedById_fkey" FOREIGN KEY ("agreedById")
  REFERENCES "Officer" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A statement on its way, or in a draft, holds as many citations as it rests on.
UPDATE "Submission" SET "content" = ("content" - 'citation') || jsonb_build_object('citations',
    CASE WHEN jsonb_typeof("content"->'citation') = 'object' THEN jsonb_build_array("content"->'citation') ELSE '[]' END)
  WHERE "kind" = 'statement' AND NOT "content" ? 'citations';
UPDATE "Draft" SET "values" = (
    SELECT coalesce(jsonb_object_agg(regexp_replace("key", '^citation\.', 'citations.0.'), "value"), '{}')
    FROM jsonb_each("values") AS "field" ("key", "value"))
  WHERE "key" LIKE 'statement:%';

-- As the register stood: what the log keeps of a side's word.
CREATE OR REPLACE VIEW "past"."Confirmation" AS
  SELECT "kind"::text || ' ' || "reference" || ' ' || "said"."key" AS "id",
    "kind"::text || ' ' || "reference" AS "statementId", "said"."key" AS "side",
    "said"."value"->>'stance' AS "stance",
    NULL::text AS "officerId", NULL::text AS "approverId",
    ("said"."value"->>'at')::timestamptz(3) AS "at", "said"."value" AS "whole",
    NULL::text AS "carriedFromId", ("said"."value"->>'revision')::integer AS "revision"
  FROM "past"."Latest",
    jsonb_each(CASE WHEN jsonb_typeof("after"->'statement'->'confirmations') = 'object'
      THEN "after"->'statement'->'confirmations' ELSE '{}' END) AS "said"
  WHERE "kind" IN ('project', 'document');
