-- The history of sign-ins is append-only for the application. Its rows go when their time is over, by this function
-- alone: it takes nothing that is younger than half a year, a part at a time, and what it took stands in the audit.
CREATE OR REPLACE FUNCTION forget_sign_in_events(before timestamptz, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  removed integer;
BEGIN
  IF before > now() - interval '180 days' THEN
    RAISE EXCEPTION 'the history of sign-ins is kept for 180 days at least'
      USING ERRCODE = 'NG003', CONSTRAINT = 'sign_in_event_kept';
  END IF;
  DELETE FROM public.sign_in_event
   WHERE id IN (SELECT id FROM public.sign_in_event WHERE at < before ORDER BY at LIMIT most);
  GET DIAGNOSTICS removed = ROW_COUNT;
  IF removed > 0 THEN
    PERFORM audit.record_event('platform.sign_ins_forgotten', NULL,
                               jsonb_build_object('rows', removed, 'before', before));
  END IF;
  RETURN removed;
END $$;
REVOKE ALL ON FUNCTION forget_sign_in_events(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_sign_in_events(timestamptz, integer) TO naga_app;
