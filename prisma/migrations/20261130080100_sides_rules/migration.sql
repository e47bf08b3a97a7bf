-- The rules of sides that the schema cannot say. Each one's name is what a person reads when it is broken.

-- `hk_side` names HK, and no other code.
ALTER TABLE "City" ADD CONSTRAINT "city_code_is_in_capitals" CHECK ("code" ~ '^[A-Z]{2,8}$');
ALTER TABLE "City" ADD CONSTRAINT "city_has_a_short_name_in_each_language" CHECK (
  "shortName" ?& ARRAY['zh-Hant', 'zh-Hans', 'en']);
ALTER TABLE "City" ADD CONSTRAINT "city_script_is_chinese" CHECK ("script" IN ('zh-Hant', 'zh-Hans'));
ALTER TABLE "StatusStatement" ADD CONSTRAINT "statement_says_who_asserts_it" CHECK (
  "assertedBy" ~ '^([a-z]{2,8}_side|both_sides|press|editor)$');

-- Whether a city is one of the two of the mechanism that an item belongs to.
CREATE FUNCTION is_side_of(side text, project text, document text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "Mechanism" JOIN "Conference" ON "Conference"."mechanismId" = "Mechanism"."id"
    WHERE side IN ("firstCityCode", "secondCityCode") AND "Conference"."id" IN (
      SELECT "conferenceId" FROM "Project" WHERE "id" = project
      UNION SELECT "conferenceId" FROM "Document" WHERE "id" = document))
$$;

CREATE FUNCTION check_assertion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_side_of(upper(split_part(NEW."assertedBy", '_', 1)), NEW."projectId", NEW."documentId") THEN
    RAISE EXCEPTION 'a statement is asserted by a side of another mechanism' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER statement_is_asserted_by_its_side AFTER INSERT ON "StatusStatement"
  FOR EACH ROW WHEN (NEW."assertedBy" LIKE '%\_side') EXECUTE FUNCTION check_assertion();

CREATE FUNCTION check_side() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "StatusStatement" WHERE "id" = NEW."statementId"
      AND is_side_of(NEW."side", "projectId", "documentId")) THEN
    RAISE EXCEPTION 'a side of another mechanism has no say in a statement' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER confirmation_is_of_its_side AFTER INSERT ON "Confirmation"
  FOR EACH ROW EXECUTE FUNCTION check_side();
