-- student.has_phone: whether the person has a telephone number. A column, because the list of students finds those
-- without one, who are few among many; derived, so it is neither audited nor versioned.
CREATE OR REPLACE FUNCTION people_refresh_has_phone(people integer[]) RETURNS void
LANGUAGE sql AS $$
  UPDATE student s SET has_phone = NOT s.has_phone
   WHERE s.person_id = ANY (people)
     AND s.has_phone <> EXISTS (SELECT FROM phone p WHERE p.person_id = s.person_id);
$$;

CREATE OR REPLACE FUNCTION people_phones_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM people_refresh_has_phone(array_agg(DISTINCT person_id)) FROM old_rows;
  ELSE
    PERFORM people_refresh_has_phone(array_agg(DISTINCT person_id)) FROM new_rows;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION people_student_has_phone() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM people_refresh_has_phone(array_agg(person_id)) FROM new_rows;
  RETURN NULL;
END $$;

-- A number never moves to somebody else, so an update changes nothing here.
DROP TRIGGER IF EXISTS has_phone_insert ON phone;
CREATE TRIGGER has_phone_insert AFTER INSERT ON phone
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION people_phones_changed();
DROP TRIGGER IF EXISTS has_phone_delete ON phone;
CREATE TRIGGER has_phone_delete AFTER DELETE ON phone
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION people_phones_changed();
-- Teachers who become students have theirs already.
DROP TRIGGER IF EXISTS has_phone_student ON student;
CREATE TRIGGER has_phone_student AFTER INSERT ON student
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION people_student_has_phone();

CREATE INDEX IF NOT EXISTS student_without_phone ON student (number) WHERE NOT has_phone;

-- The loader may insert only; this column follows its inserts. Without a change nothing is written, but the right is asked for.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'naga_loader') THEN
    GRANT UPDATE (has_phone) ON student TO naga_loader;
  END IF;
END
$$;
