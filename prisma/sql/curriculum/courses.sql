-- Courses in versions, what they ask for, what counts for them, and textbooks (domain.md 3.1, 3.2).

SELECT hold_constraint('course', 'course_code_letters',
  $$CHECK (code ~ '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$' AND length(code) <= 15)$$);
SELECT hold_constraint('course', 'course_credits_known', 'CHECK (credits BETWEEN 0 AND 12)');
SELECT hold_constraint('course', 'course_days_in_order', 'CHECK (valid_to IS NULL OR valid_to > valid_from)');
-- IEAP begins with PRE and BEG, below level 1 (domain.md 0.2 row 22).
SELECT hold_constraint('course', 'course_level_of_programme',
  'CHECK ((level IS NULL) = (programme_code IS NULL) AND coalesce(level BETWEEN -5 AND 30, true))');
SELECT hold_constraint('course', 'course_terms_in_order',
  $$CHECK (coalesce(earliest_term BETWEEN 1 AND 30, true) AND coalesce(recommended_term BETWEEN 1 AND 30, true)
    AND coalesce(latest_term BETWEEN 1 AND 30, true) AND coalesce(earliest_term <= recommended_term, true)
    AND coalesce(recommended_term <= latest_term, true) AND coalesce(earliest_term <= latest_term, true))$$);
-- A code means one version on every day.
SELECT hold_constraint('course', 'course_one_version_a_day',
  $$EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[)') WITH &&)$$);

SELECT hold_constraint('course_prerequisite', 'course_requisite_days_in_order',
  'CHECK (valid_to IS NULL OR valid_to > valid_from)');
SELECT hold_constraint('course_prerequisite', 'course_requisite_letter_known',
  $$CHECK (minimum_letter IN ('A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'D-'))$$);

SELECT hold_constraint('course_equivalence', 'course_equivalence_days_in_order',
  'CHECK (valid_to IS NULL OR valid_to > valid_from)');

-- What courses ask for is compared by code, since a course keeps its code through its versions, and by days: what never
-- holds at the same time is no contradiction. Two who write at the same moment could close a circle between them; the
-- second waits and then sees what the first wrote.
CREATE OR REPLACE FUNCTION course_requisites_hold() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  own    text := (SELECT code FROM course WHERE id = NEW.course_id);
  needed text := (SELECT code FROM course WHERE id = NEW.required_course_id);
  days   daterange := daterange(NEW.valid_from, NEW.valid_to, '[)');
  broken text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('course_requisites_hold'));
  IF own = needed THEN
    broken := 'course_requisite_not_itself';
  ELSIF EXISTS (
    SELECT FROM course_prerequisite p JOIN course o ON o.id = p.course_id JOIN course n ON n.id = p.required_course_id
     WHERE p.id <> NEW.id AND o.code = own AND n.code = needed AND daterange(p.valid_from, p.valid_to, '[)') && days) THEN
    broken := 'course_requisite_once';
  ELSIF EXISTS (
    SELECT FROM course_prerequisite p JOIN course o ON o.id = p.course_id
     WHERE p.id <> NEW.id AND o.code = own AND p.group_number = NEW.group_number AND p.kind <> NEW.kind
       AND daterange(p.valid_from, p.valid_to, '[)') && days) THEN
    broken := 'course_requisite_group_of_one_kind';
  -- Courses that are all taken together may ask for each other; one that comes before cannot come after as well.
  ELSIF EXISTS (
    WITH RECURSIVE walk AS (
      SELECT needed AS code, days AS span, NEW.kind = 'PREREQUISITE' AS before
      UNION
      SELECT n.code, w.span * daterange(p.valid_from, p.valid_to, '[)'), w.before OR p.kind = 'PREREQUISITE'
        FROM walk w
        JOIN course o ON o.code = w.code
        JOIN course_prerequisite p ON p.course_id = o.id AND w.span && daterange(p.valid_from, p.valid_to, '[)')
        JOIN course n ON n.id = p.required_course_id
       WHERE w.code <> own)
    SELECT FROM walk WHERE code = own AND before) THEN
    broken := 'course_requisite_no_cycle';
  END IF;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'constraint "%" of course_prerequisite % is broken', broken, NEW.id
      USING ERRCODE = '23514', CONSTRAINT = broken, TABLE = 'course_prerequisite';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER course_requisites_hold AFTER INSERT OR UPDATE ON course_prerequisite
  FOR EACH ROW EXECUTE FUNCTION course_requisites_hold();

-- The same for what counts for what: a pair stands once, and nothing counts for itself through others.
CREATE OR REPLACE FUNCTION course_equivalences_hold() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  own    text := (SELECT code FROM course WHERE id = NEW.original_id);
  other  text := (SELECT code FROM course WHERE id = NEW.equivalent_id);
  days   daterange := daterange(NEW.valid_from, NEW.valid_to, '[)');
  broken text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('course_equivalences_hold'));
  IF own = other THEN
    broken := 'course_equivalence_not_itself';
  ELSIF EXISTS (
    SELECT FROM course_equivalence e JOIN course o ON o.id = e.original_id JOIN course n ON n.id = e.equivalent_id
     WHERE e.id <> NEW.id AND (o.code, n.code) IN ((own, other), (other, own))
       AND daterange(e.valid_from, e.valid_to, '[)') && days) THEN
    broken := 'course_equivalence_once';
  ELSIF EXISTS (
    WITH RECURSIVE counted AS (
      SELECT o.code, n.code AS counts, daterange(e.valid_from, e.valid_to, '[)') AS span
        FROM course_equivalence e JOIN course o ON o.id = e.original_id JOIN course n ON n.id = e.equivalent_id
       WHERE e.id <> NEW.id
      UNION ALL
      SELECT n.code, o.code, daterange(e.valid_from, e.valid_to, '[)')
        FROM course_equivalence e JOIN course o ON o.id = e.original_id JOIN course n ON n.id = e.equivalent_id
       WHERE e.id <> NEW.id AND e.is_bidirectional
    ), walk AS (
      SELECT start.code AS code, start.goal, days AS span
        FROM (VALUES (other, own, true), (own, other, NEW.is_bidirectional)) AS start(code, goal, asked) WHERE asked
      UNION
      SELECT c.counts, w.goal, w.span * c.span FROM walk w JOIN counted c ON c.code = w.code AND w.span && c.span
       WHERE w.code <> w.goal)
    SELECT FROM walk WHERE code = goal) THEN
    broken := 'course_equivalence_no_cycle';
  END IF;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'constraint "%" of course_equivalence % is broken', broken, NEW.id
      USING ERRCODE = '23514', CONSTRAINT = broken, TABLE = 'course_equivalence';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER course_equivalences_hold AFTER INSERT OR UPDATE ON course_equivalence
  FOR EACH ROW EXECUTE FUNCTION course_equivalences_hold();

-- Thirteen digits whose last one fits the others.
CREATE OR REPLACE FUNCTION isbn_holds(isbn text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN isbn ~ '^97[89][0-9]{10}$' THEN
    (SELECT sum(substr(isbn, place, 1)::integer * CASE WHEN place % 2 = 0 THEN 3 ELSE 1 END) % 10 = 0
       FROM generate_series(1, 13) AS place)
    ELSE false END;
$$;

SELECT hold_constraint('textbook', 'textbook_isbn_holds', 'CHECK (isbn IS NULL OR isbn_holds(isbn))');
SELECT hold_constraint('textbook', 'textbook_titled', $$CHECK (btrim(title) <> '')$$);
SELECT hold_constraint('textbook', 'textbook_year_known', 'CHECK (year IS NULL OR year BETWEEN 1450 AND 2200)');
