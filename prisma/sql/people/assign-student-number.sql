-- New student numbers come from a sequence that stays above the highest number in use (domain.md 0.2 row 1), also
-- after an import brought numbers of its own. A number that was taken and not used is never given again.
CREATE SEQUENCE IF NOT EXISTS student_number_sequence AS integer;

-- The next free number. Several at once: SELECT people_next_student_number() FROM generate_series(1, 100).
CREATE OR REPLACE FUNCTION people_next_student_number() RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  taken   integer := nextval('student_number_sequence');
  highest integer;
BEGIN
  SELECT coalesce(max(number), 0) INTO highest FROM student;
  IF taken <= highest THEN
    -- Behind: one at a time moves the sequence forward, or two would be given the same number.
    PERFORM pg_advisory_xact_lock(hashtext('student_number_sequence'));
    IF (SELECT last_value FROM student_number_sequence) < highest THEN
      PERFORM setval('student_number_sequence', highest);
    END IF;
    taken := nextval('student_number_sequence');
  END IF;
  -- An older number of somebody is passed over: it would lead to two students.
  WHILE EXISTS (SELECT FROM student_alias WHERE people_number_key(alias) = taken::text) LOOP
    taken := nextval('student_number_sequence');
  END LOOP;
  RETURN taken;
END $$;

-- What the next student will be called, without taking it: for people who look, never for who writes.
CREATE OR REPLACE FUNCTION people_number_to_come() RETURNS integer
LANGUAGE plpgsql STABLE AS $$
DECLARE
  coming integer;
BEGIN
  SELECT greatest(q.last_value + q.is_called::integer, coalesce((SELECT max(number) FROM student), 0) + 1)
    INTO coming FROM student_number_sequence q;
  WHILE EXISTS (SELECT FROM student_alias WHERE people_number_key(alias) = coming::text) LOOP
    coming := coming + 1;
  END LOOP;
  RETURN coming;
END $$;
