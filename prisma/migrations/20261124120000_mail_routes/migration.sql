-- CreateEnum
CREATE TYPE "MailRoute" AS ENUM ('smtp', 'outbox');

-- AlterEnum
ALTER TYPE "MailKind" ADD VALUE 'test';

-- AlterEnum
ALTER TYPE "MailState" ADD VALUE 'skipped';

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "route" "MailRoute";

-- What has left, or may have, says which way.
ALTER TABLE "Mail" ADD CONSTRAINT "mail_that_left_names_its_route" CHECK (
  "state" NOT IN ('sent', 'uncertain') OR "route" IS NOT NULL);

-- CreateTable
CREATE TABLE "DigestWeek" (
    "week" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DigestWeek_pkey" PRIMARY KEY ("week")
);
ALTER TABLE "DigestWeek" ADD CONSTRAINT "digest_week_is_an_iso_week" CHECK ("week" ~ '^\d{4}-W\d{2}$');
