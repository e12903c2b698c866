-- The audit: who changed what, when, why (blueprints.md 2). The table audit.entry is made by a migration and belongs
-- to naga_audit; nobody else inserts, updates or deletes there. Settings of a transaction (naga.actor, naga.request,
-- naga.reason, naga.change_set) are set by writeTx with set_config(…, true).

-- A write that nobody answers for is refused. Pooled connections return '' for a setting of an earlier transaction.
CREATE OR REPLACE FUNCTION audit.require_actor() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('naga.actor', true), '') = '' THEN
    RAISE EXCEPTION 'a write to % needs an actor', TG_TABLE_NAME
      USING ERRCODE = 'NG001', CONSTRAINT = 'naga_actor_required', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- Arguments: subject column or '', key columns, ignored columns, secret columns (each a comma-separated list).
CREATE OR REPLACE FUNCTION audit.record_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  ignored text[] := string_to_array(TG_ARGV[2], ',');
  secret  text[] := string_to_array(TG_ARGV[3], ',');
  before  jsonb;
  after   jsonb;
  row_now jsonb;
  column_name text;
BEGIN
  IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD) - ignored; END IF;
  IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW) - ignored; END IF;
  row_now := coalesce(after, before);

  FOREACH column_name IN ARRAY secret LOOP
    IF before ? column_name AND after ? column_name
       AND before -> column_name IS DISTINCT FROM after -> column_name THEN
      before := jsonb_set(before, ARRAY[column_name], '"[before]"');
      after := jsonb_set(after, ARRAY[column_name], '"[changed]"');
    ELSE
      before := before - column_name;
      after := after - column_name;
    END IF;
  END LOOP;

  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, after -> o.key)
      INTO before, after
      FROM jsonb_each(before) o
     WHERE o.value IS DISTINCT FROM after -> o.key;
    -- Nothing but ignored columns or the version moved: nothing to tell.
    IF before IS NULL OR before - 'version' = '{}'::jsonb THEN RETURN NULL; END IF;
  END IF;

  INSERT INTO audit.entry (actor, request_id, reason, change_set_id, table_name, row_key, subject_id, operation, old, new)
  VALUES (
    current_setting('naga.actor', true),
    nullif(current_setting('naga.request', true), ''),
    nullif(current_setting('naga.reason', true), ''),
    nullif(current_setting('naga.change_set', true), '')::integer,
    TG_TABLE_NAME,
    (SELECT string_agg(row_now ->> k, '/') FROM unnest(string_to_array(TG_ARGV[1], ',')) AS k),
    CASE WHEN TG_ARGV[0] = '' THEN NULL ELSE (row_now ->> TG_ARGV[0])::integer END,
    TG_OP, before, after);
  RETURN NULL;
END $$;

-- Puts the two triggers of a model marked @audit on its table. The loader writes one row per COPY batch instead.
CREATE OR REPLACE FUNCTION audit.attach(target regclass, subject text, keys text, ignored text, secret text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit.attach_actor(target);
  EXECUTE format('DROP TRIGGER IF EXISTS audit_row ON %s', target);
  EXECUTE format(
    'CREATE TRIGGER audit_row AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW '
    'WHEN (current_user <> ''naga_loader'') EXECUTE FUNCTION audit.record_row(%L, %L, %L, %L)',
    target, subject, keys, ignored, secret);
END $$;

-- A model marked @derived is not audited, but nobody writes it anonymously either.
CREATE OR REPLACE FUNCTION audit.attach_actor(target regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS audit_actor ON %s', target);
  EXECUTE format(
    'CREATE TRIGGER audit_actor BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH STATEMENT '
    'EXECUTE FUNCTION audit.require_actor()', target);
END $$;

-- What happened without a row of its own: an export, a sign-out of everybody, a look at somebody's file.
CREATE OR REPLACE FUNCTION audit.record_event(event text, subject integer, details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('naga.actor', true), '') = '' THEN
    RAISE EXCEPTION 'an event needs an actor' USING ERRCODE = 'NG001', CONSTRAINT = 'naga_actor_required';
  END IF;
  INSERT INTO audit.entry (actor, request_id, reason, change_set_id, table_name, row_key, subject_id, operation, new)
  VALUES (
    current_setting('naga.actor', true),
    nullif(current_setting('naga.request', true), ''),
    nullif(current_setting('naga.reason', true), ''),
    nullif(current_setting('naga.change_set', true), '')::integer,
    event, NULL, subject, 'EVENT', details);
END $$;

-- One row per COPY batch, with the number of rows and the sha256 of their text.
CREATE OR REPLACE FUNCTION audit.record_copy(target text, rows bigint, sha256 text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO audit.entry (actor, request_id, reason, table_name, operation, new)
  VALUES (
    current_setting('naga.actor'),
    nullif(current_setting('naga.request', true), ''),
    nullif(current_setting('naga.reason', true), ''),
    target, 'COPY', jsonb_build_object('rows', rows, 'sha256', sha256));
$$;

-- Retention: blanks what the audit holds of one person and leaves a row that says so. The only way anything here changes.
CREATE OR REPLACE FUNCTION audit.forget(subject integer, why text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  blanked bigint;
BEGIN
  IF coalesce(current_setting('naga.actor', true), '') = '' OR coalesce(why, '') = '' THEN
    RAISE EXCEPTION 'forgetting needs an actor and a reason' USING ERRCODE = 'NG001', CONSTRAINT = 'naga_actor_required';
  END IF;
  UPDATE audit.entry
     SET old = CASE WHEN old IS NULL THEN NULL ELSE '{"forgotten": true}'::jsonb END,
         new = CASE WHEN new IS NULL THEN NULL ELSE '{"forgotten": true}'::jsonb END
   WHERE subject_id = subject AND operation IN ('INSERT', 'UPDATE', 'DELETE', 'EVENT');
  GET DIAGNOSTICS blanked = ROW_COUNT;
  INSERT INTO audit.entry (actor, request_id, reason, table_name, subject_id, operation, new)
  VALUES (current_setting('naga.actor', true), nullif(current_setting('naga.request', true), ''), why,
          'person', subject, 'FORGET', jsonb_build_object('entries', blanked));
  RETURN blanked;
END $$;

DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p
            WHERE p.pronamespace = 'audit'::regnamespace
              AND p.proname IN ('record_row', 'record_event', 'record_copy', 'forget') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO naga_audit', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION audit.record_event(text, integer, jsonb) TO naga_app, naga_loader;
GRANT EXECUTE ON FUNCTION audit.record_copy(text, bigint, text) TO naga_loader;
GRANT EXECUTE ON FUNCTION audit.forget(integer, text) TO naga_app;
