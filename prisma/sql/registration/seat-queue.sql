-- The queue of a pool. The caller holds the pool's lock: whoever changes an enrolment holds it, so the rows of other
-- students touched here can never be waited for in a circle (blueprints 4).

-- Ends offers that nobody accepted in time and offers every free seat to the oldest in the queue for as long as the
-- setting registration.offer_hours says (24 hours, domain.md 0.2 row 12). A seat beyond the capacity was authorised for one person: it is not passed on.
CREATE OR REPLACE FUNCTION settle_seat_pool(p_pool_id integer, p_actor text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_pool seat_pool;
  v_expired integer;
  v_row record;
  v_hours integer := coalesce(
    (SELECT (value #>> '{}')::integer FROM setting
      WHERE key = 'registration.offer_hours' AND valid_from <= (now() AT TIME ZONE 'Asia/Phnom_Penh')::date
      ORDER BY valid_from DESC LIMIT 1), 24);
BEGIN
  SELECT * INTO STRICT v_pool FROM seat_pool WHERE id = p_pool_id FOR NO KEY UPDATE;

  IF v_pool.offered > 0 THEN
    WITH dead AS (
      UPDATE enrolment e
         SET status = 'DROPPED', ended_at = now(), end_reason = 'offer_expired', offer_expires_at = NULL,
             version = e.version + 1
        FROM class c
       WHERE c.id = e.class_id AND c.seat_pool_id = p_pool_id
         AND e.status = 'OFFERED' AND e.offer_expires_at <= now()
      RETURNING e.id, e.student_id, e.class_id
    ), events AS (
      INSERT INTO enrolment_event (enrolment_id, student_id, class_id, kind, actor)
      SELECT id, student_id, class_id, 'offer_expired', p_actor FROM dead
      RETURNING 1
    )
    SELECT count(*) INTO v_expired FROM events;
    v_pool.offered := v_pool.offered - v_expired;
  END IF;

  v_pool.over_authorised := least(v_pool.over_authorised,
                                  greatest(0, v_pool.taken + v_pool.offered - v_pool.capacity));

  WHILE v_pool.waiting > 0 AND v_pool.taken + v_pool.offered < v_pool.capacity LOOP
    UPDATE enrolment e
       SET status = 'OFFERED', offer_expires_at = now() + make_interval(hours => v_hours), version = e.version + 1
     WHERE e.id = (SELECT w.id FROM enrolment w JOIN class c ON c.id = w.class_id
                    WHERE c.seat_pool_id = p_pool_id AND w.status = 'WAITLISTED'
                    ORDER BY w.queued_at, w.id LIMIT 1)
    RETURNING e.id, e.student_id, e.class_id INTO v_row;
    EXIT WHEN NOT FOUND;
    INSERT INTO enrolment_event (enrolment_id, student_id, class_id, kind, actor)
    VALUES (v_row.id, v_row.student_id, v_row.class_id, 'offered', p_actor);
    v_pool.waiting := v_pool.waiting - 1;
    v_pool.offered := v_pool.offered + 1;
  END LOOP;

  UPDATE seat_pool p
     SET over_authorised = v_pool.over_authorised, offered = v_pool.offered, waiting = v_pool.waiting
   WHERE p.id = p_pool_id
     AND (p.over_authorised, p.offered, p.waiting)
         IS DISTINCT FROM (v_pool.over_authorised, v_pool.offered, v_pool.waiting);
END
$$;

-- Every pool is settled in a transaction of its own now (lib/registration/commands/settle-offers.ts).
DROP FUNCTION IF EXISTS settle_expired_offers(text);

-- Pools whose counters differ from the enrolments behind them; no row is the only right answer (nightly check).
-- A finished enrolment (COMPLETED, FAILED, INCOMPLETE, NO_SHOW) keeps its seat: only leaving frees one.
CREATE OR REPLACE FUNCTION seat_pool_drift()
RETURNS TABLE (seat_pool_id integer, taken integer, taken_by_rows bigint, offered integer, offered_by_rows bigint,
               waiting integer, waiting_by_rows bigint)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT p.id, p.taken, r.taken, p.offered, r.offered, p.waiting, r.waiting
    FROM seat_pool p
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE e.status NOT IN ('DROPPED', 'WITHDRAWN', 'WAITLISTED', 'OFFERED')) AS taken,
             count(*) FILTER (WHERE e.status = 'OFFERED') AS offered,
             count(*) FILTER (WHERE e.status = 'WAITLISTED') AS waiting
        FROM class c JOIN enrolment e ON e.class_id = c.id
       WHERE c.seat_pool_id = p.id
    ) r
   WHERE (p.taken, p.offered, p.waiting) IS DISTINCT FROM (r.taken::int, r.offered::int, r.waiting::int)
$$;

DO $$
BEGIN
  REVOKE EXECUTE ON FUNCTION settle_seat_pool(integer, text) FROM PUBLIC;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'naga_app') THEN
    GRANT EXECUTE ON FUNCTION settle_seat_pool(integer, text) TO naga_app;
  END IF;
END
$$;
