-- The two columns held nothing: what was room for a chain over the entries is a tree of its own.
-- AlterTable
ALTER TABLE "Revision" DROP COLUMN "hash",
DROP COLUMN "previousHash";

-- CreateTable
CREATE TABLE "LogNode" (
    "level" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LogNode_pkey" PRIMARY KEY ("level","position")
);

-- CreateTable
CREATE TABLE "LogKey" (
    "number" INTEGER NOT NULL,
    "verifier" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "LogKey_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "number" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "keyNumber" INTEGER NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "LogKey_verifier_key" ON "LogKey"("verifier");

-- CreateIndex
CREATE INDEX "Checkpoint_root_idx" ON "Checkpoint"("root");

-- AddForeignKey
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_keyNumber_fkey" FOREIGN KEY ("keyNumber") REFERENCES "LogKey"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
