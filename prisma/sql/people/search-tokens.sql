-- person_search_token: the words of person.search_key, one a row (blueprints.md 11). By statement, so that loading
-- twenty thousand people costs one insert and not twenty thousand.
CREATE OR REPLACE FUNCTION people_search_key_inserted() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_search_token (token, person_id)
  SELECT DISTINCT word, person.id
    FROM new_rows person, string_to_table(person.search_key, ' ') AS word
   WHERE word <> ''
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION people_search_key_updated() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM person_search_token gone
   USING new_rows person
    JOIN old_rows before ON before.id = person.id AND before.search_key <> person.search_key
   WHERE gone.person_id = person.id AND gone.token <> ALL (string_to_array(person.search_key, ' '));
  INSERT INTO person_search_token (token, person_id)
  SELECT DISTINCT word, person.id
    FROM new_rows person
    JOIN old_rows before ON before.id = person.id AND before.search_key <> person.search_key,
         string_to_table(person.search_key, ' ') AS word
   WHERE word <> ''
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS search_tokens_insert ON person;
CREATE TRIGGER search_tokens_insert AFTER INSERT ON person
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION people_search_key_inserted();
DROP TRIGGER IF EXISTS search_tokens_update ON person;
CREATE TRIGGER search_tokens_update AFTER UPDATE ON person
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION people_search_key_updated();
