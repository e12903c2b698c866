-- Days of tests lie within their term, and a kind of test stands once for all classes of a term (domain.md 4.1
-- TestPeriodReset). Whoever moves a term moves its tests along (lib/classes/terms).

CREATE UNIQUE INDEX IF NOT EXISTS test_period_reset_once_for_all ON test_period_reset (term_id, test_type) WHERE for_all;

CREATE OR REPLACE FUNCTION classes_test_within_term() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'term' THEN
    IF NOT EXISTS (SELECT FROM test_period_reset r JOIN term t ON t.id = r.term_id
                    WHERE t.id = NEW.id AND r.reset_date NOT BETWEEN t.start_date AND t.end_date) THEN RETURN NULL; END IF;
  ELSIF NOT EXISTS (SELECT FROM test_period_reset r JOIN term t ON t.id = r.term_id
                     WHERE r.id = NEW.id AND r.reset_date NOT BETWEEN t.start_date AND t.end_date) THEN RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a test lies outside of its term (constraint "test_period_reset_within_term")'
    USING ERRCODE = '23514', CONSTRAINT = 'test_period_reset_within_term', TABLE = 'test_period_reset';
END $$;
DROP TRIGGER IF EXISTS test_within_term ON test_period_reset;
CREATE CONSTRAINT TRIGGER test_within_term AFTER INSERT OR UPDATE ON test_period_reset
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION classes_test_within_term();
DROP TRIGGER IF EXISTS test_within_term ON term;
CREATE CONSTRAINT TRIGGER test_within_term AFTER UPDATE OF start_date, end_date ON term
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION classes_test_within_term();
