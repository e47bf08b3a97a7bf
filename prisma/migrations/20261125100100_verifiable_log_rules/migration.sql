-- What the register has signed stands as it is, like the log that it is about.
DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['LogNode', 'LogKey', 'Checkpoint'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', entry);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', entry);
  END LOOP;
END $$;

ALTER TABLE "LogNode" ADD CONSTRAINT "node_has_a_place" CHECK ("level" >= 0 AND "position" >= 0);
ALTER TABLE "LogNode" ADD CONSTRAINT "node_hash_is_sha_256" CHECK ("hash" ~ '^[A-Za-z0-9+/]{43}=$');
ALTER TABLE "LogKey" ADD CONSTRAINT "later_keys_are_introduced" CHECK (("number" = 1) = ("note" IS NULL));
ALTER TABLE "Checkpoint" ADD CONSTRAINT "checkpoint_covers_something" CHECK ("size" > 0);
ALTER TABLE "Checkpoint" ADD CONSTRAINT "root_is_sha_256" CHECK ("root" ~ '^[A-Za-z0-9+/]{43}=$');

-- One line, without a gap and without a fork: whoever signs second on the same checkpoint is refused.
CREATE FUNCTION key_follows_the_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."number" <> (SELECT coalesce(max("number"), 0) + 1 FROM "LogKey") THEN
    RAISE EXCEPTION 'key % does not follow the last one', NEW."number" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER key_follows_the_last BEFORE INSERT ON "LogKey" FOR EACH ROW EXECUTE FUNCTION key_follows_the_last();

CREATE FUNCTION checkpoint_follows_the_last() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE previous "Checkpoint"%ROWTYPE;
BEGIN
  SELECT * INTO previous FROM "Checkpoint" ORDER BY "number" DESC LIMIT 1;
  IF NEW."number" <> coalesce(previous."number", 0) + 1 THEN
    RAISE EXCEPTION 'checkpoint % does not follow the last one', NEW."number" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."size" < previous."size" OR (NEW."size" = previous."size" AND NEW."root" <> previous."root")
     OR NEW."signedAt" < previous."signedAt" OR NEW."keyNumber" < previous."keyNumber" THEN
    RAISE EXCEPTION 'checkpoint % contradicts the one before', NEW."number" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."size" > (SELECT coalesce(max("number"), 0) FROM "Revision") THEN
    RAISE EXCEPTION 'checkpoint % covers more than the log holds', NEW."number" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER checkpoint_follows_the_last BEFORE INSERT ON "Checkpoint" FOR EACH ROW EXECUTE FUNCTION checkpoint_follows_the_last();
