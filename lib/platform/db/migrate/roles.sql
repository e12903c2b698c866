-- Runs before every migration, as the user who connects, and may run any number of times.
-- Group roles without login; a person or a service gets a login that is a member of one of them.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['naga_owner', 'naga_app', 'naga_loader', 'naga_audit', 'naga_readonly', 'naga_backup'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this server was migrated at the same moment
      END;
    END IF;
  END LOOP;
END
$$;

-- The migrating user acts as owner (tables), as audit (the audit schema), as app (the queue's schema) and as loader (the seed).
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['naga_owner', 'naga_audit', 'naga_app', 'naga_loader'] LOOP
    IF NOT pg_has_role(current_user, name, 'SET') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT TRUE, SET TRUE', name);
    END IF;
  END LOOP;
  IF NOT pg_has_role('naga_owner', 'naga_audit', 'SET') THEN
    GRANT naga_audit TO naga_owner WITH INHERIT TRUE, SET TRUE;
  END IF;
END
$$;

DO $$
BEGIN
  EXECUTE format('GRANT CREATE, CONNECT, TEMPORARY ON DATABASE %I TO naga_owner', current_database());
  EXECUTE format(
    'GRANT CONNECT ON DATABASE %I TO naga_app, naga_loader, naga_audit, naga_readonly, naga_backup', current_database());
END
$$;

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_stat_statements') THEN
    CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
  END IF;
EXCEPTION WHEN insufficient_privilege OR undefined_file THEN
  RAISE NOTICE 'pg_stat_statements was left out: it needs a superuser';
END
$$;

DO $$
BEGIN
  IF (SELECT nspowner <> 'naga_owner'::regrole FROM pg_namespace WHERE nspname = 'public') THEN
    ALTER SCHEMA public OWNER TO naga_owner;
  END IF;
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO naga_app, naga_loader, naga_audit, naga_readonly, naga_backup;

CREATE SCHEMA IF NOT EXISTS audit AUTHORIZATION naga_audit;
CREATE SCHEMA IF NOT EXISTS pgboss AUTHORIZATION naga_app;
GRANT USAGE ON SCHEMA pgboss TO naga_owner, naga_readonly, naga_backup;

-- What each group may do with a table made later; single tables are narrowed in prisma/sql.
ALTER DEFAULT PRIVILEGES FOR ROLE naga_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO naga_app;
ALTER DEFAULT PRIVILEGES FOR ROLE naga_owner IN SCHEMA public
  GRANT SELECT, INSERT ON TABLES TO naga_loader;
ALTER DEFAULT PRIVILEGES FOR ROLE naga_owner IN SCHEMA public
  GRANT SELECT ON TABLES TO naga_audit, naga_readonly, naga_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE naga_owner IN SCHEMA public
  GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO naga_app, naga_loader;
ALTER DEFAULT PRIVILEGES FOR ROLE naga_owner IN SCHEMA public
  GRANT SELECT ON SEQUENCES TO naga_readonly, naga_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE naga_app IN SCHEMA pgboss
  GRANT SELECT ON TABLES TO naga_readonly, naga_backup;
