-- Templates of classes (domain.md 3.1 CoursePartTemplate, 4.1, 4.2). valid_to is the first day on which a version is no
-- longer in force. A set without levels is the one of the courses without a level.

SELECT hold_constraint('part_template_set', 'part_template_set_days_in_order',
  'CHECK (valid_to IS NULL OR valid_from < valid_to)');
SELECT hold_constraint('part_template_set', 'part_template_set_levels_in_order',
  'CHECK ((level_from IS NULL) = (level_to IS NULL) AND level_from <= level_to AND level_from BETWEEN -2 AND 20 AND level_to BETWEEN -2 AND 20)');
SELECT hold_constraint('part_template_set', 'part_template_set_sessions', 'CHECK (sessions BETWEEN 1 AND 5)');
SELECT hold_constraint('part_template_set', 'part_template_set_one_at_a_time',
  $$EXCLUDE USING gist (programme_id WITH =, int4range(coalesce(level_from, -100), coalesce(level_to, -100), '[]') WITH &&,
      daterange(valid_from, valid_to, '[)') WITH &&)$$);
SELECT hold_constraint('part_template', 'part_template_weight_in_range', 'CHECK (weight > 0 AND weight <= 1)');
SELECT hold_constraint('part_template', 'part_template_minutes_in_range', 'CHECK (minutes BETWEEN 15 AND 600)');
SELECT hold_constraint('part_template', 'part_template_weekdays_in_week', 'CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7])');
SELECT hold_constraint('part_template', 'part_template_numbers', 'CHECK (session_number >= 1 AND code >= 1)');

-- The weights of each session sum to 1.000 ± 0.001, there are parts for each session and for none beyond, and IEAP
-- alone has two sessions, every other programme one. Asked at the end of the transaction, when all parts are there.
CREATE OR REPLACE FUNCTION curriculum_template_whole() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  chosen integer;
  held   record;
BEGIN
  IF TG_TABLE_NAME = 'part_template_set' THEN chosen := NEW.id;
  ELSE chosen := coalesce(NEW.set_id, OLD.set_id); END IF;
  SELECT s.sessions, g.code AS programme INTO held
    FROM part_template_set s JOIN programme g ON g.id = s.programme_id WHERE s.id = chosen;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF held.sessions > 2 OR (held.programme = 'IEAP') <> (held.sessions = 2) THEN
    RAISE EXCEPTION 'template % of % has % sessions (constraint "part_template_sessions_of_programme")', chosen, held.programme, held.sessions
      USING ERRCODE = '23514', CONSTRAINT = 'part_template_sessions_of_programme', TABLE = 'part_template_set';
  END IF;
  IF EXISTS (SELECT FROM generate_series(1, held.sessions) AS n
               LEFT JOIN part_template p ON p.set_id = chosen AND p.session_number = n
              GROUP BY n HAVING abs(coalesce(sum(p.weight), 0) - 1) > 0.001)
     OR EXISTS (SELECT FROM part_template p WHERE p.set_id = chosen AND p.session_number > held.sessions) THEN
    RAISE EXCEPTION 'the weights of a session of template % are not 1 together (constraint "part_template_weights_sum")', chosen
      USING ERRCODE = '23514', CONSTRAINT = 'part_template_weights_sum', TABLE = 'part_template';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS template_whole ON part_template_set;
CREATE CONSTRAINT TRIGGER template_whole AFTER INSERT OR UPDATE ON part_template_set
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION curriculum_template_whole();
DROP TRIGGER IF EXISTS template_whole ON part_template;
CREATE CONSTRAINT TRIGGER template_whole AFTER INSERT OR UPDATE OR DELETE ON part_template
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION curriculum_template_whole();
