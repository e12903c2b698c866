-- Closing an account ends its rights as surely as ending its roles: the rule of role_assignment_keeps_admin
-- (access-constraints.sql) holds here too, under the same lock, so that one of each kind cannot pass each other.
CREATE OR REPLACE FUNCTION account_keeps_admin() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  today date := (now() AT TIME ZONE 'Asia/Phnom_Penh')::date;
BEGIN
  IF coalesce(current_setting('naga.actor', true), '') NOT LIKE 'account:%' THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('role_assignment_keeps_admin'));
  -- A statement of its own, so that it sees what the one who held the lock before has written.
  IF EXISTS (SELECT FROM role_assignment
              WHERE account_id = OLD.id AND role = 'admin'
                AND valid_from <= today AND coalesce(valid_to, 'infinity'::date) > today)
     AND NOT EXISTS (SELECT FROM role_assignment r JOIN account a ON a.id = r.account_id
                      WHERE r.role = 'admin' AND a.id <> OLD.id AND a.status = 'ACTIVE'
                        AND (a.emergency_until IS NULL OR a.emergency_until > now())
                        AND r.valid_from <= today AND coalesce(r.valid_to, 'infinity'::date) > today) THEN
    RAISE EXCEPTION 'constraint "account_last_admin" is broken'
      USING ERRCODE = '23514', CONSTRAINT = 'account_last_admin', TABLE = 'account';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER account_keeps_admin BEFORE UPDATE OF status ON account FOR EACH ROW
  WHEN (OLD.status = 'ACTIVE' AND NEW.status = 'DISABLED')
  EXECUTE FUNCTION account_keeps_admin();
