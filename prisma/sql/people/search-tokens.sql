-- person_search_token: the words of person.search_key, one a row (blueprints.md 11), and person_search_word: every
-- distinct word once. By statement, so that loading twenty thousand people costs two inserts and not forty thousand.

-- Whether a word of a search key is a name of its own. The whole name in one piece (searchKey in lib/people/rules.ts)
-- begins and ends with other words of the same key.
CREATE OR REPLACE FUNCTION people_is_name_part(word text, search_key text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT NOT (EXISTS (SELECT FROM string_to_table(search_key, ' ') AS o WHERE o <> word AND o <> '' AND starts_with(word, o))
          AND EXISTS (SELECT FROM string_to_table(search_key, ' ') AS o WHERE o <> word AND o <> '' AND right(word, length(o)) = o));
$$;

-- A whole name that somebody else has as a part. With the rights of the owner: who loads people may change nothing.
CREATE OR REPLACE FUNCTION people_promote_words(parts text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.person_search_word SET is_part = true WHERE word = ANY (parts) AND NOT is_part;
$$;
DO $$
BEGIN
  REVOKE EXECUTE ON FUNCTION people_promote_words(text[]) FROM PUBLIC;
  -- Whose triggers call it.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'naga_app') THEN
    GRANT EXECUTE ON FUNCTION people_promote_words(text[]) TO naga_app, naga_loader;
  END IF;
END $$;

-- Without sequential scans: a load begins with empty tables, and the plan that is made then would read every known word
-- for every new one (32 s instead of 2 at a campus).
-- A word is never taken away here: two transactions that write people of one name would wait for each other. What
-- nobody is called any more goes at night (people_forget_words).
CREATE OR REPLACE FUNCTION people_search_key_inserted() RETURNS trigger
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  parts text[];
BEGIN
  INSERT INTO person_search_token (token, person_id)
  SELECT DISTINCT word, person.id
    FROM new_rows person, string_to_table(person.search_key, ' ') AS word
   WHERE word <> ''
  ON CONFLICT DO NOTHING;
  WITH learnt AS (
    SELECT word, bool_or(people_is_name_part(word, person.search_key)) AS is_part
      FROM new_rows person, string_to_table(person.search_key, ' ') AS word
     WHERE word <> '' AND NOT EXISTS (SELECT FROM person_search_word k WHERE k.word = word.word AND k.is_part)
     GROUP BY word
  ), added AS (
    INSERT INTO person_search_word (word, is_part) SELECT word, is_part FROM learnt ORDER BY word
    ON CONFLICT DO NOTHING
  )
  SELECT array_agg(k.word) INTO parts FROM learnt JOIN person_search_word k ON k.word = learnt.word
   WHERE learnt.is_part AND NOT k.is_part;
  IF parts IS NOT NULL THEN PERFORM people_promote_words(parts); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION people_search_key_updated() RETURNS trigger
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  parts text[];
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
  WITH learnt AS (
    SELECT word, bool_or(people_is_name_part(word, person.search_key)) AS is_part
      FROM new_rows person
      JOIN old_rows before ON before.id = person.id AND before.search_key <> person.search_key,
           string_to_table(person.search_key, ' ') AS word
     WHERE word <> '' AND NOT EXISTS (SELECT FROM person_search_word k WHERE k.word = word.word AND k.is_part)
     GROUP BY word
  ), added AS (
    INSERT INTO person_search_word (word, is_part) SELECT word, is_part FROM learnt ORDER BY word
    ON CONFLICT DO NOTHING
  )
  SELECT array_agg(k.word) INTO parts FROM learnt JOIN person_search_word k ON k.word = learnt.word
   WHERE learnt.is_part AND NOT k.is_part;
  IF parts IS NOT NULL THEN PERFORM people_promote_words(parts); END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS search_tokens_insert ON person;
CREATE TRIGGER search_tokens_insert AFTER INSERT ON person
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION people_search_key_inserted();
DROP TRIGGER IF EXISTS search_tokens_update ON person;
CREATE TRIGGER search_tokens_update AFTER UPDATE ON person
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION people_search_key_updated();

-- Databases that had people before there were words.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM person_search_word) AND EXISTS (SELECT FROM person) THEN
    PERFORM set_config('naga.actor', 'system:migrate', true);
    INSERT INTO person_search_word (word, is_part)
    SELECT word, bool_or(people_is_name_part(word, person.search_key))
      FROM person, string_to_table(person.search_key, ' ') AS word WHERE word <> '' GROUP BY word;
  END IF;
END $$;
