-- CreateEnum
CREATE TYPE "SubmissionKind" AS ENUM ('statement', 'view', 'edit');

-- CreateEnum
CREATE TYPE "ReleaseState" AS ENUM ('scheduled', 'released', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('confirms', 'differs');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('checking', 'checked', 'applying', 'applied', 'discarded', 'failed');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('waiting', 'sending', 'sent', 'failed', 'uncertain');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('returned', 'to_review', 'release_failed', 'digest');

-- AlterEnum
ALTER TYPE "OfficerRole" ADD VALUE 'viewer';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RevisionAction" ADD VALUE 'confirmed';
ALTER TYPE "RevisionAction" ADD VALUE 'differed';

-- AlterEnum
ALTER TYPE "SubmissionState" ADD VALUE 'approved';

-- AlterTable
ALTER TABLE "Citation" ADD COLUMN     "confirmationId" TEXT;

-- AlterTable
ALTER TABLE "Officer" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'zh-Hant',
ADD COLUMN     "mailDigest" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "mailReturned" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "mailReview" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "seenRevision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "correctionReason" JSONB;

-- A submission names its subject as the log does. Those on their way are carried over: until now all were
-- status statements of one project or document.
ALTER TABLE "Submission" DROP CONSTRAINT "submission_has_one_item";
ALTER TABLE "Submission" ADD COLUMN     "approvedVersion" INTEGER,
ADD COLUMN     "correctionReason" JSONB,
ADD COLUMN     "corrects" INTEGER,
ADD COLUMN     "importId" TEXT,
ADD COLUMN     "kind" "SubmissionKind",
ADD COLUMN     "publishedRevision" INTEGER,
ADD COLUMN     "releaseId" TEXT,
ADD COLUMN     "replacesId" TEXT,
ADD COLUMN     "subjectKind" "SubjectKind",
ADD COLUMN     "subjectReference" TEXT;
UPDATE "Submission" SET "kind" = 'statement',
  "subjectKind" = CASE WHEN "projectId" IS NULL THEN 'document'::"SubjectKind" ELSE 'project'::"SubjectKind" END,
  "subjectReference" = coalesce(
    (SELECT "reference" FROM "Project" WHERE "id" = "projectId"),
    (SELECT "reference" FROM "Document" WHERE "id" = "documentId"));
ALTER TABLE "Submission" ALTER COLUMN "kind" SET NOT NULL, ALTER COLUMN "subjectKind" SET NOT NULL;

-- DropForeignKey
ALTER TABLE "Submission" DROP CONSTRAINT "Submission_documentId_fkey";

-- DropForeignKey
ALTER TABLE "Submission" DROP CONSTRAINT "Submission_projectId_fkey";

-- AlterTable
ALTER TABLE "Submission" DROP COLUMN "documentId",
DROP COLUMN "projectId";

-- AlterTable
ALTER TABLE "Text" ADD COLUMN     "confirmationId" TEXT;

-- CreateTable
CREATE TABLE "Confirmation" (
    "id" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "stance" "Stance" NOT NULL,
    "officerId" TEXT,
    "approverId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficerTwoFactor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "OfficerTwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "officerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "officerId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "state" "ReleaseState" NOT NULL DEFAULT 'scheduled',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "failure" JSONB,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" TEXT NOT NULL,
    "officerId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'checking',
    "rows" JSONB NOT NULL,
    "decisions" JSONB NOT NULL,
    "findings" JSONB,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "officerId" TEXT NOT NULL,
    "kind" "MailKind" NOT NULL,
    "detail" JSONB NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Confirmation_statementId_side_idx" ON "Confirmation"("statementId", "side");

-- CreateIndex
CREATE INDEX "OfficerTwoFactor_userId_idx" ON "OfficerTwoFactor"("userId");

-- CreateIndex
CREATE INDEX "OfficerTwoFactor_secret_idx" ON "OfficerTwoFactor"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_officerId_idx" ON "Passkey"("officerId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_officerId_key_key" ON "Draft"("officerId", "key");

-- CreateIndex
CREATE INDEX "Release_state_at_idx" ON "Release"("state", "at");

-- CreateIndex
CREATE INDEX "Import_officerId_idx" ON "Import"("officerId");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_key_key" ON "Mail"("key");

-- CreateIndex
CREATE INDEX "Mail_state_nextAttemptAt_idx" ON "Mail"("state", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_confirmationId_position_key" ON "Citation"("confirmationId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_replacesId_key" ON "Submission"("replacesId");

-- CreateIndex
CREATE INDEX "Submission_subjectKind_subjectReference_idx" ON "Submission"("subjectKind", "subjectReference");

-- CreateIndex
CREATE INDEX "Submission_releaseId_idx" ON "Submission"("releaseId");

-- CreateIndex
CREATE UNIQUE INDEX "Text_confirmationId_part_language_key" ON "Text"("confirmationId", "part", "language");

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_confirmationId_fkey" FOREIGN KEY ("confirmationId") REFERENCES "Confirmation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_confirmationId_fkey" FOREIGN KEY ("confirmationId") REFERENCES "Confirmation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "StatusStatement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_side_fkey" FOREIGN KEY ("side") REFERENCES "City"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficerTwoFactor" ADD CONSTRAINT "OfficerTwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
