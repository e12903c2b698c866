-- Departments and positions (domain.md 2.1).

SELECT hold_constraint('department', 'department_code_letters', $$CHECK (code ~ '^[A-Z][A-Z0-9-]{1,19}$')$$);

SELECT hold_constraint('position', 'position_level_known', 'CHECK (authority_level BETWEEN 1 AND 4)');
SELECT hold_constraint('position', 'position_policies_known',
  $$CHECK (overrides <@ ARRAY['ENROLLMENT_CAPACITY', 'ENROLLMENT_DEADLINE', 'PREREQUISITE_WAIVER', 'GRADE_CHANGE',
    'ATTENDANCE_EXCUSE', 'FEE_WAIVER', 'LATE_REGISTRATION', 'ACADEMIC_PROBATION', 'GRADUATION_REQUIREMENT',
    'CREDIT_TRANSFER'])$$);
SELECT hold_constraint('position', 'position_limits_object',
  $$CHECK (approval_limits IS NULL OR jsonb_typeof(approval_limits) = 'object')$$);
SELECT hold_constraint('position', 'position_not_below_itself', 'CHECK (reports_to_id <> id)');
-- A title stands once in a department, and once among the positions of the whole university.
SELECT hold_constraint('position', 'position_title_once', 'UNIQUE NULLS NOT DISTINCT (title, department_id)');

-- Nobody stands above themselves, however far up (domain.md 2.1 Position: no cycles). Two who move positions at the
-- same moment could close a circle between them; the second waits and then sees what the first wrote.
CREATE OR REPLACE FUNCTION position_keeps_tree() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reports_to_id IS NULL OR (TG_OP = 'UPDATE' AND NEW.reports_to_id = OLD.reports_to_id) THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('position_keeps_tree'));
  IF EXISTS (
    WITH RECURSIVE above AS (
      SELECT p.id, p.reports_to_id FROM position p WHERE p.id = NEW.reports_to_id
      UNION
      SELECT p.id, p.reports_to_id FROM position p JOIN above a ON p.id = a.reports_to_id)
    SELECT FROM above WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'constraint "position_no_cycle" of position % is broken', NEW.id
      USING ERRCODE = '23514', CONSTRAINT = 'position_no_cycle', TABLE = 'position';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER position_keeps_tree BEFORE INSERT OR UPDATE OF reports_to_id ON position
  FOR EACH ROW EXECUTE FUNCTION position_keeps_tree();
