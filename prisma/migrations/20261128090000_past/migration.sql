-- The register as it stood at a past revision of its log: one view for each table that public pages read, with the
-- table's name and columns, made from the log alone. The same queries read them; which revision, the setting
-- "register.number" of their transaction says. A change of such a table, or of what the log keeps, changes its view.
CREATE SCHEMA "past";

-- Queries name an enum by the schema that they read; what the log keeps is its word.
CREATE DOMAIN "past"."ProjectState" AS text;
CREATE DOMAIN "past"."DocumentState" AS text;
CREATE DOMAIN "past"."AssertedBy" AS text;
CREATE DOMAIN "past"."AnnouncementKind" AS text;
CREATE DOMAIN "past"."DocumentKind" AS text;
CREATE DOMAIN "past"."Counted" AS text;
CREATE DOMAIN "past"."Publication" AS text;
CREATE DOMAIN "past"."PartyRole" AS text;
CREATE DOMAIN "past"."SourceKind" AS text;
CREATE DOMAIN "past"."TextPart" AS text;
CREATE DOMAIN "past"."TextOrigin" AS text;
CREATE DOMAIN "past"."OriginDetail" AS text;
CREATE DOMAIN "past"."SubjectKind" AS text;
CREATE DOMAIN "past"."SearchKind" AS text;
CREATE DOMAIN "past"."RevisionAction" AS text;
CREATE DOMAIN "past"."RevisionRole" AS text;
CREATE DOMAIN "past"."Stance" AS text;

CREATE FUNCTION "past"."number"() RETURNS integer LANGUAGE sql STABLE
  RETURN coalesce(nullif(current_setting('register.number', true), ''), '0')::integer;

CREATE VIEW "past"."Revision" AS
  SELECT "number", "subjectKind"::text, "subjectReference", "subjectRevision", "action"::text, "before", "after",
    "citations", "actorRole"::text, "actorSide", "actorId", "approverRole"::text, "approverSide", "approverId",
    "corrects", "correctionReason", "recordedAt"
  FROM "public"."Revision" WHERE "number" <= "past"."number"();

-- Each subject as it stood.
CREATE VIEW "past"."Latest" AS
  SELECT DISTINCT ON ("subjectKind", "subjectReference")
    "subjectKind" AS "kind", "subjectReference" AS "reference", "subjectRevision" AS "version",
    "recordedAt", "after"
  FROM "public"."Revision"
  WHERE "number" <= "past"."number"()
  ORDER BY "subjectKind", "subjectReference", "subjectRevision" DESC;

-- What the log does not keep never changes: the cities, and the order in which projects, documents and terms were entered.
CREATE VIEW "past"."City" AS SELECT * FROM "public"."City";

CREATE VIEW "past"."Mechanism" AS
  SELECT "reference" AS "id", "reference" AS "slug", "after"->>'referencePrefix' AS "referencePrefix",
    "after"->'cities'->>0 AS "firstCityCode", "after"->'cities'->>1 AS "secondCityCode", "version"
  FROM "past"."Latest" WHERE "kind" = 'mechanism';

CREATE VIEW "past"."Conference" AS
  SELECT "reference" AS "id", "reference", "after"->>'mechanism' AS "mechanismId",
    ("after"->>'number')::integer AS "number", ("after"->>'heldOn')::date AS "heldOn", "version"
  FROM "past"."Latest" WHERE "kind" = 'conference';

CREATE VIEW "past"."Person" AS
  SELECT "reference" AS "id", "reference" AS "slug", "version"
  FROM "past"."Latest" WHERE "kind" = 'person';

CREATE VIEW "past"."Chair" AS
  SELECT "reference" AS "conferenceId", "chair"->>'side' AS "side", "chair"->>'person' AS "personId"
  FROM "past"."Latest", jsonb_array_elements("after"->'chairs') AS "chair"
  WHERE "kind" = 'conference';

CREATE VIEW "past"."Announcement" AS
  SELECT "reference" || ' ' || "said"."key" AS "id", "reference" AS "conferenceId",
    "said"."key" AS "kind", ("said"."value"->>'number')::integer AS "number"
  FROM "past"."Latest", jsonb_each("after"->'announced') AS "said"
  WHERE "kind" = 'conference';

CREATE VIEW "past"."Field" AS
  SELECT "reference" AS "id", "reference", "after"->>'conference' AS "conferenceId",
    ("after"->>'number')::integer AS "number", "version"
  FROM "past"."Latest" WHERE "kind" = 'field';

CREATE VIEW "past"."Project" AS
  SELECT "then"."reference" AS "id", "then"."reference", "after"->>'conference' AS "conferenceId",
    "after"->>'field' AS "fieldId", "now"."position", ("after"->>'itemised')::boolean AS "itemised",
    "after"->>'state' AS "state",
    ("after"->'statement'->>'asOf')::date AS "stateAsOf",
    CASE WHEN "after"->'statement'->>'asOf' IS NULL THEN NULL ELSE 'project ' || "then"."reference" END
      AS "currentStatementId",
    "then"."version", "recordedAt" AS "lastRevisedAt"
  FROM "past"."Latest" AS "then"
  JOIN "public"."Project" AS "now" ON "now"."reference" = "then"."reference"
  WHERE "then"."kind" = 'project';

CREATE VIEW "past"."Document" AS
  SELECT "then"."reference" AS "id", "then"."reference", "after"->>'conference' AS "conferenceId",
    "now"."position", ("after"->>'itemised')::boolean AS "itemised",
    "after"->>'kind' AS "kind", ("after"->>'signedOn')::date AS "signedOn",
    "after"->>'counted' AS "counted",
    "after"->>'fullTextPublished' AS "fullTextPublished",
    "after"->>'state' AS "state",
    ("after"->'statement'->>'asOf')::date AS "stateAsOf",
    CASE WHEN "after"->'statement'->>'asOf' IS NULL THEN NULL ELSE 'document ' || "then"."reference" END
      AS "currentStatementId",
    "then"."version", "recordedAt" AS "lastRevisedAt"
  FROM "past"."Latest" AS "then"
  JOIN "public"."Document" AS "now" ON "now"."reference" = "then"."reference"
  WHERE "then"."kind" = 'document';

CREATE VIEW "past"."Party" AS
  SELECT "reference" AS "documentId", "party"."value"->>'organisation' AS "organisationId",
    "party"."value"->>'role' AS "role", "party"."ordinality"::integer AS "position"
  FROM "past"."Latest", jsonb_array_elements("after"->'parties') WITH ORDINALITY AS "party"
  WHERE "kind" = 'document';

CREATE VIEW "past"."Signatory" AS
  SELECT "reference" AS "documentId", "signatory"."value" AS "personId",
    "signatory"."ordinality"::integer AS "position"
  FROM "past"."Latest", jsonb_array_elements_text("after"->'signatories') WITH ORDINALITY AS "signatory"
  WHERE "kind" = 'document';

CREATE VIEW "past"."Organisation" AS
  SELECT "reference" AS "id", "reference" AS "slug", "after"->>'side' AS "side", "version"
  FROM "past"."Latest" WHERE "kind" = 'organisation';

CREATE VIEW "past"."Source" AS
  SELECT "reference" AS "id", "reference" AS "slug", "after"->>'publisher' AS "publisher",
    ("after"->>'publishedOn')::date AS "publishedOn", "after"->>'title' AS "title",
    "after"->>'kind' AS "kind", "after"->>'language' AS "language",
    "after"->>'url' AS "url", "version"
  FROM "past"."Latest" WHERE "kind" = 'source';

CREATE VIEW "past"."Development" AS
  SELECT "reference" AS "id", "reference" AS "slug", ("after"->>'date')::date AS "date",
    ("after"->>'namesTheConference')::boolean AS "namesTheConference", "version"
  FROM "past"."Latest" WHERE "kind" = 'development';

CREATE VIEW "past"."GlossaryTerm" AS
  SELECT "then"."reference" AS "id", "then"."reference" AS "slug", "now"."position",
    ARRAY(SELECT jsonb_array_elements_text("after"->'also')) AS "also", "then"."version"
  FROM "past"."Latest" AS "then"
  JOIN "public"."GlossaryTerm" AS "now" ON "now"."slug" = "then"."reference"
  WHERE "then"."kind" = 'glossary_term';

CREATE VIEW "past"."_DocumentToField" AS
  SELECT "reference" AS "A", "other" AS "B"
  FROM "past"."Latest", jsonb_array_elements_text("after"->'fields') AS "other"
  WHERE "kind" = 'document';

CREATE VIEW "past"."_DocumentToProject" AS
  SELECT "reference" AS "A", "other" AS "B"
  FROM "past"."Latest", jsonb_array_elements_text("after"->'projects') AS "other"
  WHERE "kind" = 'document';

CREATE VIEW "past"."_DevelopmentToField" AS
  SELECT "reference" AS "A", "other" AS "B"
  FROM "past"."Latest", jsonb_array_elements_text("after"->'fields') AS "other"
  WHERE "kind" = 'development';

CREATE VIEW "past"."_DevelopmentToProject" AS
  SELECT "reference" AS "A", "other" AS "B"
  FROM "past"."Latest", jsonb_array_elements_text("after"->'projects') AS "other"
  WHERE "kind" = 'development';

-- Only what is said now is kept of a statement: what was said before it stands in the revisions before.
CREATE VIEW "past"."StatusStatement" AS
  SELECT "kind"::text || ' ' || "reference" AS "id",
    CASE WHEN "kind" = 'project' THEN "reference" END AS "projectId",
    CASE WHEN "kind" = 'document' THEN "reference" END AS "documentId",
    CASE WHEN "kind" = 'project' THEN "after"->>'state' END AS "projectState",
    CASE WHEN "kind" = 'document' THEN "after"->>'state' END AS "documentState",
    ("after"->'statement'->>'asOf')::date AS "asOf",
    "after"->'statement'->>'assertedBy' AS "assertedBy",
    NULL::text AS "authorId", NULL::text AS "approverId", "recordedAt" AS "publishedAt"
  FROM "past"."Latest"
  WHERE "kind" IN ('project', 'document') AND "after"->'statement'->>'asOf' IS NOT NULL;

CREATE VIEW "past"."Confirmation" AS
  SELECT "kind"::text || ' ' || "reference" || ' ' || "said"."key" AS "id",
    "kind"::text || ' ' || "reference" AS "statementId", "said"."key" AS "side",
    "said"."value"->>'stance' AS "stance",
    NULL::text AS "officerId", NULL::text AS "approverId",
    ("said"."value"->>'at')::timestamptz(3) AS "at", "said"."value" AS "whole"
  FROM "past"."Latest",
    jsonb_each(CASE WHEN jsonb_typeof("after"->'statement'->'confirmations') = 'object'
      THEN "after"->'statement'->'confirmations' ELSE '{}' END) AS "said"
  WHERE "kind" IN ('project', 'document');

CREATE FUNCTION "past"."citations_in"(jsonb)
  RETURNS TABLE ("sourceId" text, "quote" text, "locator" text, "position" integer)
  LANGUAGE sql IMMUTABLE AS $$
    SELECT "one"."value"->>'source', "one"."value"->>'quote', "one"."value"->>'locator',
      "one"."ordinality"::integer
    FROM jsonb_array_elements(CASE WHEN jsonb_typeof($1) = 'array' THEN $1 ELSE '[]' END)
      WITH ORDINALITY AS "one"
  $$;

CREATE FUNCTION "past"."texts_in"(jsonb)
  RETURNS TABLE ("part" text, "language" text, "body" text, "origin" text,
    "originDetail" text, "derivedFromHash" text, "reviewedAt" timestamptz(3))
  LANGUAGE sql IMMUTABLE AS $$
    SELECT "passage"."key", "one"."key", "one"."value"->>'body',
      "one"."value"->>'origin',
      "one"."value"->>'originDetail',
      "one"."value"->>'derivedFromHash', ("one"."value"->>'reviewedAt')::timestamptz(3)
    FROM jsonb_each(CASE WHEN jsonb_typeof($1) = 'object' THEN $1 ELSE '{}' END) AS "passage",
      jsonb_each("passage"."value") AS "one"
  $$;

CREATE VIEW "past"."Citation" AS
  SELECT 'fieldId ' || "then"."reference" || ' ' || "cited"."position" AS "id", "cited"."sourceId", "cited"."quote",
    "cited"."locator", "cited"."position",
    NULL::text AS "announcementId", "then"."reference" AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId"
  FROM "past"."Latest" AS "then", "past"."citations_in"("then"."after"->'citations') AS "cited"
  WHERE "then"."kind" = 'field'
  UNION ALL
  SELECT 'projectId ' || "then"."reference" || ' ' || "cited"."position" AS "id", "cited"."sourceId", "cited"."quote",
    "cited"."locator", "cited"."position",
    NULL::text AS "announcementId", NULL::text AS "fieldId", "then"."reference" AS "projectId", NULL::text AS "documentId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId"
  FROM "past"."Latest" AS "then", "past"."citations_in"("then"."after"->'citations') AS "cited"
  WHERE "then"."kind" = 'project'
  UNION ALL
  SELECT 'documentId ' || "then"."reference" || ' ' || "cited"."position" AS "id", "cited"."sourceId", "cited"."quote",
    "cited"."locator", "cited"."position",
    NULL::text AS "announcementId", NULL::text AS "fieldId", NULL::text AS "projectId", "then"."reference" AS "documentId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId"
  FROM "past"."Latest" AS "then", "past"."citations_in"("then"."after"->'citations') AS "cited"
  WHERE "then"."kind" = 'document'
  UNION ALL
  SELECT 'developmentId ' || "then"."reference" || ' ' || "cited"."position" AS "id", "cited"."sourceId", "cited"."quote",
    "cited"."locator", "cited"."position",
    NULL::text AS "announcementId", NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", "then"."reference" AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId"
  FROM "past"."Latest" AS "then", "past"."citations_in"("then"."after"->'citations') AS "cited"
  WHERE "then"."kind" = 'development'
  UNION ALL
  SELECT 'announcementId ' || "then"."reference" || ' ' || "said"."key" || ' ' || "cited"."position" AS "id", "cited"."sourceId", "cited"."quote",
    "cited"."locator", "cited"."position",
    "then"."reference" || ' ' || "said"."key" AS "announcementId", NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId"
  FROM "past"."Latest" AS "then", jsonb_each("then"."after"->'announced') AS "said", "past"."citations_in"("said"."value"->'citations') AS "cited"
  WHERE "then"."kind" = 'conference'
  UNION ALL
  SELECT 'statementId ' || "then"."kind"::text || ' ' || "then"."reference" || ' ' || "cited"."position" AS "id", "cited"."sourceId", "cited"."quote",
    "cited"."locator", "cited"."position",
    NULL::text AS "announcementId", NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "developmentId", "then"."kind"::text || ' ' || "then"."reference" AS "statementId", NULL::text AS "confirmationId"
  FROM "past"."Latest" AS "then", "past"."citations_in"("then"."after"->'statement'->'citations') AS "cited"
  WHERE "then"."kind" IN ('project', 'document')
  UNION ALL
  SELECT 'confirmationId ' || "said"."id" || ' ' || "cited"."position" AS "id", "cited"."sourceId", "cited"."quote",
    "cited"."locator", "cited"."position",
    NULL::text AS "announcementId", NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "developmentId", NULL::text AS "statementId", "said"."id" AS "confirmationId"
  FROM "past"."Confirmation" AS "said", "past"."citations_in"("said"."whole"->'citations') AS "cited";

CREATE VIEW "past"."Text" AS
  SELECT 'mechanismId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", "then"."reference" AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'mechanism'
  UNION ALL
  SELECT 'conferenceId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", "then"."reference" AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'conference'
  UNION ALL
  SELECT 'personId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", "then"."reference" AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'person'
  UNION ALL
  SELECT 'fieldId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    "then"."reference" AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'field'
  UNION ALL
  SELECT 'projectId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", "then"."reference" AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'project'
  UNION ALL
  SELECT 'documentId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", "then"."reference" AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'document'
  UNION ALL
  SELECT 'organisationId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", "then"."reference" AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'organisation'
  UNION ALL
  SELECT 'sourceId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    "then"."reference" AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'source'
  UNION ALL
  SELECT 'developmentId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", "then"."reference" AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'development'
  UNION ALL
  SELECT 'glossaryTermId ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", NULL::text AS "confirmationId",
    "then"."reference" AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'texts') AS "held"
  WHERE "then"."kind" = 'glossary_term'
  UNION ALL
  SELECT 'statementId ' || "then"."kind"::text || ' ' || "then"."reference" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", "then"."kind"::text || ' ' || "then"."reference" AS "statementId", NULL::text AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Latest" AS "then", "past"."texts_in"("then"."after"->'statement'->'texts') AS "held"
  WHERE "then"."kind" IN ('project', 'document')
  UNION ALL
  SELECT 'confirmationId ' || "said"."id" || ' ' || "held"."part" || ' ' || "held"."language" AS "id", "held"."part",
    "held"."language", "held"."body", "held"."origin", "held"."originDetail", "held"."derivedFromHash",
    NULL::text AS "reviewedById", "held"."reviewedAt",
    NULL::text AS "cityCode", NULL::text AS "mechanismId", NULL::text AS "conferenceId", NULL::text AS "personId",
    NULL::text AS "fieldId", NULL::text AS "projectId", NULL::text AS "documentId", NULL::text AS "organisationId",
    NULL::text AS "sourceId", NULL::text AS "developmentId", NULL::text AS "statementId", "said"."id" AS "confirmationId",
    NULL::text AS "glossaryTermId"
  FROM "past"."Confirmation" AS "said", "past"."texts_in"("said"."whole"->'texts') AS "held"
  UNION ALL
  SELECT "id", "part"::text, "language", "body", "origin"::text, "originDetail"::text, "derivedFromHash",
    "reviewedById", "reviewedAt",
    "cityCode", "mechanismId", "conferenceId", "personId",
    "fieldId", "projectId", "documentId", "organisationId",
    "sourceId", "developmentId", "statementId", "confirmationId",
    "glossaryTermId"
  FROM "public"."Text" WHERE "cityCode" IS NOT NULL;

-- What can be found by words is folded by the program: it lays the entries out for the transaction that searches.
CREATE VIEW "past"."SearchEntry" AS
  SELECT "kind", "reference", "projectReference", "documentReference", "place" COLLATE "C" AS "place", "head",
    "headGrams", "folded", "grams", "sourceSlug", "quote", "edition"
  FROM jsonb_to_recordset(coalesce(nullif(current_setting('register.entries', true), ''), '[]')::jsonb) AS "entry" (
    "kind" text, "reference" text, "projectReference" text, "documentReference" text,
    "place" text, "head" text, "headGrams" text[], "folded" text, "grams" text[], "sourceSlug" text,
    "quote" text, "edition" integer);
