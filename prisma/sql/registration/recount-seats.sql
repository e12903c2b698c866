-- When classes are put together or split again, the seats of their pools follow the rows behind them. The caller has
-- moved the classes already, and locks as everybody does: pools ascending, then classes (lib/classes/combined).
-- Raises seat_pool_not_oversold when more sit there than the pool holds. Free seats go to the queue.
CREATE OR REPLACE FUNCTION recount_seat_pool(p_pool_id integer, p_actor text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(p_actor, '') = '' THEN
    RAISE EXCEPTION 'recount_seat_pool needs an actor' USING ERRCODE = '22023';
  END IF;
  PERFORM 1 FROM seat_pool WHERE id = p_pool_id FOR NO KEY UPDATE;
  UPDATE seat_pool p
     SET taken = r.taken, offered = r.offered, waiting = r.waiting,
         over_authorised = least(p.over_authorised, greatest(0, r.taken + r.offered - p.capacity))
    FROM (SELECT count(*) FILTER (WHERE e.status NOT IN ('DROPPED', 'WITHDRAWN', 'WAITLISTED', 'OFFERED')) AS taken,
                 count(*) FILTER (WHERE e.status = 'OFFERED') AS offered,
                 count(*) FILTER (WHERE e.status = 'WAITLISTED') AS waiting
            FROM class c JOIN enrolment e ON e.class_id = c.id WHERE c.seat_pool_id = p_pool_id) r
   WHERE p.id = p_pool_id;
  PERFORM settle_seat_pool(p_pool_id, p_actor);
END
$$;

DO $$
BEGIN
  REVOKE EXECUTE ON FUNCTION recount_seat_pool(integer, text) FROM PUBLIC;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'naga_app') THEN
    GRANT EXECUTE ON FUNCTION recount_seat_pool(integer, text) TO naga_app;
  END IF;
END
$$;

-- Who sits in one class of a pool, and to whom a seat is offered there.
CREATE OR REPLACE FUNCTION class_seats(p_class_id integer) RETURNS TABLE (taken integer, offered integer)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT count(*) FILTER (WHERE e.status NOT IN ('DROPPED', 'WITHDRAWN', 'WAITLISTED', 'OFFERED'))::integer,
         count(*) FILTER (WHERE e.status = 'OFFERED')::integer
    FROM enrolment e WHERE e.class_id = p_class_id
$$;
