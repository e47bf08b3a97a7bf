-- What a city is called in the ticks, and what its officers write first, are held with the city.
ALTER TABLE "City" ADD COLUMN "shortName" JSONB, ADD COLUMN "script" TEXT;
UPDATE "City" SET "shortName" = '{"zh-Hant": "港", "zh-Hans": "港", "en": "HK"}', "script" = 'zh-Hant' WHERE "code" = 'HK';
UPDATE "City" SET "shortName" = '{"zh-Hant": "滬", "zh-Hans": "沪", "en": "Shanghai"}', "script" = 'zh-Hans' WHERE "code" = 'SH';
ALTER TABLE "City" ALTER COLUMN "shortName" SET NOT NULL, ALTER COLUMN "script" SET NOT NULL;
CREATE OR REPLACE VIEW "past"."City" AS SELECT * FROM "public"."City";

-- Who asserts a statement is named by the city of the side, of any pair. The words stay those of the log.
ALTER TABLE "StatusStatement" ALTER COLUMN "assertedBy" TYPE TEXT USING "assertedBy"::text;
DROP DOMAIN "past"."AssertedBy";
DROP TYPE "AssertedBy";
