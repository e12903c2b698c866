-- A student who is frozen or leaves while somebody enrols them: the change of status moves the registration's version,
-- so that apply_cart refuses what was judged before it (blueprints 4). Lock order as there: student first.
CREATE OR REPLACE FUNCTION registration_follows_status() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE registration_state SET version = version + 1 WHERE student_id = NEW.person_id;
  RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER student_status_moves_registration
  AFTER UPDATE OF status ON student
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION registration_follows_status();

-- A trigger runs it whatever is granted here; nobody else has to.
REVOKE EXECUTE ON FUNCTION registration_follows_status() FROM PUBLIC;
