-- The search of people by name (blueprints.md 11, docs/adr): words as typed, then words that differ by one slip of the
-- pen, then parts of names. Slips are looked for among the distinct words, of which a million people have some hundred
-- thousand, and only the words that fit lead to people.

-- A Khmer word without its dependent vowels and signs: who forgets one, or types another, means the same name.
CREATE OR REPLACE FUNCTION people_khmer_skeleton(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT regexp_replace(word, '[\u17b4-\u17d1\u17d3\u17dd]', '', 'g');
$$;

-- One slip of the pen leaves the first or the second half of a word whole: two ranges hold every word that is so near.
CREATE INDEX IF NOT EXISTS person_search_word_start ON person_search_word (length(word), word);
CREATE INDEX IF NOT EXISTS person_search_word_end ON person_search_word (length(word), (reverse(word) COLLATE "C"));
CREATE INDEX IF NOT EXISTS person_search_word_skeleton ON person_search_word ((people_khmer_skeleton(word) COLLATE "C"))
  WHERE word ~ '[\u1780-\u17b3]';
CREATE INDEX IF NOT EXISTS person_search_word_part ON person_search_word (word) WHERE is_part;
-- Parts of names, and words that are merely alike. The whole names in one piece are not among them.
CREATE INDEX IF NOT EXISTS person_search_word_trigram ON person_search_word USING gin (word gin_trgm_ops) WHERE is_part;

-- Greater than every text that begins with the word, in byte order.
CREATE OR REPLACE FUNCTION people_after(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT word || chr(1114111) $$;

-- The known words that differ from `typed` by one letter too many, missing or wrong, or by two neighbours swapped;
-- at any place, the first letter included. Not `typed` itself.
CREATE OR REPLACE FUNCTION people_near_words(typed text) RETURNS SETOF text
LANGUAGE plpgsql STABLE ROWS 10 AS $$
DECLARE
  size integer := length(typed);
  head text COLLATE "C" := left(typed, size / 2);
  tail text COLLATE "C" := reverse(right(typed, size - size / 2));
BEGIN
  RETURN QUERY
    SELECT w.word FROM person_search_word w
     WHERE length(w.word) = ANY (ARRAY[size - 1, size, size + 1]) AND w.word >= head AND w.word < people_after(head)
       AND w.word <> typed AND levenshtein_less_equal(w.word, typed, 1) <= 1
    UNION
    SELECT w.word FROM person_search_word w
     WHERE length(w.word) = ANY (ARRAY[size - 1, size, size + 1])
       AND reverse(w.word) COLLATE "C" >= tail AND reverse(w.word) COLLATE "C" < people_after(tail)
       AND w.word <> typed AND levenshtein_less_equal(w.word, typed, 1) <= 1
    UNION
    SELECT w.word FROM person_search_word w
     WHERE w.word <> typed AND w.word = ANY (ARRAY(
       SELECT left(typed, i - 1) || substr(typed, i + 1, 1) || substr(typed, i, 1) || substr(typed, i + 2)
         FROM generate_series(1, size - 1) AS i));
END $$;

-- People who have one of `leads` as a word, and a word that begins with each of `others`. At most 2,000 people with a
-- lead are looked at where what is found is a guess.

CREATE OR REPLACE FUNCTION people_with_words(leads text[], others text[], wanted integer, looked_at integer) RETURNS SETOF integer
LANGUAGE sql STABLE ROWS 50 AS $$
  SELECT t.person_id
    FROM (SELECT x.person_id FROM person_search_token x WHERE x.token = ANY (leads) LIMIT looked_at) t
   WHERE NOT EXISTS (SELECT FROM unnest(others) AS o(word) WHERE NOT EXISTS (
           SELECT FROM person_search_token k
            WHERE k.person_id = t.person_id AND k.token >= o.word AND k.token < people_after(o.word)))
   LIMIT wanted;
$$;

-- Everybody with a name that begins with the word, for words that begin thousands of names.
CREATE OR REPLACE FUNCTION people_with_part(word text) RETURNS integer[]
LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT t.person_id FROM person_search_token t WHERE t.token = ANY (ARRAY(
    SELECT w.word FROM person_search_word w
     WHERE w.is_part AND w.word >= $1 AND w.word < people_after($1))));
$$;

-- People by the folded words of a query (searchTokens in lib/people/rules.ts), each with the best rank by which they
-- were found: 0 the words as they are, 10 beginnings, 30 and 31 one slip of the pen (30: the first of each spelling, so
-- that no common name hides the others), 40 parts of names. Slips of the whole are looked for while fewer than ten people
-- were found, slips in one of several words and parts of them where nobody was. At most `wanted` people of a rank, the newest first.
CREATE OR REPLACE FUNCTION people_search_names(words text[], wanted integer)
RETURNS TABLE (person_id integer, rank integer)
LANGUAGE plpgsql STABLE ROWS 100 AS $$
DECLARE
  few constant integer := 10;
  many constant integer := 3000;
  -- A list counts everybody; a search shows the best and stops.
  everybody constant boolean := wanted > 1000;
  ids integer[];
  people integer[] := '{}';
  ranks integer[] := '{}';
  wholes text[];
  leads text[];
  others text[];
  typed text;
  size integer;
  lead text;
  least_size integer := many + 1;
BEGIN
  -- The name in one piece, in the order typed and in each rotation of it: family name last, or first.
  SELECT array_agg(DISTINCT array_to_string(words[i + 1 : ] || words[1 : i], ''))
    INTO wholes FROM generate_series(0, cardinality(words) - 1) AS i;

  FOREACH typed IN ARRAY wholes LOOP
    ids := ARRAY(SELECT t.person_id FROM person_search_token t WHERE t.token = typed
                  ORDER BY t.person_id DESC LIMIT wanted);
    people := people || ids; ranks := ranks || array_fill(0, ARRAY[cardinality(ids)]);
  END LOOP;
  FOREACH typed IN ARRAY wholes LOOP
    EXIT WHEN cardinality(people) >= wanted;
    ids := ARRAY(SELECT t.person_id FROM person_search_token t
                  WHERE t.token > typed AND t.token < people_after(typed)
                  ORDER BY t.token, t.person_id DESC LIMIT wanted - cardinality(people));
    people := people || ids; ranks := ranks || array_fill(10, ARRAY[cardinality(ids)]);
  END LOOP;

  -- Beginnings of both names in one piece: every name that begins with the one word, then the other word.
  IF cardinality(words) = 2 AND (cardinality(people) < few OR everybody) THEN
    ids := ARRAY(SELECT t.person_id
      FROM (SELECT w.word || words[3 - i] AS start FROM generate_series(1, 2) AS i
              JOIN person_search_word w ON w.is_part AND w.word > words[i] AND w.word < people_after(words[i])) AS s
      CROSS JOIN LATERAL (SELECT x.person_id FROM person_search_token x
                           WHERE x.token >= s.start AND x.token < people_after(s.start) LIMIT wanted) AS t
     LIMIT wanted);
    people := people || ids; ranks := ranks || array_fill(10, ARRAY[cardinality(ids)]);
  END IF;

  -- Words anywhere among the names of a person: the rarest leads, the others are looked up per person.
  IF cardinality(words) > 1 AND (cardinality(people) < few OR everybody) THEN
    FOREACH typed IN ARRAY words LOOP
      SELECT count(*) INTO size FROM (SELECT FROM person_search_token t
        WHERE t.token >= typed AND t.token < people_after(typed) LIMIT many + 1) AS counted;
      IF size < least_size OR lead IS NULL THEN lead := typed; least_size := size; END IF;
    END LOOP;
    others := array_remove(words, lead);
    IF least_size <= many THEN
      ids := ARRAY(SELECT people_with_words(
        ARRAY(SELECT DISTINCT x.token FROM person_search_token x WHERE x.token >= lead AND x.token < people_after(lead)),
        others, wanted, many));
    ELSE
      -- All of them begin many names: both sides are read once.
      ids := people_with_part(lead);
      FOREACH typed IN ARRAY others LOOP
        ids := ARRAY(SELECT unnest(ids) INTERSECT SELECT unnest(people_with_part(typed)));
      END LOOP;
      ids := ids[1 : wanted];
    END IF;
    people := people || ids; ranks := ranks || array_fill(10, ARRAY[cardinality(ids)]);
  END IF;

  IF (SELECT count(DISTINCT p) FROM unnest(people) AS p) < few THEN
    -- One slip in the whole name, or Khmer vowels that are missing.
    leads := ARRAY(
      SELECT near FROM unnest(wholes) AS w, people_near_words(w) AS near WHERE length(w) >= 4
      UNION
      SELECT k.word FROM unnest(wholes) AS w
        JOIN LATERAL (SELECT s.word FROM person_search_word s
                       WHERE s.word ~ '[\u1780-\u17b3]' AND s.word <> w
                         AND people_khmer_skeleton(s.word) COLLATE "C" = people_khmer_skeleton(w) LIMIT 20) k ON true
       WHERE w ~ '[\u1780-\u17b3].*[\u1780-\u17b3]');
    SELECT people || array_agg(f.person_id), ranks || array_agg(f.rank) INTO people, ranks
      FROM (SELECT t.person_id, CASE WHEN t.place = 1 THEN 30 ELSE 31 END AS rank
              FROM unnest(leads) AS l(word)
              JOIN LATERAL (SELECT x.person_id, row_number() OVER (ORDER BY x.person_id DESC) AS place
                              FROM person_search_token x WHERE x.token = l.word
                             ORDER BY x.person_id DESC LIMIT 10) t ON true) f HAVING count(*) > 0
      UNION ALL SELECT people, ranks LIMIT 1;
    -- One slip in one of several words.
    IF cardinality(words) > 1 AND people = '{}' THEN
      FOREACH typed IN ARRAY words LOOP
        CONTINUE WHEN length(typed) < 4;
        leads := ARRAY(SELECT near FROM people_near_words(typed) AS near);
        CONTINUE WHEN leads = '{}';
        ids := ARRAY(SELECT people_with_words(leads, array_remove(words, typed), 20, 2000));
        people := people || ids; ranks := ranks || array_fill(31, ARRAY[cardinality(ids)]);
      END LOOP;
    END IF;
  END IF;

  IF people = '{}' OR (cardinality(words) = 1 AND (SELECT count(DISTINCT p) FROM unnest(people) AS p) < few) THEN
    FOREACH typed IN ARRAY words LOOP
      CONTINUE WHEN length(typed) < 3;
      leads := ARRAY(SELECT w.word FROM person_search_word w
                      WHERE w.is_part AND (w.word LIKE '%' || typed || '%' OR w.word % typed)
                      ORDER BY similarity(w.word, typed) DESC LIMIT 8);
      CONTINUE WHEN leads = '{}';
      ids := ARRAY(SELECT people_with_words(leads, array_remove(words, typed), 30, 2000));
      people := people || ids; ranks := ranks || array_fill(40, ARRAY[cardinality(ids)]);
    END LOOP;
  END IF;

  RETURN QUERY SELECT f.id, min(f.place) FROM unnest(people, ranks) AS f(id, place) GROUP BY f.id;
END $$;

-- Teachers and staff by the same words and ranks. They are few: every one of them is looked at, so that no common name
-- of students hides them.
CREATE OR REPLACE FUNCTION people_search_employees(words text[]) RETURNS TABLE (person_id integer, rank integer)
LANGUAGE sql STABLE ROWS 20 AS $$
  WITH typed AS MATERIALIZED (
    SELECT list.words[i] AS word, list.id,
           CASE WHEN length(list.words[i]) >= 4 THEN ARRAY(SELECT people_near_words(list.words[i])) ELSE '{}' END AS near,
           CASE WHEN list.words[i] ~ '[\u1780-\u17b3].*[\u1780-\u17b3]' THEN people_khmer_skeleton(list.words[i]) END AS skeleton
      FROM (SELECT 0 AS id, $1 AS words
            UNION ALL
            SELECT i, ARRAY[array_to_string($1[i + 1 : ] || $1[1 : i], '')] FROM generate_series(1, cardinality($1)) AS i
             WHERE cardinality($1) > 1) AS list, generate_subscripts(list.words, 1) AS i
  ), had AS MATERIALIZED (
    SELECT t.person_id, t.token
      FROM (SELECT teacher.person_id FROM teacher UNION SELECT staff.person_id FROM staff) AS e
      JOIN person_search_token t ON t.person_id = e.person_id
  ), judged AS (
    SELECT had.person_id, typed.id, typed.word,
           min(CASE WHEN had.token = typed.word THEN 0
                    WHEN starts_with(had.token, typed.word) THEN 10
                    WHEN had.token = ANY (typed.near) OR people_khmer_skeleton(had.token) = typed.skeleton THEN 30
                    WHEN length(typed.word) >= 3 AND strpos(had.token, typed.word) > 0 THEN 40 END) AS rank
      FROM had CROSS JOIN typed GROUP BY 1, 2, 3
  )
  SELECT b.person_id, min(b.rank)
    FROM (SELECT j.person_id, max(j.rank) AS rank FROM judged j GROUP BY j.person_id, j.id
          HAVING count(*) = count(j.rank)) AS b
   GROUP BY b.person_id;
$$;

-- Words that nobody is called any more, taken out by a nightly job. The lock waits for who is just writing people, and
-- makes them wait for a moment, so that no word goes that somebody gets.
CREATE OR REPLACE FUNCTION people_forget_words() RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  gone integer;
BEGIN
  LOCK TABLE person_search_word IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM person_search_word w WHERE NOT EXISTS (SELECT FROM person_search_token t WHERE t.token = w.word);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
