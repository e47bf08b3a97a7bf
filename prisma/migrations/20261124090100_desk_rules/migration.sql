-- The rules of the desk that the schema cannot say. Each one's name is what a person reads when it is broken.

-- One owner each: a side's view owns texts and citations as well.
ALTER TABLE "Citation" DROP CONSTRAINT "citation_has_one_owner";
ALTER TABLE "Citation" ADD CONSTRAINT "citation_has_one_owner" CHECK (
  num_nonnulls("announcementId", "fieldId", "projectId", "documentId", "developmentId", "statementId", "confirmationId") = 1);
ALTER TABLE "Text" DROP CONSTRAINT "text_has_one_owner";
ALTER TABLE "Text" ADD CONSTRAINT "text_has_one_owner" CHECK (
  num_nonnulls("cityCode", "mechanismId", "conferenceId", "personId", "fieldId", "projectId", "documentId",
    "organisationId", "sourceId", "developmentId", "statementId", "confirmationId", "glossaryTermId") = 1);

-- Nothing is published by one person alone. NOT VALID: what was published before this rule stands as it is.
ALTER TABLE "StatusStatement" ADD CONSTRAINT "approver_is_not_the_author" CHECK (
  "authorId" IS NULL OR "authorId" IS DISTINCT FROM "approverId") NOT VALID;
ALTER TABLE "Revision" ADD CONSTRAINT "approver_is_not_the_actor" CHECK (
  "actorId" IS NULL OR "actorId" IS DISTINCT FROM "approverId") NOT VALID;

-- A correction names what it corrects and says why.
ALTER TABLE "Revision" ADD CONSTRAINT "correction_says_why" CHECK (
  ("corrects" IS NULL) = ("correctionReason" IS NULL)) NOT VALID;
ALTER TABLE "Submission" ADD CONSTRAINT "correction_says_why" CHECK (
  ("corrects" IS NULL) = ("correctionReason" IS NULL));

-- The round
ALTER TABLE "Submission" ADD CONSTRAINT "only_an_edit_brings_a_new_subject" CHECK (
  "subjectReference" IS NOT NULL OR "kind" = 'edit');
ALTER TABLE "Submission" ADD CONSTRAINT "approved_for_a_release_by_a_reviewer" CHECK (
  "state" <> 'approved' OR ("releaseId" IS NOT NULL AND "reviewerId" IS NOT NULL AND "approvedVersion" IS NOT NULL));
ALTER TABLE "Submission" ADD CONSTRAINT "only_what_was_published_names_its_revision" CHECK (
  "publishedRevision" IS NULL OR "state" = 'published');
ALTER TABLE "Release" ADD CONSTRAINT "ended_release_has_a_time" CHECK (("state" = 'scheduled') = ("endedAt" IS NULL));
ALTER TABLE "Release" ADD CONSTRAINT "failed_release_says_why" CHECK ("state" <> 'failed' OR "failure" IS NOT NULL);

-- What a side has said stands; the next word of that side is another row.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Confirmation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "Confirmation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_view_citation BEFORE UPDATE OR DELETE ON "Citation"
  FOR EACH ROW WHEN (OLD."confirmationId" IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- Checked at commit: a differing view says what it is and rests on a citation.
CREATE FUNCTION check_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Citation" WHERE "confirmationId" = NEW."id") THEN
    RAISE EXCEPTION 'a differing view rests on no citation' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM "Text" WHERE "confirmationId" = NEW."id") THEN
    RAISE EXCEPTION 'a differing view says nothing' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER view_rests_on_evidence AFTER INSERT ON "Confirmation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."stance" = 'differs') EXECUTE FUNCTION check_view();

-- Officers, mails, uploads
ALTER TABLE "Officer" ADD CONSTRAINT "officer_language_is_known" CHECK ("language" IN ('zh-Hant', 'zh-Hans', 'en'));
-- Shanghai's officers read Simplified unless they choose otherwise.
UPDATE "Officer" SET "language" = 'zh-Hans' WHERE "side" = 'SH';
ALTER TABLE "Mail" ADD CONSTRAINT "sent_mail_has_a_time" CHECK (("state" = 'sent') = ("sentAt" IS NOT NULL));
ALTER TABLE "Import" ADD CONSTRAINT "progress_is_a_part_of_the_whole" CHECK ("done" BETWEEN 0 AND "total");
ALTER TABLE "Passkey" ADD CONSTRAINT "passkey_counter_is_not_negative" CHECK ("counter" >= 0);
