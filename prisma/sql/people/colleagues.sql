-- Teachers and staff (domain.md 2.1 TeacherProfile, StaffProfile, TeachingAssignment).

SELECT hold_constraint('teacher', 'teacher_number_positive', 'CHECK (number > 0)');
SELECT hold_constraint('teacher', 'teacher_days_in_order', 'CHECK (end_date >= start_date)');
SELECT hold_constraint('teacher', 'teacher_department_known',
  'FOREIGN KEY (department_code) REFERENCES department (code) ON UPDATE CASCADE');
SELECT hold_constraint('staff', 'staff_number_positive', 'CHECK (number > 0)');
SELECT hold_constraint('staff', 'staff_days_in_order', 'CHECK (end_date >= start_date)');
SELECT hold_constraint('staff', 'staff_department_known',
  'FOREIGN KEY (department_code) REFERENCES department (code) ON UPDATE CASCADE');

-- Both ends of a teaching qualification count.
SELECT hold_constraint('teaching_qualification', 'teaching_qualification_days_in_order', 'CHECK (valid_to >= valid_from)');
SELECT hold_constraint('teaching_qualification', 'teaching_qualification_special_noted',
  $$CHECK (NOT has_special OR coalesce(btrim(special_note), '') <> '')$$);

CREATE INDEX IF NOT EXISTS teacher_department ON teacher (department_code, number);
CREATE INDEX IF NOT EXISTS staff_department ON staff (department_code, number);

-- Numbers of teachers and staff come from sequences that stay above the highest in use, like those of students.
CREATE SEQUENCE IF NOT EXISTS teacher_number_sequence AS integer;
CREATE SEQUENCE IF NOT EXISTS staff_number_sequence AS integer;

CREATE OR REPLACE FUNCTION people_next_colleague_number(kind text) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  numbers regclass := CASE kind WHEN 'teacher' THEN 'teacher_number_sequence' WHEN 'staff' THEN 'staff_number_sequence' END;
  taken   integer := nextval(numbers);
  highest integer;
BEGIN
  EXECUTE format('SELECT coalesce(max(number), 0) FROM %I', kind) INTO highest;
  IF taken > highest THEN RETURN taken; END IF;
  PERFORM pg_advisory_xact_lock(hashtext(numbers::text));
  -- Another one may have moved the sequence meanwhile.
  taken := nextval(numbers);
  IF taken <= highest THEN taken := setval(numbers, highest + 1); END IF;
  RETURN taken;
END $$;
