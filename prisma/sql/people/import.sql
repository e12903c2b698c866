-- The number that people_next_student_number would give next, taking none: for previews, which are rolled back
-- while a sequence is not.
CREATE OR REPLACE FUNCTION people_peek_student_number() RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT greatest((SELECT CASE WHEN is_called THEN last_value + 1 ELSE last_value END FROM student_number_sequence),
                  (SELECT coalesce(max(number), 0) + 1 FROM student))::integer;
$$;

-- Whether somebody with an e-mail is on file already is asked for every row of an import.
CREATE INDEX IF NOT EXISTS person_personal_email ON person (personal_email) WHERE personal_email IS NOT NULL;
