-- Versions of grading scales (domain.md 7.1, 0.2 rows 2 and 4; blueprints 6). The last day is open: valid_to is the first
-- day on which the version is no longer in force.

SELECT hold_constraint('grading_scale', 'grading_scale_days_in_order', 'CHECK (valid_to IS NULL OR valid_from < valid_to)');
SELECT hold_constraint('grading_scale', 'grading_scale_one_at_a_time',
  $$EXCLUDE USING gist (kind WITH =, daterange(valid_from, valid_to, '[)') WITH &&)$$);
SELECT hold_constraint('scale_grade', 'scale_grade_percent', 'CHECK (min_percent BETWEEN 0 AND 100)');
SELECT hold_constraint('scale_grade', 'scale_grade_points', 'CHECK (points BETWEEN 0 AND 4)');
SELECT hold_constraint('scale_grade', 'scale_grade_credit_needs_pass', 'CHECK (passes OR NOT earns_credit)');
SELECT hold_constraint('scale_grade', 'scale_grade_letter_written', $$CHECK (letter ~ '^[A-Z][A-Z+-]{0,3}$')$$);
SELECT hold_constraint('scale_grade', 'scale_grade_minimum_once', 'UNIQUE (scale_id, min_percent) DEFERRABLE INITIALLY DEFERRED');

-- A version gives every percentage one letter: the lowest begins at 0, and a higher letter has no fewer points, passes
-- and earns credit where a lower one does. Asked at the end of the transaction, when all letters are there.
CREATE OR REPLACE FUNCTION curriculum_scale_whole() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  scale integer;
BEGIN
  IF TG_TABLE_NAME = 'grading_scale' THEN scale := NEW.id;
  ELSE scale := coalesce(NEW.scale_id, OLD.scale_id); END IF;
  IF NOT EXISTS (SELECT FROM grading_scale WHERE id = scale) THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM scale_grade WHERE scale_id = scale AND min_percent = 0) THEN
    RAISE EXCEPTION 'scale % has no letter from 0 percent (constraint "scale_begins_at_zero")', scale
      USING ERRCODE = '23514', CONSTRAINT = 'scale_begins_at_zero', TABLE = 'scale_grade';
  END IF;
  IF EXISTS (SELECT FROM scale_grade high JOIN scale_grade low ON low.scale_id = high.scale_id
              WHERE high.scale_id = scale AND high.min_percent > low.min_percent
                AND (high.points < low.points OR (low.passes AND NOT high.passes)
                  OR (low.earns_credit AND NOT high.earns_credit))) THEN
    RAISE EXCEPTION 'a higher letter of scale % is worth less (constraint "scale_letters_in_order")', scale
      USING ERRCODE = '23514', CONSTRAINT = 'scale_letters_in_order', TABLE = 'scale_grade';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS scale_whole ON grading_scale;
CREATE CONSTRAINT TRIGGER scale_whole AFTER INSERT ON grading_scale
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION curriculum_scale_whole();
DROP TRIGGER IF EXISTS scale_whole ON scale_grade;
CREATE CONSTRAINT TRIGGER scale_whole AFTER INSERT OR UPDATE OR DELETE ON scale_grade
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION curriculum_scale_whole();

-- A grade that was given keeps its scale: letters that results name by their version never change.
CREATE OR REPLACE FUNCTION curriculum_scale_frozen() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  scale integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.scale_id ELSE OLD.scale_id END;
BEGIN
  IF EXISTS (SELECT FROM course_result WHERE scale_id = scale) THEN
    RAISE EXCEPTION 'grades were given by scale % (constraint "scale_in_use")', scale
      USING ERRCODE = '23514', CONSTRAINT = 'scale_in_use', TABLE = 'scale_grade';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE OR REPLACE TRIGGER scale_frozen BEFORE INSERT OR UPDATE OR DELETE ON scale_grade
  FOR EACH ROW EXECUTE FUNCTION curriculum_scale_frozen();

-- Whether a version was used is asked with every change of it.
CREATE INDEX IF NOT EXISTS course_result_scale ON course_result (scale_id);
