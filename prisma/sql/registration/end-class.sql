-- A class is cancelled: everybody who sits in it, was offered a seat or waits, leaves it at once (domain.md 4.3). Locks as
-- everybody does: students ascending, registration states, pools ascending, classes ascending (apply-cart.sql).

-- Locks all that a cancellation touches and returns who is in the classes. Somebody who came in between the look and the
-- locks is error 40001: the caller begins again, with that student locked in turn.
CREATE OR REPLACE FUNCTION lock_class_seats(p_class_ids integer[])
RETURNS TABLE (class_id integer, student_id integer, status text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_students integer[];
  v_pools integer[];
BEGIN
  v_students := ARRAY (SELECT DISTINCT e.student_id FROM enrolment e
                        WHERE e.class_id = ANY (p_class_ids) AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED'));
  PERFORM 1 FROM student s WHERE s.person_id = ANY (v_students) ORDER BY s.person_id FOR NO KEY UPDATE;
  PERFORM 1 FROM registration_state r WHERE r.student_id = ANY (v_students) ORDER BY r.student_id FOR NO KEY UPDATE;
  v_pools := ARRAY (SELECT DISTINCT c.seat_pool_id FROM class c WHERE c.id = ANY (p_class_ids));
  PERFORM 1 FROM seat_pool p WHERE p.id = ANY (v_pools) ORDER BY p.id FOR NO KEY UPDATE;
  PERFORM 1 FROM class c WHERE c.id = ANY (p_class_ids) ORDER BY c.id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM class c WHERE c.id = ANY (p_class_ids) AND c.seat_pool_id <> ALL (v_pools))
     OR EXISTS (SELECT FROM enrolment e WHERE e.class_id = ANY (p_class_ids)
                   AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED') AND e.student_id <> ALL (v_students)) THEN
    RAISE EXCEPTION 'somebody joined the class meanwhile' USING ERRCODE = '40001';
  END IF;
  RETURN QUERY
    SELECT e.class_id, e.student_id, e.status::text FROM enrolment e
     WHERE e.class_id = ANY (p_class_ids) AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED')
     ORDER BY e.student_id, e.class_id;
END
$$;

-- Ends what lock_class_seats returned. The university cancels, not the student: DROPPED whatever the day, no W. Seats,
-- offers and queue follow; classes that go on and share the seats offer them to who waits. Returns how many students left.
CREATE OR REPLACE FUNCTION end_class_enrolments(p_actor text, p_class_ids integer[], p_reason text)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_pool integer;
  v_students integer[];
BEGIN
  IF coalesce(p_actor, '') = '' THEN
    RAISE EXCEPTION 'end_class_enrolments needs an actor' USING ERRCODE = '22023';
  END IF;
  -- Whoever calls has locked them to look; here it costs nothing and holds for everybody.
  v_students := ARRAY (SELECT DISTINCT l.student_id FROM lock_class_seats(p_class_ids) l ORDER BY 1);

  WITH over AS (
    UPDATE enrolment e
       SET status = 'DROPPED', ended_at = clock_timestamp(), end_reason = p_reason, queued_at = NULL,
           offer_expires_at = NULL, version = e.version + 1
     WHERE e.class_id = ANY (p_class_ids) AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED')
    RETURNING e.id, e.student_id, e.class_id
  )
  INSERT INTO enrolment_event (enrolment_id, student_id, class_id, kind, actor)
  SELECT o.id, o.student_id, o.class_id, 'class_cancelled', p_actor FROM over o;

  INSERT INTO registration_state AS r (student_id, version)
  SELECT id, 1 FROM unnest(v_students) AS s(id) ORDER BY 1
  ON CONFLICT (student_id) DO UPDATE SET version = r.version + 1;

  FOR v_pool IN SELECT DISTINCT c.seat_pool_id FROM class c WHERE c.id = ANY (p_class_ids) ORDER BY 1 LOOP
    PERFORM recount_seat_pool(v_pool, p_actor);
  END LOOP;

  RETURN cardinality(v_students);
END
$$;

DO $$
BEGIN
  REVOKE EXECUTE ON FUNCTION lock_class_seats(integer[]) FROM PUBLIC;
  REVOKE EXECUTE ON FUNCTION end_class_enrolments(text, integer[], text) FROM PUBLIC;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'naga_app') THEN
    GRANT EXECUTE ON FUNCTION lock_class_seats(integer[]) TO naga_app;
    GRANT EXECUTE ON FUNCTION end_class_enrolments(text, integer[], text) TO naga_app;
  END IF;
END
$$;
