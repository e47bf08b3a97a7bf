-- CreateEnum
CREATE TYPE "ProjectState" AS ENUM ('not_reported', 'not_started', 'in_progress', 'ongoing', 'completed', 'behind', 'ended');

-- CreateEnum
CREATE TYPE "DocumentState" AS ENUM ('signed', 'in_effect', 'renewed', 'expired', 'ended');

-- CreateEnum
CREATE TYPE "AssertedBy" AS ENUM ('hk_side', 'sh_side', 'both_sides', 'press', 'editor');

-- CreateEnum
CREATE TYPE "AnnouncementKind" AS ENUM ('fields', 'projects', 'documents');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('memorandum', 'memorandum_of_understanding', 'arrangement', 'letter_of_intent', 'agreement');

-- CreateEnum
CREATE TYPE "Counted" AS ENUM ('yes', 'presumed', 'unclear', 'no');

-- CreateEnum
CREATE TYPE "Publication" AS ENUM ('yes', 'no', 'unknown');

-- CreateEnum
CREATE TYPE "PartyRole" AS ENUM ('party', 'witness');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('newspaper', 'news', 'government', 'institution', 'trade_press');

-- CreateEnum
CREATE TYPE "TextPart" AS ENUM ('name', 'title', 'text', 'note', 'place', 'summary', 'reason', 'definition');

-- CreateEnum
CREATE TYPE "TextOrigin" AS ENUM ('as_printed', 'official', 'unofficial_translation', 'script_conversion', 'editorial');

-- CreateEnum
CREATE TYPE "OriginDetail" AS ENUM ('exact_title_not_printed', 'reported_in_cantonese', 'press');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('mechanism', 'organisation', 'person', 'source', 'conference', 'field', 'project', 'document', 'development', 'glossary_term');

-- CreateEnum
CREATE TYPE "RevisionAction" AS ENUM ('entered', 'status_published', 'text_changed', 'facts_changed', 'itemised', 'corrected');

-- CreateEnum
CREATE TYPE "RevisionRole" AS ENUM ('register', 'editor', 'reviewer', 'admin');

-- CreateEnum
CREATE TYPE "OfficerRole" AS ENUM ('editor', 'reviewer', 'admin');

-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('submitted', 'published', 'returned', 'withdrawn');

-- CreateEnum
CREATE TYPE "AuditOutcome" AS ENUM ('done', 'refused');

-- CreateTable
CREATE TABLE "City" (
    "code" TEXT NOT NULL,

    CONSTRAINT "City_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Mechanism" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "referencePrefix" TEXT NOT NULL,
    "firstCityCode" TEXT NOT NULL,
    "secondCityCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Mechanism_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conference" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "mechanismId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "heldOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Conference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chair" (
    "conferenceId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "Chair_pkey" PRIMARY KEY ("conferenceId","side")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" TEXT NOT NULL,
    "conferenceId" TEXT NOT NULL,
    "kind" "AnnouncementKind" NOT NULL,
    "number" INTEGER,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Field" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "conferenceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "conferenceId" TEXT NOT NULL,
    "fieldId" TEXT,
    "position" INTEGER NOT NULL,
    "itemised" BOOLEAN NOT NULL,
    "state" "ProjectState" NOT NULL DEFAULT 'not_reported',
    "stateAsOf" DATE,
    "currentStatementId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "lastRevisedAt" TIMESTAMPTZ(3),
    "searchText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "conferenceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "itemised" BOOLEAN NOT NULL,
    "kind" "DocumentKind",
    "signedOn" DATE,
    "counted" "Counted" NOT NULL,
    "fullTextPublished" "Publication" NOT NULL,
    "state" "DocumentState" NOT NULL,
    "stateAsOf" DATE,
    "currentStatementId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "lastRevisedAt" TIMESTAMPTZ(3),
    "searchText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Party" (
    "documentId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "role" "PartyRole" NOT NULL DEFAULT 'party',
    "position" INTEGER NOT NULL,

    CONSTRAINT "Party_pkey" PRIMARY KEY ("documentId","organisationId")
);

-- CreateTable
CREATE TABLE "Signatory" (
    "documentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Signatory_pkey" PRIMARY KEY ("documentId","personId")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "searchText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "publishedOn" DATE,
    "title" TEXT,
    "kind" "SourceKind" NOT NULL,
    "language" TEXT NOT NULL,
    "url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "quote" TEXT,
    "locator" TEXT,
    "position" INTEGER NOT NULL,
    "announcementId" TEXT,
    "fieldId" TEXT,
    "projectId" TEXT,
    "documentId" TEXT,
    "developmentId" TEXT,
    "statementId" TEXT,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Text" (
    "id" TEXT NOT NULL,
    "part" "TextPart" NOT NULL,
    "language" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "origin" "TextOrigin" NOT NULL,
    "originDetail" "OriginDetail",
    "derivedFromHash" TEXT,
    "reviewedById" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "cityCode" TEXT,
    "mechanismId" TEXT,
    "conferenceId" TEXT,
    "personId" TEXT,
    "fieldId" TEXT,
    "projectId" TEXT,
    "documentId" TEXT,
    "organisationId" TEXT,
    "sourceId" TEXT,
    "developmentId" TEXT,
    "statementId" TEXT,
    "glossaryTermId" TEXT,

    CONSTRAINT "Text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusStatement" (
    "id" TEXT NOT NULL,
    "projectId" TEXT,
    "documentId" TEXT,
    "projectState" "ProjectState",
    "documentState" "DocumentState",
    "asOf" DATE NOT NULL,
    "assertedBy" "AssertedBy" NOT NULL,
    "authorId" TEXT,
    "approverId" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StatusStatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Development" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "namesTheConference" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Development_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GlossaryTerm" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "also" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "GlossaryTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "number" INTEGER NOT NULL,
    "subjectKind" "SubjectKind" NOT NULL,
    "subjectReference" TEXT NOT NULL,
    "subjectRevision" INTEGER NOT NULL,
    "action" "RevisionAction" NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "citations" JSONB NOT NULL,
    "actorRole" "RevisionRole" NOT NULL,
    "actorSide" TEXT,
    "actorId" TEXT,
    "approverRole" "RevisionRole",
    "approverSide" TEXT,
    "approverId" TEXT,
    "corrects" INTEGER,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" TEXT,
    "hash" TEXT,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Officer" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "OfficerRole" NOT NULL,
    "side" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficerSession" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OfficerSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficerAccount" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OfficerAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficerVerification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OfficerVerification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "officerId" TEXT NOT NULL,
    "fieldId" TEXT NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("officerId","fieldId")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" TEXT NOT NULL,
    "projectId" TEXT,
    "documentId" TEXT,
    "baseVersion" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "state" "SubmissionState" NOT NULL DEFAULT 'submitted',
    "authorId" TEXT NOT NULL,
    "reviewerId" TEXT,
    "returnReason" TEXT,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "officerId" TEXT,
    "action" TEXT NOT NULL,
    "subjectReference" TEXT,
    "outcome" "AuditOutcome" NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_DocumentToField" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_DocumentToField_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_DocumentToProject" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_DocumentToProject_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_DevelopmentToField" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_DevelopmentToField_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_DevelopmentToProject" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_DevelopmentToProject_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "Mechanism_slug_key" ON "Mechanism"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Mechanism_referencePrefix_key" ON "Mechanism"("referencePrefix");

-- CreateIndex
CREATE UNIQUE INDEX "Conference_reference_key" ON "Conference"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Conference_mechanismId_number_key" ON "Conference"("mechanismId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Person_slug_key" ON "Person"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Announcement_conferenceId_kind_key" ON "Announcement"("conferenceId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Field_reference_key" ON "Field"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Field_conferenceId_number_key" ON "Field"("conferenceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Project_reference_key" ON "Project"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Project_currentStatementId_key" ON "Project"("currentStatementId");

-- CreateIndex
CREATE INDEX "Project_fieldId_idx" ON "Project"("fieldId");

-- CreateIndex
CREATE INDEX "Project_state_idx" ON "Project"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Project_conferenceId_position_key" ON "Project"("conferenceId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Document_reference_key" ON "Document"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Document_currentStatementId_key" ON "Document"("currentStatementId");

-- CreateIndex
CREATE INDEX "Document_state_idx" ON "Document"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Document_conferenceId_position_key" ON "Document"("conferenceId", "position");

-- CreateIndex
CREATE INDEX "Party_organisationId_idx" ON "Party"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE INDEX "Organisation_side_idx" ON "Organisation"("side");

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_announcementId_position_key" ON "Citation"("announcementId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_fieldId_position_key" ON "Citation"("fieldId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_projectId_position_key" ON "Citation"("projectId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_documentId_position_key" ON "Citation"("documentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_developmentId_position_key" ON "Citation"("developmentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_statementId_position_key" ON "Citation"("statementId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Text_cityCode_part_language_key" ON "Text"("cityCode", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_mechanismId_part_language_key" ON "Text"("mechanismId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_conferenceId_part_language_key" ON "Text"("conferenceId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_personId_part_language_key" ON "Text"("personId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_fieldId_part_language_key" ON "Text"("fieldId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_projectId_part_language_key" ON "Text"("projectId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_documentId_part_language_key" ON "Text"("documentId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_organisationId_part_language_key" ON "Text"("organisationId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_sourceId_part_language_key" ON "Text"("sourceId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_developmentId_part_language_key" ON "Text"("developmentId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_statementId_part_language_key" ON "Text"("statementId", "part", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Text_glossaryTermId_part_language_key" ON "Text"("glossaryTermId", "part", "language");

-- CreateIndex
CREATE INDEX "StatusStatement_projectId_idx" ON "StatusStatement"("projectId");

-- CreateIndex
CREATE INDEX "StatusStatement_documentId_idx" ON "StatusStatement"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Development_slug_key" ON "Development"("slug");

-- CreateIndex
CREATE INDEX "Development_date_idx" ON "Development"("date");

-- CreateIndex
CREATE UNIQUE INDEX "GlossaryTerm_slug_key" ON "GlossaryTerm"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "GlossaryTerm_position_key" ON "GlossaryTerm"("position");

-- CreateIndex
CREATE INDEX "Revision_recordedAt_idx" ON "Revision"("recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_subjectKind_subjectReference_subjectRevision_key" ON "Revision"("subjectKind", "subjectReference", "subjectRevision");

-- CreateIndex
CREATE UNIQUE INDEX "Officer_email_key" ON "Officer"("email");

-- CreateIndex
CREATE UNIQUE INDEX "OfficerSession_token_key" ON "OfficerSession"("token");

-- CreateIndex
CREATE INDEX "OfficerSession_userId_idx" ON "OfficerSession"("userId");

-- CreateIndex
CREATE INDEX "OfficerAccount_userId_idx" ON "OfficerAccount"("userId");

-- CreateIndex
CREATE INDEX "OfficerVerification_identifier_idx" ON "OfficerVerification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE INDEX "Submission_state_idx" ON "Submission"("state");

-- CreateIndex
CREATE INDEX "Submission_authorId_idx" ON "Submission"("authorId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_officerId_idx" ON "AuditEntry"("officerId");

-- CreateIndex
CREATE INDEX "_DocumentToField_B_index" ON "_DocumentToField"("B");

-- CreateIndex
CREATE INDEX "_DocumentToProject_B_index" ON "_DocumentToProject"("B");

-- CreateIndex
CREATE INDEX "_DevelopmentToField_B_index" ON "_DevelopmentToField"("B");

-- CreateIndex
CREATE INDEX "_DevelopmentToProject_B_index" ON "_DevelopmentToProject"("B");

-- AddForeignKey
ALTER TABLE "Mechanism" ADD CONSTRAINT "Mechanism_firstCityCode_fkey" FOREIGN KEY ("firstCityCode") REFERENCES "City"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mechanism" ADD CONSTRAINT "Mechanism_secondCityCode_fkey" FOREIGN KEY ("secondCityCode") REFERENCES "City"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conference" ADD CONSTRAINT "Conference_mechanismId_fkey" FOREIGN KEY ("mechanismId") REFERENCES "Mechanism"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chair" ADD CONSTRAINT "Chair_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chair" ADD CONSTRAINT "Chair_side_fkey" FOREIGN KEY ("side") REFERENCES "City"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chair" ADD CONSTRAINT "Chair_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Field" ADD CONSTRAINT "Field_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_fieldId_fkey" FOREIGN KEY ("fieldId") REFERENCES "Field"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_currentStatementId_fkey" FOREIGN KEY ("currentStatementId") REFERENCES "StatusStatement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_currentStatementId_fkey" FOREIGN KEY ("currentStatementId") REFERENCES "StatusStatement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signatory" ADD CONSTRAINT "Signatory_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signatory" ADD CONSTRAINT "Signatory_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_side_fkey" FOREIGN KEY ("side") REFERENCES "City"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_fieldId_fkey" FOREIGN KEY ("fieldId") REFERENCES "Field"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_developmentId_fkey" FOREIGN KEY ("developmentId") REFERENCES "Development"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "StatusStatement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_cityCode_fkey" FOREIGN KEY ("cityCode") REFERENCES "City"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_mechanismId_fkey" FOREIGN KEY ("mechanismId") REFERENCES "Mechanism"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_fieldId_fkey" FOREIGN KEY ("fieldId") REFERENCES "Field"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_developmentId_fkey" FOREIGN KEY ("developmentId") REFERENCES "Development"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "StatusStatement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_glossaryTermId_fkey" FOREIGN KEY ("glossaryTermId") REFERENCES "GlossaryTerm"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusStatement" ADD CONSTRAINT "StatusStatement_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusStatement" ADD CONSTRAINT "StatusStatement_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusStatement" ADD CONSTRAINT "StatusStatement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusStatement" ADD CONSTRAINT "StatusStatement_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Officer" ADD CONSTRAINT "Officer_side_fkey" FOREIGN KEY ("side") REFERENCES "City"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficerSession" ADD CONSTRAINT "OfficerSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficerAccount" ADD CONSTRAINT "OfficerAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_fieldId_fkey" FOREIGN KEY ("fieldId") REFERENCES "Field"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DocumentToField" ADD CONSTRAINT "_DocumentToField_A_fkey" FOREIGN KEY ("A") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DocumentToField" ADD CONSTRAINT "_DocumentToField_B_fkey" FOREIGN KEY ("B") REFERENCES "Field"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DocumentToProject" ADD CONSTRAINT "_DocumentToProject_A_fkey" FOREIGN KEY ("A") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DocumentToProject" ADD CONSTRAINT "_DocumentToProject_B_fkey" FOREIGN KEY ("B") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DevelopmentToField" ADD CONSTRAINT "_DevelopmentToField_A_fkey" FOREIGN KEY ("A") REFERENCES "Development"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DevelopmentToField" ADD CONSTRAINT "_DevelopmentToField_B_fkey" FOREIGN KEY ("B") REFERENCES "Field"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DevelopmentToProject" ADD CONSTRAINT "_DevelopmentToProject_A_fkey" FOREIGN KEY ("A") REFERENCES "Development"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DevelopmentToProject" ADD CONSTRAINT "_DevelopmentToProject_B_fkey" FOREIGN KEY ("B") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
