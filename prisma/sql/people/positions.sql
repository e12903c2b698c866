-- Who holds a position, and to whom its authority is handed on (domain.md 2.1 PositionAssignment). Ends of days are
-- open: valid_to and delegated_to are the first day on which it holds no more. An assignment that ended before it began
-- keeps its first day as its end, like a grant of a role.

SELECT hold_constraint('position_assignment', 'position_assignment_days_in_order', 'CHECK (valid_to >= valid_from)');
SELECT hold_constraint('position_assignment', 'position_assignment_delegation_complete',
  'CHECK ((delegate_id IS NULL) = (delegated_from IS NULL) AND (delegate_id IS NULL) = (delegated_to IS NULL))');
SELECT hold_constraint('position_assignment', 'position_assignment_delegation_in_order',
  'CHECK (delegated_to >= delegated_from)');
SELECT hold_constraint('position_assignment', 'position_assignment_delegation_within',
  'CHECK (delegated_from >= valid_from AND (valid_to IS NULL OR delegated_to <= valid_to))');
SELECT hold_constraint('position_assignment', 'position_assignment_delegate_other', 'CHECK (delegate_id <> person_id)');
SELECT hold_constraint('position_assignment', 'position_assignment_once_a_day',
  'EXCLUDE USING gist (person_id WITH =, position_id WITH =, (daterange(valid_from, valid_to, ''[)'')) WITH &&)');
SELECT hold_constraint('position_assignment', 'position_assignment_one_primary',
  'EXCLUDE USING gist (person_id WITH =, (daterange(valid_from, valid_to, ''[)'')) WITH &&) WHERE (is_primary)');

-- Nobody gives authority to oneself: neither a position, nor a longer time in it, nor somebody else's by delegation
-- (domain.md 2.3). Whoever acts is known by the account; a system has no person.
CREATE OR REPLACE FUNCTION position_assignment_guard() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  acting text := coalesce(current_setting('naga.actor', true), '');
  self   integer;
BEGIN
  IF acting !~ '^account:[0-9]+$' THEN RETURN NEW; END IF;
  SELECT person_id INTO self FROM account WHERE id = substr(acting, 9)::integer;
  IF self IS NULL THEN RETURN NEW; END IF;
  IF (NEW.person_id = self AND (TG_OP = 'INSERT' OR OLD.person_id <> self OR NEW.position_id <> OLD.position_id
        OR NEW.valid_from < OLD.valid_from
        OR coalesce(NEW.valid_to, 'infinity'::date) > coalesce(OLD.valid_to, 'infinity'::date)))
     OR (NEW.delegate_id = self AND (TG_OP = 'INSERT' OR OLD.delegate_id IS DISTINCT FROM self
        OR NEW.delegated_from < OLD.delegated_from OR NEW.delegated_to > OLD.delegated_to)) THEN
    RAISE EXCEPTION 'constraint "position_assignment_not_to_oneself" of account % is broken', acting
      USING ERRCODE = '23514', CONSTRAINT = 'position_assignment_not_to_oneself', TABLE = 'position_assignment';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER position_assignment_guard BEFORE INSERT OR UPDATE ON position_assignment
  FOR EACH ROW EXECUTE FUNCTION position_assignment_guard();

-- Who held what stays in the history.
REVOKE DELETE ON position_assignment FROM naga_app;
