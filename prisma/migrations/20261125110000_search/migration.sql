-- What a search finds things by. The entries of what is held already are filled in at the next start, since
-- folding is the program's, not the database's.
CREATE TYPE "SearchKind" AS ENUM ('conference', 'field', 'project', 'document', 'organisation', 'development', 'source', 'quote');

-- Compared byte by byte ("C"): grams and places are no words of any language, and it is several times faster.
CREATE TABLE "SearchEntry" (
    "kind" "SearchKind" NOT NULL,
    "reference" TEXT NOT NULL,
    "projectReference" TEXT,
    "documentReference" TEXT,
    "place" TEXT COLLATE "C" NOT NULL,
    "head" TEXT NOT NULL,
    "headGrams" TEXT[] COLLATE "C",
    "folded" TEXT NOT NULL,
    "grams" TEXT[] COLLATE "C",
    "sourceSlug" TEXT,
    "quote" TEXT,
    "edition" INTEGER NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("kind","reference")
);

CREATE UNIQUE INDEX "SearchEntry_projectReference_key" ON "SearchEntry"("projectReference");
CREATE UNIQUE INDEX "SearchEntry_documentReference_key" ON "SearchEntry"("documentReference");
CREATE INDEX "SearchEntry_kind_place_idx" ON "SearchEntry"("kind", "place");
-- Without a list of pending entries, which every search would have to read through and which the embedded
-- engine never clears by itself.
CREATE INDEX "SearchEntry_grams_idx" ON "SearchEntry" USING GIN ("grams") WITH (fastupdate = off);

ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_projectReference_fkey" FOREIGN KEY ("projectReference") REFERENCES "Project"("reference") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_documentReference_fkey" FOREIGN KEY ("documentReference") REFERENCES "Document"("reference") ON DELETE SET NULL ON UPDATE CASCADE;

-- An entry of a project or document hangs on it, so that a list can be searched together with its filters.
ALTER TABLE "SearchEntry" ADD CONSTRAINT "entry_hangs_on_its_item" CHECK (
  ("kind" = 'project') = ("projectReference" IS NOT NULL) AND coalesce("projectReference" = "reference", true) AND
  ("kind" = 'document') = ("documentReference" IS NOT NULL) AND coalesce("documentReference" = "reference", true));
ALTER TABLE "SearchEntry" ADD CONSTRAINT "quote_has_a_source" CHECK (
  ("kind" = 'quote') = ("sourceSlug" IS NOT NULL) AND ("kind" = 'quote') = ("quote" IS NOT NULL));

-- The one way of searching takes the place of the other.
ALTER TABLE "Document" DROP COLUMN "searchText";
ALTER TABLE "Organisation" DROP COLUMN "searchText";
ALTER TABLE "Project" DROP COLUMN "searchText";
