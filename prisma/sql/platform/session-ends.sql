-- The log of sign-ins also says how each session ended, whichever door ended it: signing out, an administrator, a new
-- password, the identity provider. Device and address are those of the session. A session that was only replaced by
-- one with a new id goes on.
CREATE OR REPLACE FUNCTION account_session_ended() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sign_in_event (email, account_id, result, ip, user_agent)
  SELECT email, NEW.account_id, coalesce(NEW.revoked_why, 'signed_out'), NEW.ip, NEW.user_agent
    FROM account WHERE id = NEW.account_id;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS account_session_ended ON account_session;
CREATE TRIGGER account_session_ended AFTER UPDATE OF revoked_at ON account_session FOR EACH ROW
  WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL AND NEW.revoked_why IS DISTINCT FROM 'rotated')
  EXECUTE FUNCTION account_session_ended();

-- Ended sessions that still hold a token of the identity provider: few, and found without looking at all the others.
CREATE INDEX IF NOT EXISTS account_session_kept_token ON account_session (revoked_at)
  WHERE id_token IS NOT NULL AND revoked_at IS NOT NULL;
