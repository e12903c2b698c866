-- Keeps one constraint of a table as the files of prisma/sql write it; the number sorts it before those that call it.
--
-- A file is applied again when it changes. Each constraint carries the fingerprint of its definition as its comment, so
-- that only those that changed are built anew: an exclusion constraint over all meetings is not cheap. What the name
-- means to a person is mapped in lib/platform/db/constraint-errors.ts.
CREATE OR REPLACE FUNCTION hold_constraint(target regclass, name text, definition text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_constraint c
              WHERE c.conrelid = target AND c.conname = name
                AND obj_description(c.oid, 'pg_constraint') = md5(definition)) THEN
    RETURN;
  END IF;
  EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I', target, name);
  EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', target, name, definition);
  EXECUTE format('COMMENT ON CONSTRAINT %I ON %s IS %L', name, target, md5(definition));
END $$;

REVOKE EXECUTE ON FUNCTION hold_constraint(regclass, text, text) FROM PUBLIC;
