ALTER TYPE "SourceKind" ADD VALUE 'repost';
ALTER TYPE "DocumentKind" ADD VALUE 'action_plan';

-- Corrections to the opening facts, each applied once.
CREATE TABLE "Amendment" (
    "name" TEXT NOT NULL,
    "appliedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("name")
);

-- A document may be signed outside a conference; it belongs to the pair all the same.
ALTER TABLE "Document" ADD COLUMN "mechanismId" TEXT;
UPDATE "Document" SET "mechanismId" = "Conference"."mechanismId"
FROM "Conference" WHERE "Conference"."id" = "Document"."conferenceId";
ALTER TABLE "Document" ALTER COLUMN "mechanismId" SET NOT NULL;
ALTER TABLE "Document" ALTER COLUMN "conferenceId" DROP NOT NULL;
ALTER TABLE "Document" DROP CONSTRAINT "Document_conferenceId_fkey";
ALTER TABLE "Document" ADD CONSTRAINT "Document_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Document" ADD CONSTRAINT "Document_mechanismId_fkey" FOREIGN KEY ("mechanismId") REFERENCES "Mechanism"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The words of sources, to check quotes against.
CREATE TABLE "KeptText" (
    "sourceId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "KeptText_pkey" PRIMARY KEY ("sourceId")
);
ALTER TABLE "KeptText" ADD CONSTRAINT "KeptText_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
