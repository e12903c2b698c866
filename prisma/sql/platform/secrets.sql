-- What the groups of roles.sql get of single tables less than of the others. Runs as naga_owner.

-- Read-only people look at data, not at what opens doors: no password hashes, no stored answers of the web.
-- A column that comes later is not theirs until it is named here.
REVOKE SELECT ON account, account_session, idempotency_key FROM naga_readonly;
GRANT SELECT (id, email, person_id, display_name, status, persona, locale, digits, theme, density, version, created_at,
              subject, emergency_until)
  ON account TO naga_readonly;
-- Not the tokens of Keycloak that signing out there needs.
GRANT SELECT (id, account_id, role, ip, user_agent, created_at, last_seen_at, expires_at, revoked_at, revoked_why, provider)
  ON account_session TO naga_readonly;

-- The marker decides whether invented people may sign in without a password; only a migration writes it.
REVOKE INSERT, UPDATE, DELETE ON environment_marker FROM naga_app;
REVOKE INSERT ON environment_marker FROM naga_loader;
