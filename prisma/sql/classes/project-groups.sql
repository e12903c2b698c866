-- Senior-project groups (domain.md 3.1).
SELECT hold_constraint('senior_project_group', 'senior_project_group_days_in_order', $$CHECK (
  (approved_on IS NULL OR approved_on >= proposed_on)
  AND (submitted_on IS NULL OR submitted_on >= approved_on)
  AND (defended_on IS NULL OR defended_on >= submitted_on)
  AND (completed_on IS NULL OR completed_on >= defended_on)
  AND (withdrawn_on IS NULL OR withdrawn_on >= proposed_on))$$);
-- What was reached has its day.
SELECT hold_constraint('senior_project_group', 'senior_project_group_status_has_day', $$CHECK (CASE status
  WHEN 'PROPOSED' THEN num_nonnulls(approved_on, submitted_on, defended_on, completed_on, withdrawn_on) = 0
  WHEN 'APPROVED' THEN approved_on IS NOT NULL AND num_nonnulls(submitted_on, defended_on, completed_on, withdrawn_on) = 0
  WHEN 'IN_PROGRESS' THEN approved_on IS NOT NULL AND num_nonnulls(submitted_on, defended_on, completed_on, withdrawn_on) = 0
  WHEN 'SUBMITTED' THEN submitted_on IS NOT NULL AND num_nonnulls(defended_on, completed_on, withdrawn_on) = 0
  WHEN 'DEFENDED' THEN defended_on IS NOT NULL AND num_nonnulls(completed_on, withdrawn_on) = 0
  WHEN 'COMPLETED' THEN completed_on IS NOT NULL AND withdrawn_on IS NULL
  ELSE withdrawn_on IS NOT NULL END)$$);
SELECT hold_constraint('senior_project_group', 'senior_project_group_advised',
  $$CHECK (status IN ('PROPOSED', 'WITHDRAWN') OR advisor_id IS NOT NULL)$$);
SELECT hold_constraint('senior_project_member', 'senior_project_member_days_in_order',
  'CHECK (left_on IS NULL OR left_on >= joined_on)');
-- At a time a student is in one group.
CREATE UNIQUE INDEX IF NOT EXISTS senior_project_member_one_live ON senior_project_member (student_id) WHERE left_on IS NULL;

-- One to five members, unless the group was withdrawn; its course is a senior project.
CREATE OR REPLACE FUNCTION senior_project_group_fits() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  v_id integer;
BEGIN
  IF TG_TABLE_NAME = 'senior_project_group' THEN v_id := NEW.id;
  ELSE v_id := coalesce(NEW.group_id, OLD.group_id); END IF;
  -- Two who add the fifth member at one moment go one after the other.
  PERFORM pg_advisory_xact_lock(hashtext('senior_project_group'), v_id);
  IF EXISTS (
    SELECT FROM senior_project_group g WHERE g.id = v_id AND g.status <> 'WITHDRAWN'
       AND (SELECT count(*) FROM senior_project_member m WHERE m.group_id = g.id AND m.left_on IS NULL) NOT BETWEEN 1 AND 5) THEN
    RAISE EXCEPTION 'group % has no one to five members (constraint "senior_project_group_size")', v_id
      USING ERRCODE = '23514', CONSTRAINT = 'senior_project_group_size', TABLE = 'senior_project_group';
  END IF;
  IF EXISTS (SELECT FROM senior_project_group g JOIN course c ON c.id = g.course_id
              WHERE g.id = v_id AND NOT c.is_senior_project) THEN
    RAISE EXCEPTION 'the course of group % is no senior project (constraint "senior_project_group_course")', v_id
      USING ERRCODE = '23514', CONSTRAINT = 'senior_project_group_course', TABLE = 'senior_project_group';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS senior_project_group_fits ON senior_project_group;
CREATE CONSTRAINT TRIGGER senior_project_group_fits AFTER INSERT OR UPDATE ON senior_project_group
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION senior_project_group_fits();
DROP TRIGGER IF EXISTS senior_project_group_fits ON senior_project_member;
CREATE CONSTRAINT TRIGGER senior_project_group_fits AFTER INSERT OR UPDATE OR DELETE ON senior_project_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION senior_project_group_fits();
