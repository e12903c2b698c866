-- A number that somebody says at a counter leads to one student: no alias is written like another one or like a number
-- in use (domain.md 0.2 row 1). Aliases are compared as the search does, in capitals and without the zeros in front.
CREATE OR REPLACE FUNCTION people_number_key(written text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(nullif(ltrim(upper(written), '0'), ''), '0') $$;

CREATE UNIQUE INDEX IF NOT EXISTS student_alias_once ON student_alias (people_number_key(alias));
SELECT hold_constraint('student_alias', 'student_alias_written', $$CHECK (alias ~ '^[A-Z0-9][A-Z0-9./-]{0,29}$')$$);

CREATE OR REPLACE FUNCTION people_alias_is_no_number() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n
               JOIN student s ON s.number = CASE WHEN n.alias ~ '^[0-9]{1,9}$' THEN n.alias::integer END) THEN
    RAISE EXCEPTION 'an alias is the number of a student (constraint "student_alias_is_number")'
      USING ERRCODE = '23505', CONSTRAINT = 'student_alias_is_number', TABLE = 'student_alias';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS alias_is_no_number_insert ON student_alias;
CREATE TRIGGER alias_is_no_number_insert AFTER INSERT ON student_alias
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION people_alias_is_no_number();

CREATE OR REPLACE FUNCTION people_number_is_no_alias() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM student_alias a JOIN new_rows n ON people_number_key(a.alias) = n.number::text) THEN
    RAISE EXCEPTION 'a student number is an alias of somebody (constraint "student_number_is_alias")'
      USING ERRCODE = '23505', CONSTRAINT = 'student_number_is_alias', TABLE = 'student';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS number_is_no_alias_insert ON student;
CREATE TRIGGER number_is_no_alias_insert AFTER INSERT ON student
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION people_number_is_no_alias();
