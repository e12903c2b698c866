-- What no front door may get wrong about studies, whoever writes: the app, an import, the loader (domain.md 5.1).
SELECT hold_constraint('programme_enrolment', 'programme_enrolment_ends_after_start',
  'CHECK (end_date IS NULL OR end_date >= start_date)');
SELECT hold_constraint('programme_enrolment', 'programme_enrolment_active_is_open',
  $$CHECK (status <> 'ACTIVE' OR (end_date IS NULL AND exit_reason IS NULL))$$);
SELECT hold_constraint('programme_enrolment', 'programme_enrolment_ended_has_day',
  $$CHECK (status IN ('ACTIVE', 'INACTIVE', 'SUSPENDED') OR end_date IS NOT NULL)$$);

-- One active programme a cycle. The cycle is the programme's, so no index can say it. Two who enter the same student at
-- one moment go one after the other: who waited for the student's row sees what the first one wrote.
CREATE OR REPLACE FUNCTION studies_one_active_a_cycle() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  twice record;
BEGIN
  -- The loader writes students whom nobody else sees yet, and may lock none.
  IF current_user <> 'naga_loader' THEN
    PERFORM 1 FROM student
      WHERE person_id IN (SELECT student_id FROM new_rows WHERE status = 'ACTIVE') ORDER BY person_id FOR NO KEY UPDATE;
  END IF;
  SELECT e.student_id, p.cycle_id INTO twice
    FROM programme_enrolment e
    JOIN programme p ON p.id = e.programme_id
   WHERE e.status = 'ACTIVE' AND e.student_id IN (SELECT student_id FROM new_rows WHERE status = 'ACTIVE')
   GROUP BY e.student_id, p.cycle_id HAVING count(*) > 1 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'student % is active in two programmes of cycle % (constraint "programme_enrolment_one_active_a_cycle")', twice.student_id, twice.cycle_id
      USING ERRCODE = '23505', CONSTRAINT = 'programme_enrolment_one_active_a_cycle', TABLE = 'programme_enrolment';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS one_active_a_cycle_insert ON programme_enrolment;
CREATE TRIGGER one_active_a_cycle_insert AFTER INSERT ON programme_enrolment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION studies_one_active_a_cycle();
DROP TRIGGER IF EXISTS one_active_a_cycle_update ON programme_enrolment;
CREATE TRIGGER one_active_a_cycle_update AFTER UPDATE ON programme_enrolment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION studies_one_active_a_cycle();

-- Newer degree rules may be taken over, older ones never again (blueprints.md 6).
CREATE OR REPLACE FUNCTION studies_catalogue_not_back() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the catalogue date % of programme enrolment % moves back to % (constraint "programme_enrolment_catalogue_not_back")', OLD.catalogue_date, OLD.id, NEW.catalogue_date
    USING ERRCODE = '23514', CONSTRAINT = 'programme_enrolment_catalogue_not_back', TABLE = 'programme_enrolment';
END $$;
CREATE OR REPLACE TRIGGER catalogue_not_back BEFORE UPDATE OF catalogue_date ON programme_enrolment
  FOR EACH ROW WHEN (NEW.catalogue_date < OLD.catalogue_date) EXECUTE FUNCTION studies_catalogue_not_back();

-- One current major a student. What still waits for its approval stands in `approval`, never here.
CREATE UNIQUE INDEX IF NOT EXISTS major_declaration_one_current ON major_declaration (student_id) WHERE status = 'CURRENT';
SELECT hold_constraint('major_declaration', 'major_declaration_effective_later', 'CHECK (effective_on >= declared_on)');

-- A language programme is no major.
CREATE OR REPLACE FUNCTION studies_major_is_academic() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n JOIN programme p ON p.id = n.programme_id WHERE p.kind <> 'ACADEMIC') THEN
    RAISE EXCEPTION 'a language programme is declared as a major (constraint "major_declaration_academic")'
      USING ERRCODE = '23514', CONSTRAINT = 'major_declaration_academic', TABLE = 'major_declaration';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS major_is_academic ON major_declaration;
CREATE TRIGGER major_is_academic AFTER INSERT ON major_declaration
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION studies_major_is_academic();

SELECT hold_constraint('cycle_change', 'cycle_change_ends_with_reason', 'CHECK ((ended_on IS NULL) = (end_reason IS NULL))');
SELECT hold_constraint('cycle_change', 'cycle_change_ends_later', 'CHECK (ended_on IS NULL OR ended_on >= detected_on)');
SELECT hold_constraint('cycle_change', 'cycle_change_new_has_no_source',
  $$CHECK ((kind = 'NEW') = (source_programme_id IS NULL))$$);
CREATE UNIQUE INDEX IF NOT EXISTS cycle_change_one_open ON cycle_change (student_id, kind) WHERE ended_on IS NULL;

-- Nobody is away twice at a time. Who came back early is away until the day before.
SELECT hold_constraint('leave_of_absence', 'leave_ends_after_start', 'CHECK (returns_on > starts_on)');
SELECT hold_constraint('leave_of_absence', 'leave_returned_within',
  'CHECK (returned_on IS NULL OR (returned_on > starts_on AND returned_on <= returns_on))');
SELECT hold_constraint('leave_of_absence', 'leave_returned_has_day',
  $$CHECK ((status = 'RETURNED') = (returned_on IS NOT NULL))$$);
SELECT hold_constraint('leave_of_absence', 'leave_no_overlap',
  $$EXCLUDE USING gist (student_id WITH =, daterange(starts_on, coalesce(returned_on, returns_on)) WITH &&)
    WHERE (status IN ('APPROVED', 'RETURNED'))$$);
