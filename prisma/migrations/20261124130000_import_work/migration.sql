-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "workedAt" TIMESTAMPTZ(3);

-- What is being worked on, or was, is found when a server looks for what another one left.
CREATE INDEX "Import_state_idx" ON "Import"("state");
