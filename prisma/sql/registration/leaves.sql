-- Somebody's leave is decided while they are being enrolled: it moves the registration's version, so that apply_cart
-- refuses what was judged before it (blueprints 4), as a change of status does.
CREATE OR REPLACE FUNCTION registration_follows_leave() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE registration_state SET version = version + 1 WHERE student_id = NEW.student_id;
  RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER leave_moves_registration
  AFTER INSERT OR UPDATE ON leave_of_absence
  FOR EACH ROW EXECUTE FUNCTION registration_follows_leave();

REVOKE EXECUTE ON FUNCTION registration_follows_leave() FROM PUBLIC;
