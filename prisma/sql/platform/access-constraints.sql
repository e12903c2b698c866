-- What an account and a grant of a role can never be.

SELECT hold_constraint('account', 'account_preferences_known',
  'CHECK (locale IN (''en'', ''km'') AND digits IN (''western'', ''khmer'')
           AND theme IN (''system'', ''light'', ''dark'') AND density IN (''comfortable'', ''compact''))');
SELECT hold_constraint('role_assignment', 'role_assignment_level_known', 'CHECK (authority_level BETWEEN 1 AND 4)');
-- A grant that is ended before it began keeps its first day as its end: it holds on no day.
SELECT hold_constraint('role_assignment', 'role_assignment_days_in_order', 'CHECK (valid_to >= valid_from)');
SELECT hold_constraint('role_assignment', 'role_assignment_scope_complete',
  'CHECK ((scope_kind IN (''DEPARTMENT'', ''PROGRAMME'')) = (scope_ref IS NOT NULL))');
-- Nobody grants to oneself; a system's name is never that of an account.
SELECT hold_constraint('role_assignment', 'role_assignment_not_by_oneself',
  'CHECK (granted_by <> ''account:'' || account_id)');
SELECT hold_constraint('role_assignment', 'role_assignment_once_a_day',
  'EXCLUDE USING gist (account_id WITH =, role WITH =, scope_kind WITH =, (coalesce(scope_ref, '''')) WITH =,
                            (daterange(valid_from, valid_to, ''[)'')) WITH &&)');

-- Somebody must always be able to give rights back: no person ends the last administrator, and of two who end each other
-- in the same moment the second waits for the first and is refused. The system may, since it can also make a new one.
CREATE OR REPLACE FUNCTION role_assignment_keeps_admin() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  today date := (now() AT TIME ZONE 'Asia/Phnom_Penh')::date;
BEGIN
  IF OLD.role <> 'admin' OR coalesce(current_setting('naga.actor', true), '') NOT LIKE 'account:%' THEN
    RETURN NEW;
  END IF;
  IF NEW.role = 'admin' AND NEW.account_id = OLD.account_id
     AND coalesce(NEW.valid_to, 'infinity'::date) > today AND NEW.valid_from <= today THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('role_assignment_keeps_admin'));
  -- A statement of its own, so that it sees what the one who held the lock before has written.
  IF NOT EXISTS (SELECT FROM role_assignment r JOIN account a ON a.id = r.account_id
                  WHERE r.role = 'admin' AND r.id <> OLD.id AND a.status = 'ACTIVE'
                    AND (a.emergency_until IS NULL OR a.emergency_until > now())
                    AND r.valid_from <= today AND coalesce(r.valid_to, 'infinity'::date) > today) THEN
    RAISE EXCEPTION 'constraint "role_assignment_last_admin" is broken'
      USING ERRCODE = '23514', CONSTRAINT = 'role_assignment_last_admin', TABLE = 'role_assignment';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER role_assignment_keeps_admin BEFORE UPDATE ON role_assignment
  FOR EACH ROW EXECUTE FUNCTION role_assignment_keeps_admin();

-- A grant ends by its last day and stays in the history; nobody removes the trace of it.
REVOKE DELETE ON role_assignment FROM naga_app;
