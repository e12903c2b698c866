-- What an account and a grant of a role can never be. Built like prisma/sql/classes/constraints.sql.

DO $$
DECLARE
  wanted record;
  existing text;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('account', 'account_preferences_known',
       'CHECK (locale IN (''en'', ''km'') AND digits IN (''western'', ''khmer'')
           AND theme IN (''system'', ''light'', ''dark'') AND density IN (''comfortable'', ''compact''))'),
      ('role_assignment', 'role_assignment_level_known', 'CHECK (authority_level BETWEEN 1 AND 4)'),
      -- A grant that is ended before it began keeps its first day as its end: it holds on no day.
      ('role_assignment', 'role_assignment_days_in_order', 'CHECK (valid_to >= valid_from)'),
      ('role_assignment', 'role_assignment_scope_complete',
       'CHECK ((scope_kind IN (''DEPARTMENT'', ''PROGRAMME'')) = (scope_ref IS NOT NULL))'),
      ('role_assignment', 'role_assignment_once_a_day',
       'EXCLUDE USING gist (account_id WITH =, role WITH =, scope_kind WITH =, (coalesce(scope_ref, '''')) WITH =,
                            (daterange(valid_from, valid_to, ''[)'')) WITH &&)')
    ) AS t (table_name, name, definition)
  LOOP
    SELECT coalesce(obj_description(c.oid, 'pg_constraint'), '') INTO existing
      FROM pg_constraint c
     WHERE c.conname = wanted.name AND c.conrelid = wanted.table_name::regclass;
    CONTINUE WHEN existing = md5(wanted.definition);
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT IF EXISTS %I', wanted.table_name, wanted.name);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I %s', wanted.table_name, wanted.name, wanted.definition);
    EXECUTE format('COMMENT ON CONSTRAINT %I ON %I IS %L', wanted.name, wanted.table_name, md5(wanted.definition));
  END LOOP;
END
$$;
