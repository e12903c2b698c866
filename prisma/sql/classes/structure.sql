-- Weights of parts and sessions make 1, judged when the transaction ends: a form that saves all of them passes through
-- sums that do not (domain.md 4.1: 1.000 give or take a thousandth).
CREATE OR REPLACE FUNCTION class_weights_make_one() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  wrong numeric;
BEGIN
  IF TG_TABLE_NAME = 'class_part' THEN
    SELECT sum(weight) INTO wrong FROM class_part
     WHERE session_id IN (NEW.session_id, OLD.session_id)
     GROUP BY session_id HAVING abs(sum(weight) - 1) > 0.001 LIMIT 1;
  ELSE
    SELECT sum(weight) INTO wrong FROM class_session
     WHERE class_id IN (NEW.class_id, OLD.class_id)
     GROUP BY class_id HAVING abs(sum(weight) - 1) > 0.001 LIMIT 1;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'weights of % make % (constraint "class_weights_make_one")', TG_TABLE_NAME, wrong
      USING ERRCODE = '23514', CONSTRAINT = 'class_weights_make_one', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS class_weights_make_one ON class_part;
CREATE CONSTRAINT TRIGGER class_weights_make_one AFTER INSERT OR UPDATE OR DELETE ON class_part
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION class_weights_make_one();
DROP TRIGGER IF EXISTS class_weights_make_one ON class_session;
CREATE CONSTRAINT TRIGGER class_weights_make_one AFTER INSERT OR UPDATE OR DELETE ON class_session
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION class_weights_make_one();
