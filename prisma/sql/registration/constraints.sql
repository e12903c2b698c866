-- What an enrolment can never be (blueprints 4, domain.md 5.1). Built like prisma/sql/classes/constraints.sql.

-- One live row per student and class; ended rows stay as history.
CREATE UNIQUE INDEX IF NOT EXISTS enrolment_one_live
  ON enrolment (student_id, class_id) WHERE status IN ('ENROLLED', 'WAITLISTED', 'OFFERED');

DO $$
DECLARE
  wanted record;
  existing text;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('enrolment', 'enrolment_ended_has_date',
       'CHECK (status NOT IN (''DROPPED'', ''WITHDRAWN'') OR ended_at IS NOT NULL)'),
      ('enrolment', 'enrolment_queue_has_place', 'CHECK (status <> ''WAITLISTED'' OR queued_at IS NOT NULL)'),
      ('enrolment', 'enrolment_offer_has_end', 'CHECK (status <> ''OFFERED'' OR offer_expires_at IS NOT NULL)')
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

-- Seats are sold by apply_cart alone, which runs with its owner's rights: the application itself can neither write
-- an enrolment nor move a counter of a pool.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'naga_app') THEN
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON enrolment, enrolment_event, registration_state FROM naga_app;
    REVOKE UPDATE ON seat_pool FROM naga_app;
    GRANT UPDATE (capacity, over_authorised, version) ON seat_pool TO naga_app;
  END IF;
END
$$;
