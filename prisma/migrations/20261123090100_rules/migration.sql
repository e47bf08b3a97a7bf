-- The rules of the register that the schema cannot say. Each one's name is what a person reads when it is broken.

-- References: their form, and that they are permanent. A row that cannot be deleted or renamed
-- keeps its reference from ever being used again.
ALTER TABLE "Conference" ADD CONSTRAINT "reference_of_a_conference" CHECK ("reference" ~ '^([a-z]+-)?[1-9][0-9]*$');
ALTER TABLE "Field" ADD CONSTRAINT "reference_of_a_field" CHECK ("reference" ~ '^([a-z]+-)?[1-9][0-9]*-[1-9][0-9]*$');
ALTER TABLE "Project" ADD CONSTRAINT "reference_of_a_project" CHECK ("reference" ~ '^([a-z]+-)?[1-9][0-9]*-([1-9][0-9]*\.[1-9][0-9]*|u[0-9]{2,})$');
ALTER TABLE "Document" ADD CONSTRAINT "reference_of_a_document" CHECK ("reference" ~ '^([a-z]+-)?[1-9][0-9]*-[dm][0-9]{2,}$');
ALTER TABLE "Development" ADD CONSTRAINT "slug_of_a_development" CHECK ("slug" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}-[1-9][0-9]*$');

CREATE FUNCTION refuse_rename() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a reference is permanent: % cannot be renamed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'nothing is deleted from the register: %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: a correction is a new entry', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE entry text[];
BEGIN
  FOREACH entry SLICE 1 IN ARRAY ARRAY[
    ['Mechanism', 'slug'], ['Conference', 'reference'], ['Field', 'reference'], ['Project', 'reference'],
    ['Document', 'reference'], ['Organisation', 'slug'], ['Person', 'slug'], ['Source', 'slug'],
    ['Development', 'slug'], ['GlossaryTerm', 'slug']
  ] LOOP
    EXECUTE format('CREATE TRIGGER permanent_reference BEFORE UPDATE OF %2$I ON %1$I FOR EACH ROW WHEN (OLD.%2$I IS DISTINCT FROM NEW.%2$I) EXECUTE FUNCTION refuse_rename()', entry[1], entry[2]);
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_delete()', entry[1]);
  END LOOP;
  -- The append-only tables: the log, the statements, the audit trail.
  FOREACH entry SLICE 1 IN ARRAY ARRAY[['Revision'], ['StatusStatement'], ['AuditEntry']] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', entry[1]);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', entry[1]);
  END LOOP;
END $$;

-- What a published statement rests on is as fixed as the statement.
CREATE TRIGGER append_only_citation BEFORE UPDATE OR DELETE ON "Citation"
  FOR EACH ROW WHEN (OLD."statementId" IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- Numbers
ALTER TABLE "Announcement" ADD CONSTRAINT "announced_number_is_positive" CHECK ("number" IS NULL OR "number" > 0);
ALTER TABLE "Revision" ADD CONSTRAINT "revision_numbers_are_positive" CHECK ("number" > 0 AND "subjectRevision" > 0);
ALTER TABLE "Revision" ADD CONSTRAINT "corrects_an_earlier_one" CHECK ("corrects" IS NULL OR "corrects" < "number");
ALTER TABLE "Revision" ADD CONSTRAINT "corrects_one_that_exists" FOREIGN KEY ("corrects") REFERENCES "Revision" ("number");
ALTER TABLE "Revision" ADD CONSTRAINT "first_revision_has_no_before" CHECK (("subjectRevision" = 1) = ("before" IS NULL));

-- Items
ALTER TABLE "Project" ADD CONSTRAINT "itemised_project_has_a_field" CHECK (NOT "itemised" OR "fieldId" IS NOT NULL);
ALTER TABLE "Document" ADD CONSTRAINT "itemised_document_has_a_kind" CHECK (NOT "itemised" OR "kind" IS NOT NULL);

-- One owner each
ALTER TABLE "Citation" ADD CONSTRAINT "citation_has_one_owner" CHECK (
  num_nonnulls("announcementId", "fieldId", "projectId", "documentId", "developmentId", "statementId") = 1);
ALTER TABLE "Citation" ADD CONSTRAINT "citation_is_not_blank" CHECK ("quote" <> '' AND "locator" <> '');
ALTER TABLE "Text" ADD CONSTRAINT "text_has_one_owner" CHECK (
  num_nonnulls("cityCode", "mechanismId", "conferenceId", "personId", "fieldId", "projectId", "documentId",
    "organisationId", "sourceId", "developmentId", "statementId", "glossaryTermId") = 1);
ALTER TABLE "Text" ADD CONSTRAINT "text_language_is_known" CHECK ("language" IN ('zh-Hant', 'zh-Hans', 'en'));
ALTER TABLE "Text" ADD CONSTRAINT "text_is_not_blank" CHECK (btrim("body") <> '');
ALTER TABLE "Text" ADD CONSTRAINT "derived_text_names_its_original" CHECK ("origin" <> 'script_conversion' OR "derivedFromHash" IS NOT NULL);
ALTER TABLE "Text" ADD CONSTRAINT "review_has_a_time_and_a_person" CHECK (("reviewedById" IS NULL) = ("reviewedAt" IS NULL));
ALTER TABLE "Source" ADD CONSTRAINT "source_language_is_known" CHECK ("language" IN ('zh-Hant', 'zh-Hans', 'en'));
ALTER TABLE "Source" ADD CONSTRAINT "source_address_is_a_web_address" CHECK ("url" ~ '^https?://');
ALTER TABLE "Submission" ADD CONSTRAINT "submission_has_one_item" CHECK (num_nonnulls("projectId", "documentId") = 1);
ALTER TABLE "Submission" ADD CONSTRAINT "decision_has_a_time" CHECK (("state" = 'submitted') = ("decidedAt" IS NULL));
ALTER TABLE "Submission" ADD CONSTRAINT "returned_with_a_reason" CHECK ("state" <> 'returned' OR btrim("returnReason") <> '');
ALTER TABLE "Submission" ADD CONSTRAINT "reviewer_is_not_the_author" CHECK ("reviewerId" IS NULL OR "reviewerId" <> "authorId");

-- A statement is of one item, in that item's states.
ALTER TABLE "StatusStatement" ADD CONSTRAINT "statement_has_one_item" CHECK (num_nonnulls("projectId", "documentId") = 1);
ALTER TABLE "StatusStatement" ADD CONSTRAINT "statement_state_fits_its_item" CHECK (
  ("projectId" IS NOT NULL) = ("projectState" IS NOT NULL) AND ("documentId" IS NOT NULL) = ("documentState" IS NOT NULL));

-- Checked at commit, when the statement's citations and texts are in: every state but `not_reported`
-- rests on a citation; `behind` and `ended` give a reason.
CREATE FUNCTION check_statement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stated text := coalesce(NEW."projectState"::text, NEW."documentState"::text);
BEGIN
  IF stated <> 'not_reported' AND NOT EXISTS (SELECT FROM "Citation" WHERE "statementId" = NEW."id") THEN
    RAISE EXCEPTION 'a statement of % rests on no citation', stated USING ERRCODE = 'check_violation';
  END IF;
  IF stated IN ('behind', 'ended') AND NOT EXISTS (SELECT FROM "Text" WHERE "statementId" = NEW."id" AND "part" = 'reason') THEN
    RAISE EXCEPTION 'a statement of % gives no reason', stated USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER statement_rests_on_evidence AFTER INSERT ON "StatusStatement"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_statement();

-- An itemised project has its text, an itemised document its title.
CREATE FUNCTION check_itemised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Project' AND NOT EXISTS (SELECT FROM "Text" WHERE "projectId" = NEW."id" AND "part" = 'text') THEN
    RAISE EXCEPTION 'project % is itemised without a text', NEW."reference" USING ERRCODE = 'check_violation';
  END IF;
  IF TG_TABLE_NAME = 'Document' AND NOT EXISTS (SELECT FROM "Text" WHERE "documentId" = NEW."id" AND "part" = 'title') THEN
    RAISE EXCEPTION 'document % is itemised without a title', NEW."reference" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER itemised_has_text AFTER INSERT OR UPDATE OF "itemised" ON "Project"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."itemised") EXECUTE FUNCTION check_itemised();
CREATE CONSTRAINT TRIGGER itemised_has_title AFTER INSERT OR UPDATE OF "itemised" ON "Document"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."itemised") EXECUTE FUNCTION check_itemised();
