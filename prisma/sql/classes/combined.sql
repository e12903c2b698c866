-- Classes that are taught as one (domain.md 4.1).

-- Being taught with others and being of that kind are one thing.
SELECT hold_constraint('class', 'class_combined_is_combined',
  $$CHECK ((class_type = 'COMBINED') = (combined_class_id IS NOT NULL))$$);

-- All of them have one term, one time of day and one pool of seats. A cancelled class keeps its place on file only.
CREATE OR REPLACE FUNCTION combined_class_agrees() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM combined_class k JOIN class c ON c.combined_class_id = k.id
     WHERE k.id = NEW.combined_class_id AND c.status <> 'CANCELLED'
     GROUP BY k.id HAVING count(DISTINCT c.seat_pool_id) > 1
        OR bool_or(c.term_id <> k.term_id) OR bool_or(c.time_of_day <> k.time_of_day)) THEN
    RAISE EXCEPTION 'classes of combined class % differ (constraint "combined_class_agrees")', NEW.combined_class_id
      USING ERRCODE = '23514', CONSTRAINT = 'combined_class_agrees', TABLE = 'class';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS combined_class_agrees ON class;
CREATE CONSTRAINT TRIGGER combined_class_agrees AFTER INSERT OR UPDATE ON class
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.combined_class_id IS NOT NULL)
  EXECUTE FUNCTION combined_class_agrees();

-- A course stands in one active template. Its row follows the template's: the key carries the flag along.
SELECT hold_constraint('combined_course_template', 'combined_course_template_id_active', 'UNIQUE (id, is_active)');
SELECT hold_constraint('combined_template_course', 'combined_template_course_follows',
  'FOREIGN KEY (template_id, is_active) REFERENCES combined_course_template (id, is_active) ON UPDATE CASCADE');
CREATE UNIQUE INDEX IF NOT EXISTS combined_template_course_once ON combined_template_course (course_id) WHERE is_active;

-- At least two courses, the first among them.
CREATE OR REPLACE FUNCTION combined_template_complete() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  v_id integer;
BEGIN
  IF TG_TABLE_NAME = 'combined_course_template' THEN v_id := NEW.id;
  ELSE v_id := OLD.template_id; END IF;
  IF EXISTS (
    SELECT FROM combined_course_template t
     WHERE t.id = v_id AND ((SELECT count(*) FROM combined_template_course c WHERE c.template_id = t.id) < 2
        OR NOT EXISTS (SELECT FROM combined_template_course c
                        WHERE c.template_id = t.id AND c.course_id = t.primary_course_id))) THEN
    RAISE EXCEPTION 'combined template % is incomplete (constraint "combined_template_complete")', v_id
      USING ERRCODE = '23514', CONSTRAINT = 'combined_template_complete', TABLE = 'combined_course_template';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS combined_template_complete ON combined_course_template;
CREATE CONSTRAINT TRIGGER combined_template_complete AFTER INSERT OR UPDATE ON combined_course_template
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION combined_template_complete();
DROP TRIGGER IF EXISTS combined_template_complete ON combined_template_course;
CREATE CONSTRAINT TRIGGER combined_template_complete AFTER UPDATE OR DELETE ON combined_template_course
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION combined_template_complete();
