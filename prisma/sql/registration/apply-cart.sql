-- The only writer of enrolments (blueprints 4). Rules are judged before, in lib/registration/rules/, over a snapshot
-- of the student and the classes; this function proves that the snapshot still holds and takes the seats.
--
-- p_actor           label for the rows, such as account:12
-- p_student_id      the student (a person id)
-- p_version         version of the registration that the snapshot showed
-- p_class_versions  {"<class id>": version} of every class that the rules looked at
-- p_items           [{"take": class id, "give": class id, "wait": bool, "over": bool, "audit": bool, "late": bool,
--                     "override": bool, "end_status": "DROPPED" | "WITHDRAWN", "reason": text}]
--                   take alone enrols (or accepts an offered seat), give alone leaves, both is a swap: the old seat
--                   is given only after the new one was taken. wait queues when the class is full; over authorises a
--                   seat beyond the capacity, which the caller must have the authority for.
--
-- Returns {"version": n, "items": [{"outcome", "enrolment_id", "ended_id"}]} in the order of the items. Outcomes:
-- enrolled, accepted, swapped, waitlisted, full, already, already_waiting, dropped, withdrawn, not_enrolled.
-- Raises 40001 when the student's registration or a class changed since the snapshot: read again, judge again.
--
-- Lock order for everybody: student, registration_state, pools ascending, classes ascending. Always FOR NO KEY UPDATE:
-- plain FOR UPDATE would block the foreign keys of unrelated rows. No lock is taken on another student's row; the
-- enrolment rows of a queue are guarded by the pool's lock.
CREATE OR REPLACE FUNCTION apply_cart(p_actor text, p_student_id integer, p_version integer,
                                      p_class_versions jsonb, p_items jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_version integer;
  v_pool_ids integer[];
  v_pool_id integer;
  v_item jsonb;
  v_take integer;
  v_give integer;
  v_take_pool integer;
  v_give_pool integer;
  v_outcome text;
  v_new_id integer;
  v_ended_id integer;
  v_have enrolment;
  v_give_row enrolment;
  v_pool seat_pool;
  v_end_status enrolment_status;
  v_changed boolean := false;
  v_result jsonb := '[]'::jsonb;
BEGIN
  IF coalesce(p_actor, '') = '' THEN
    RAISE EXCEPTION 'apply_cart needs an actor' USING ERRCODE = '22023';
  END IF;

  PERFORM 1 FROM student WHERE person_id = p_student_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no student %', p_student_id USING ERRCODE = '23503', CONSTRAINT = 'enrolment_student_id_fkey';
  END IF;
  INSERT INTO registration_state (student_id, version) VALUES (p_student_id, 0) ON CONFLICT (student_id) DO NOTHING;
  SELECT version INTO v_version FROM registration_state WHERE student_id = p_student_id FOR NO KEY UPDATE;
  IF v_version <> p_version THEN
    RAISE EXCEPTION 'registration of student % is at version %, not %', p_student_id, v_version, p_version
      USING ERRCODE = '40001';
  END IF;

  SELECT array_agg(DISTINCT c.seat_pool_id ORDER BY c.seat_pool_id) INTO v_pool_ids
    FROM jsonb_array_elements(p_items) AS i
    JOIN class c ON c.id IN ((i ->> 'take')::integer, (i ->> 'give')::integer);
  PERFORM 1 FROM seat_pool WHERE id = ANY (v_pool_ids) ORDER BY id FOR NO KEY UPDATE;

  -- A change of timetable or of status waits until these seats are sold, or is seen here.
  PERFORM 1 FROM class
    WHERE id IN (SELECT key::integer FROM jsonb_each_text(p_class_versions)) ORDER BY id FOR SHARE;
  IF EXISTS (SELECT FROM jsonb_each_text(p_class_versions) AS seen
               LEFT JOIN class c ON c.id = seen.key::integer
              WHERE c.version IS DISTINCT FROM seen.value::integer) THEN
    RAISE EXCEPTION 'a class of the cart changed' USING ERRCODE = '40001';
  END IF;

  FOREACH v_pool_id IN ARRAY coalesce(v_pool_ids, '{}') LOOP
    PERFORM settle_seat_pool(v_pool_id, p_actor) FROM seat_pool WHERE id = v_pool_id AND offered > 0;
  END LOOP;

  FOR v_item IN SELECT value FROM jsonb_array_elements(p_items) WITH ORDINALITY AS t (value, n) ORDER BY n LOOP
    v_take := (v_item ->> 'take')::integer;
    v_give := (v_item ->> 'give')::integer;
    v_outcome := NULL;
    v_new_id := NULL;
    v_ended_id := NULL;
    v_end_status := coalesce(v_item ->> 'end_status', 'DROPPED')::enrolment_status;
    IF v_end_status NOT IN ('DROPPED', 'WITHDRAWN') THEN
      RAISE EXCEPTION 'an enrolment ends here as DROPPED or WITHDRAWN, not %', v_end_status USING ERRCODE = '22023';
    END IF;

    IF v_give IS NOT NULL THEN
      SELECT e.* INTO v_give_row FROM enrolment e
       WHERE e.student_id = p_student_id AND e.class_id = v_give AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED');
      IF NOT FOUND THEN
        v_outcome := 'not_enrolled';
      END IF;
    END IF;

    IF v_outcome IS NULL AND v_take IS NOT NULL THEN
      SELECT c.seat_pool_id INTO v_take_pool FROM class c WHERE c.id = v_take;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'no class %', v_take USING ERRCODE = '23503', CONSTRAINT = 'enrolment_class_id_fkey';
      END IF;
      SELECT * INTO STRICT v_pool FROM seat_pool WHERE id = v_take_pool;
      SELECT e.* INTO v_have FROM enrolment e
       WHERE e.student_id = p_student_id AND e.class_id = v_take AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED');

      IF FOUND AND v_have.status = 'ENROLLED' THEN
        v_outcome := 'already';
      ELSIF v_have.status = 'OFFERED' THEN
        UPDATE seat_pool SET offered = offered - 1, taken = taken + 1 WHERE id = v_take_pool;
        v_outcome := 'accepted';
      ELSIF v_pool.waiting = 0 AND v_pool.taken + v_pool.offered < v_pool.capacity + v_pool.over_authorised THEN
        UPDATE seat_pool SET taken = taken + 1 WHERE id = v_take_pool;
        v_outcome := 'enrolled';
      ELSIF v_give IS NOT NULL AND v_give_row.status = 'ENROLLED' AND v_have.id IS NULL
            AND (SELECT c.seat_pool_id FROM class c WHERE c.id = v_give) = v_take_pool THEN
        -- Between classes that are taught as one, the student's own seat moves along.
        UPDATE seat_pool SET taken = taken + 1,
               over_authorised = greatest(over_authorised, taken + 1 + offered - capacity)
         WHERE id = v_take_pool;
        v_outcome := 'enrolled';
      ELSIF coalesce((v_item ->> 'over')::boolean, false) THEN
        UPDATE seat_pool
           SET taken = taken + 1, waiting = waiting - (CASE WHEN v_have.status = 'WAITLISTED' THEN 1 ELSE 0 END),
               over_authorised = greatest(over_authorised, taken + 1 + offered - capacity)
         WHERE id = v_take_pool;
        v_outcome := 'enrolled';
      ELSIF v_have.status = 'WAITLISTED' THEN
        v_outcome := 'already_waiting';
      ELSIF coalesce((v_item ->> 'wait')::boolean, false) THEN
        UPDATE seat_pool SET waiting = waiting + 1 WHERE id = v_take_pool;
        v_outcome := 'waitlisted';
      ELSE
        v_outcome := 'full';
      END IF;

      IF v_outcome IN ('enrolled', 'accepted', 'waitlisted') THEN
        IF v_have.id IS NOT NULL THEN
          UPDATE enrolment
             SET status = 'ENROLLED', enrolled_at = clock_timestamp(), enrolled_by = p_actor, queued_at = NULL,
                 offer_expires_at = NULL, has_override = has_override OR coalesce((v_item ->> 'override')::boolean, false),
                 version = version + 1
           WHERE id = v_have.id RETURNING id INTO v_new_id;
        ELSE
          INSERT INTO enrolment (student_id, class_id, status, is_audit, is_late, has_override, enrolled_by, queued_at)
          VALUES (p_student_id, v_take,
                  (CASE v_outcome WHEN 'waitlisted' THEN 'WAITLISTED' ELSE 'ENROLLED' END)::enrolment_status,
                  coalesce((v_item ->> 'audit')::boolean, false), coalesce((v_item ->> 'late')::boolean, false),
                  coalesce((v_item ->> 'override')::boolean, false), p_actor,
                  CASE v_outcome WHEN 'waitlisted' THEN clock_timestamp() END)
          RETURNING id INTO v_new_id;
        END IF;
        INSERT INTO enrolment_event (enrolment_id, student_id, class_id, kind, actor)
        VALUES (v_new_id, p_student_id, v_take, v_outcome, p_actor);
        v_changed := true;
      END IF;
    END IF;

    -- A swap that only reached the queue, or found the class full, keeps the old seat.
    IF v_give IS NOT NULL AND (v_outcome IN ('enrolled', 'accepted') OR (v_take IS NULL AND v_outcome IS NULL)) THEN
      SELECT c.seat_pool_id INTO v_give_pool FROM class c WHERE c.id = v_give;
      UPDATE enrolment
         SET status = v_end_status, ended_at = clock_timestamp(), end_reason = v_item ->> 'reason',
             queued_at = NULL, offer_expires_at = NULL, version = version + 1
       WHERE id = v_give_row.id RETURNING id INTO v_ended_id;
      UPDATE seat_pool
         SET taken = taken - (v_give_row.status = 'ENROLLED')::integer,
             offered = offered - (v_give_row.status = 'OFFERED')::integer,
             waiting = waiting - (v_give_row.status = 'WAITLISTED')::integer
       WHERE id = v_give_pool;
      INSERT INTO enrolment_event (enrolment_id, student_id, class_id, kind, actor)
      VALUES (v_ended_id, p_student_id, v_give, lower(v_end_status::text), p_actor);
      PERFORM settle_seat_pool(v_give_pool, p_actor);
      v_outcome := CASE WHEN v_take IS NULL THEN lower(v_end_status::text) ELSE 'swapped' END;
      v_changed := true;
    END IF;

    v_result := v_result || jsonb_build_object('outcome', v_outcome, 'enrolment_id', v_new_id, 'ended_id', v_ended_id);
  END LOOP;

  IF v_changed THEN
    UPDATE registration_state SET version = version + 1 WHERE student_id = p_student_id RETURNING version INTO v_version;
  END IF;
  RETURN jsonb_build_object('version', v_version, 'items', v_result);
END
$$;

DO $$
BEGIN
  REVOKE EXECUTE ON FUNCTION apply_cart(text, integer, integer, jsonb, jsonb) FROM PUBLIC;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'naga_app') THEN
    GRANT EXECUTE ON FUNCTION apply_cart(text, integer, integer, jsonb, jsonb) TO naga_app;
  END IF;
END
$$;
