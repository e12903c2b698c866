-- The access log is append-only for the application (marks of prisma/schema/platform.prisma). Its rows go when their
-- time is over, by this function alone: it takes nothing that is younger than half a year, a part at a time, and what
-- it took stands in the audit. Runs as naga_owner.
CREATE OR REPLACE FUNCTION forget_record_access(before timestamptz, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  removed integer;
BEGIN
  IF before > now() - interval '180 days' THEN
    RAISE EXCEPTION 'the access log is kept for 180 days at least'
      USING ERRCODE = 'NG003', CONSTRAINT = 'record_access_kept';
  END IF;
  DELETE FROM public.record_access
   WHERE id IN (SELECT id FROM public.record_access WHERE at < before ORDER BY at LIMIT most);
  GET DIAGNOSTICS removed = ROW_COUNT;
  IF removed > 0 THEN
    PERFORM audit.record_event('access_log.accesses_forgotten', NULL,
                               jsonb_build_object('rows', removed, 'before', before));
  END IF;
  RETURN removed;
END $$;
REVOKE ALL ON FUNCTION forget_record_access(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_record_access(timestamptz, integer) TO naga_app;

-- One kind of access among millions.
CREATE INDEX IF NOT EXISTS record_access_what ON record_access (what, at);
