-- student.current_programme_id: the active programme of the highest cycle, the newest of equals; null without one.
-- A column, because the list of students filters and sorts by it; derived, so it is neither audited nor versioned.
CREATE OR REPLACE FUNCTION studies_refresh_current_programme(students integer[]) RETURNS void
LANGUAGE sql AS $$
  UPDATE student s
     SET current_programme_id = best.programme_id
    FROM unnest(students) AS wanted(id)
    LEFT JOIN LATERAL (
      SELECT e.programme_id
        FROM programme_enrolment e
        JOIN programme p ON p.id = e.programme_id
        JOIN cycle c ON c.id = p.cycle_id
       WHERE e.student_id = wanted.id AND e.status = 'ACTIVE'
       ORDER BY c.rank DESC, e.start_date DESC, e.id DESC
       LIMIT 1) best ON true
   WHERE s.person_id = wanted.id AND s.current_programme_id IS DISTINCT FROM best.programme_id;
$$;

CREATE OR REPLACE FUNCTION studies_current_programme_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM studies_refresh_current_programme(array_agg(DISTINCT student_id)) FROM old_rows;
  ELSE
    PERFORM studies_refresh_current_programme(array_agg(DISTINCT student_id)) FROM new_rows;
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS current_programme_insert ON programme_enrolment;
CREATE TRIGGER current_programme_insert AFTER INSERT ON programme_enrolment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION studies_current_programme_changed();
DROP TRIGGER IF EXISTS current_programme_update ON programme_enrolment;
CREATE TRIGGER current_programme_update AFTER UPDATE ON programme_enrolment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION studies_current_programme_changed();
DROP TRIGGER IF EXISTS current_programme_delete ON programme_enrolment;
CREATE TRIGGER current_programme_delete AFTER DELETE ON programme_enrolment
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION studies_current_programme_changed();

-- The loader may insert only; this column follows its inserts. Without a change nothing is written, but the right is asked for.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'naga_loader') THEN
    GRANT UPDATE (current_programme_id) ON student TO naga_loader;
  END IF;
END
$$;
