-- Which writing of a draft this is: a window that has seen an earlier one may not overwrite it.
ALTER TABLE "Draft" ADD COLUMN "version" TEXT;
UPDATE "Draft" SET "version" = gen_random_uuid()::text;
ALTER TABLE "Draft" ALTER COLUMN "version" SET NOT NULL;
