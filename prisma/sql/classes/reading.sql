-- Reading classes (domain.md 4.1, 0.2 row 7). What is locked is locked as a whole, and stays so.
SELECT hold_constraint('reading_class', 'reading_class_target_in_range', 'CHECK (target_enrolment BETWEEN 1 AND 100)');
SELECT hold_constraint('reading_class', 'reading_class_locked_whole',
  'CHECK (num_nonnulls(locked_tier, locked_count, locked_on) IN (0, 3) AND locked_count >= 1)');

CREATE OR REPLACE FUNCTION reading_tier_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the tier of class % is locked (constraint "reading_tier_stays")', OLD.class_id
    USING ERRCODE = '23514', CONSTRAINT = 'reading_tier_stays', TABLE = 'reading_class';
END $$;

CREATE OR REPLACE TRIGGER reading_tier_stays BEFORE UPDATE ON reading_class FOR EACH ROW
  WHEN (OLD.locked_tier IS NOT NULL
    AND (OLD.locked_tier, OLD.locked_count, OLD.locked_on) IS DISTINCT FROM (NEW.locked_tier, NEW.locked_count, NEW.locked_on))
  EXECUTE FUNCTION reading_tier_stays();
