-- Divisions, cycles, programmes and the ordered requirements of degrees (domain.md 1.1, 3.1, 3.2).

SELECT hold_constraint('division', 'division_code_letters', $$CHECK (code ~ '^[A-Z][A-Z0-9-]{1,19}$')$$);
SELECT hold_constraint('cycle', 'cycle_code_letters', $$CHECK (code ~ '^[A-Z][A-Z0-9-]{1,19}$')$$);
SELECT hold_constraint('cycle', 'cycle_terms_known', 'CHECK (coalesce(typical_terms BETWEEN 1 AND 40, true))');
SELECT hold_constraint('programme', 'programme_code_letters', $$CHECK (code ~ '^[A-Z][A-Z0-9-]{1,19}$')$$);
SELECT hold_constraint('programme', 'programme_credits_known', 'CHECK (coalesce(credits_required BETWEEN 0 AND 300, true))');
-- Language programmes end with a certificate or with nothing, degrees never with a certificate.
SELECT hold_constraint('programme', 'programme_award_fits',
  $$CHECK (CASE kind WHEN 'LANGUAGE' THEN award IN ('CERT', 'NONE')
                     ELSE award IN ('BA', 'MBA', 'MEd', 'MA', 'AA', 'PHD', 'NONE') END)$$);

SELECT hold_constraint('programme_requirement', 'programme_requirement_days_in_order',
  'CHECK (valid_to IS NULL OR valid_to > valid_from)');
SELECT hold_constraint('programme_requirement', 'programme_requirement_place_known', 'CHECK (sequence BETWEEN 1 AND 60)');
SELECT hold_constraint('programme_requirement', 'programme_requirement_named', $$CHECK (btrim(name) <> '')$$);
-- A place of the list holds one course on every day.
SELECT hold_constraint('programme_requirement', 'programme_requirement_one_a_place',
  $$EXCLUDE USING gist (programme_id WITH =, sequence WITH =, daterange(valid_from, valid_to, '[)') WITH &&)$$);

-- A course stands once in a degree on every day, whichever of its versions; language programmes have levels instead. The
-- code is the course's, so no index can say it: of two who write at the same moment the second waits and then sees it.
CREATE OR REPLACE FUNCTION programme_requirement_holds() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  twice record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('programme_requirement_holds'));
  IF EXISTS (SELECT FROM new_rows n JOIN programme p ON p.id = n.programme_id WHERE p.kind <> 'ACADEMIC') THEN
    RAISE EXCEPTION 'a language programme has no requirements (constraint "programme_requirement_academic")'
      USING ERRCODE = '23514', CONSTRAINT = 'programme_requirement_academic', TABLE = 'programme_requirement';
  END IF;
  SELECT n.programme_id, c.code INTO twice
    FROM new_rows n
    JOIN course c ON c.id = n.course_id
    JOIN course o ON o.code = c.code
    JOIN programme_requirement r ON r.programme_id = n.programme_id AND r.course_id = o.id AND r.id <> n.id
   WHERE daterange(r.valid_from, r.valid_to, '[)') && daterange(n.valid_from, n.valid_to, '[)') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'programme % asks twice for % on one day (constraint "programme_requirement_course_once")', twice.programme_id, twice.code
      USING ERRCODE = '23505', CONSTRAINT = 'programme_requirement_course_once', TABLE = 'programme_requirement';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS requirement_holds_insert ON programme_requirement;
CREATE TRIGGER requirement_holds_insert AFTER INSERT ON programme_requirement
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION programme_requirement_holds();
DROP TRIGGER IF EXISTS requirement_holds_update ON programme_requirement;
CREATE TRIGGER requirement_holds_update AFTER UPDATE ON programme_requirement
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION programme_requirement_holds();
