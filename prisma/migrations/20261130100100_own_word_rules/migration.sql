-- Who may speak for a side, which the schema cannot say. Each rule's name is what a person reads when it is broken.

-- A side's own officer says so, or nobody does. What was published before this rule stands as it is, without a tick.
CREATE FUNCTION check_own_assertion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Officer" WHERE "id" = NEW."authorId" AND lower("side") || '_side' = NEW."assertedBy") THEN
    RAISE EXCEPTION 'a statement is asserted for a side by somebody who is no officer of it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER statement_is_asserted_by_own_officer AFTER INSERT ON "StatusStatement"
  FOR EACH ROW WHEN (NEW."assertedBy" LIKE '%\_side') EXECUTE FUNCTION check_own_assertion();

-- Checked at commit: what both sides say, an officer of each has said.
CREATE FUNCTION check_both_sides() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(DISTINCT "side") FROM "Confirmation"
      WHERE "statementId" = NEW."id" AND "stance" = 'asserts' AND "carriedFromId" IS NULL) <> 2 THEN
    RAISE EXCEPTION 'a statement of both sides needs an officer of each' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER both_sides_say_so AFTER INSERT ON "StatusStatement"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."assertedBy" = 'both_sides') EXECUTE FUNCTION check_both_sides();

CREATE FUNCTION check_own_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Officer" WHERE "id" = NEW."officerId" AND "side" = NEW."side") THEN
    RAISE EXCEPTION 'a side is spoken for by somebody who is no officer of it' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."stance" = 'asserts' AND NOT EXISTS (SELECT FROM "StatusStatement" WHERE "id" = NEW."statementId"
      AND "assertedBy" IN ('both_sides', lower(NEW."side") || '_side')) THEN
    RAISE EXCEPTION 'a side asserts a statement that is not its own' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER side_is_spoken_for_by_its_own_officer AFTER INSERT ON "Confirmation"
  FOR EACH ROW WHEN (NEW."carriedFromId" IS NULL) EXECUTE FUNCTION check_own_word();

-- A word that is carried to a later statement stays the same word; a tick stays one while the state, its day, who says so
-- and the evidence stay.
ALTER TABLE "Confirmation" ADD CONSTRAINT "carried_word_names_its_revision" CHECK (
  ("carriedFromId" IS NULL) = ("revision" IS NULL));
ALTER TABLE "Confirmation" ADD CONSTRAINT "earlier_word_is_carried" CHECK (
  "stance" <> 'confirmed_earlier' OR "carriedFromId" IS NOT NULL);
ALTER TABLE "Confirmation" ADD CONSTRAINT "word_taken_back_is_not_carried" CHECK (
  "stance" <> 'withdrawn' OR "carriedFromId" IS NULL);

CREATE FUNCTION same_substance(one text, other text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT one = other OR (
    (SELECT ("projectState", "documentState", "asOf", "assertedBy") FROM "StatusStatement" WHERE "id" = one)
      IS NOT DISTINCT FROM
    (SELECT ("projectState", "documentState", "asOf", "assertedBy") FROM "StatusStatement" WHERE "id" = other)
    AND NOT EXISTS (
      (SELECT "sourceId", "quote", "locator" FROM "Citation" WHERE "statementId" = one
        EXCEPT SELECT "sourceId", "quote", "locator" FROM "Citation" WHERE "statementId" = other)
      UNION ALL
      (SELECT "sourceId", "quote", "locator" FROM "Citation" WHERE "statementId" = other
        EXCEPT SELECT "sourceId", "quote", "locator" FROM "Citation" WHERE "statementId" = one)))
$$;

CREATE FUNCTION check_carried_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Confirmation" "said"
    JOIN "StatusStatement" "was" ON "was"."id" = "said"."statementId"
    JOIN "StatusStatement" "is" ON "is"."id" = NEW."statementId"
    WHERE "said"."id" = NEW."carriedFromId" AND "said"."side" = NEW."side" AND "said"."at" = NEW."at"
      AND "said"."officerId" IS NOT DISTINCT FROM NEW."officerId"
      AND "was"."projectId" IS NOT DISTINCT FROM "is"."projectId"
      AND "was"."documentId" IS NOT DISTINCT FROM "is"."documentId"
      AND CASE
        WHEN NEW."stance" IN ('asserts', 'confirms') THEN
          "said"."stance" = NEW."stance" AND same_substance("was"."id", "is"."id")
        WHEN NEW."stance" = 'confirmed_earlier' THEN "said"."stance" IN ('asserts', 'confirms', 'confirmed_earlier')
        ELSE "said"."stance" = NEW."stance"
      END) THEN
    RAISE EXCEPTION 'a word that is carried is not what the side said' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER carried_word_is_what_was_said AFTER INSERT ON "Confirmation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."carriedFromId" IS NOT NULL) EXECUTE FUNCTION check_carried_word();

-- The round
ALTER TABLE "Submission" ADD CONSTRAINT "waits_for_the_other_side_after_a_reviewer" CHECK (
  "state" <> 'awaiting_side' OR ("kind" = 'statement' AND "reviewerId" IS NOT NULL AND "approvedVersion" IS NOT NULL));
ALTER TABLE "Submission" ADD CONSTRAINT "agreement_has_a_time_and_a_person" CHECK (
  ("agreedById" IS NULL) = ("agreedAt" IS NULL));
ALTER TABLE "Submission" ADD CONSTRAINT "other_side_is_not_the_author" CHECK (
  "agreedById" IS NULL OR "agreedById" <> "authorId");
