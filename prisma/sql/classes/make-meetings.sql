-- Dated meetings from weekly times (blueprints 5), for all deliveries in one statement.
--
-- A weekly time has one meeting in a week, so that a meeting keeps its id when the day or the hour of the weekly time
-- changes, and calendars on phones move it instead of showing it twice. What somebody changed for the day (by_hand),
-- cancelled, or added, and what is over, stays as it is. A day on which the campus is closed gets no new meeting; one
-- that was there is cancelled with the reason `holiday`, and comes back when the holiday is taken back, unless it was
-- made up for meanwhile.
--
-- from_day and from_min: what begins earlier is over. to_day: the last day looked at; null for all to come. yielding:
-- where a meeting that comes back finds its room or teacher taken by somebody else, it comes back without it.
CREATE OR REPLACE FUNCTION make_meetings(deliveries integer[], from_day date, from_min integer, to_day date, yielding boolean)
RETURNS TABLE (made integer, changed integer, cancelled integer, restored integer, removed integer, kept integer)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  -- A holiday that is being announced in the same moment is waited for, and waits (lib/classes/timetable/closed-days-lock.ts).
  PERFORM pg_advisory_xact_lock_shared(hashtext('naga closed days'));
  RETURN QUERY
  WITH target AS MATERIALIZED (
    -- Whoever cancels a class cancels its meetings; they are left as they are.
    SELECT d.id FROM unnest(deliveries) AS d(id)
     WHERE EXISTS (SELECT FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
                     JOIN class c ON c.id = cs.class_id WHERE cp.delivery_id = d.id AND c.status <> 'CANCELLED')
  ), closed AS MATERIALIZED (
    SELECT DISTINCT g::date AS day FROM holiday h
     CROSS JOIN LATERAL generate_series(greatest(h.start_date, from_day), h.end_date, interval '1 day') g
     WHERE h.is_active AND h.end_date >= from_day
  ), dated AS (
    SELECT s.id AS slot_id, s.delivery_id, s.start_min, s.end_min, s.room_id, s.teacher_id, s.valid_to,
           b.first + (s.weekday - extract(isodow FROM b.first)::integer + 7) % 7 AS first
      FROM target JOIN slot s ON s.delivery_id = target.id AND s.live
     CROSS JOIN LATERAL (SELECT greatest(s.valid_from, from_day) AS first) b
  ), wanted AS MATERIALIZED (
    SELECT d.slot_id, d.delivery_id, d.start_min, d.end_min, d.room_id, d.teacher_id, day.day,
           date_trunc('week', day.day)::date AS week, closed.day IS NOT NULL AS is_closed
      FROM dated d
     CROSS JOIN LATERAL (SELECT d.first + 7 * k AS day
                           FROM generate_series(0, (least(d.valid_to, coalesce(to_day, d.valid_to)) - d.first) / 7) k) day
      LEFT JOIN closed ON closed.day = day.day
     WHERE d.first <= least(d.valid_to, coalesce(to_day, d.valid_to))
       AND (day.day > from_day OR d.start_min >= from_min)
  ), had AS MATERIALIZED (
    SELECT m.*, date_trunc('week', m.on_date)::date AS week,
           m.by_hand OR (m.cancelled AND m.cancel_reason IS DISTINCT FROM 'holiday') AS fixed,
           row_number() OVER (PARTITION BY m.slot_id, date_trunc('week', m.on_date)
                              ORDER BY m.by_hand DESC, m.on_date, m.id) AS place
      FROM target JOIN meeting m ON m.delivery_id = target.id
     WHERE m.on_date >= from_day AND m.on_date <= coalesce(to_day, m.on_date)
       AND (m.on_date > from_day OR m.start_min >= from_min)
       AND m.kind = 'REGULAR' AND m.slot_id IS NOT NULL
  ), gone AS (
    DELETE FROM meeting m USING had h
     WHERE m.id = h.id AND NOT h.fixed
       AND (h.place > 1 OR NOT EXISTS (SELECT FROM wanted w WHERE w.slot_id = h.slot_id AND w.week = h.week))
    RETURNING m.id
  ), planned AS (
    SELECT h.id, w.*, h.cancelled AS was_cancelled,
           h.cancelled AND NOT w.is_closed AND yielding AND w.room_id IS NOT NULL AND EXISTS (
             SELECT FROM meeting o WHERE o.room_id = w.room_id AND o.on_date = w.day AND NOT o.cancelled
                AND o.start_min < w.end_min AND w.start_min < o.end_min AND o.delivery_id <> w.delivery_id) AS room_lost,
           h.cancelled AND NOT w.is_closed AND yielding AND w.teacher_id IS NOT NULL AND EXISTS (
             SELECT FROM meeting o WHERE o.teacher_id = w.teacher_id AND o.on_date = w.day AND NOT o.cancelled
                AND o.start_min < w.end_min AND w.start_min < o.end_min AND o.delivery_id <> w.delivery_id) AS teacher_lost
      FROM had h JOIN wanted w ON w.slot_id = h.slot_id AND w.week = h.week
     WHERE NOT h.fixed AND h.place = 1
       AND ((h.on_date, h.start_min, h.end_min) <> (w.day, w.start_min, w.end_min) OR h.cancelled <> w.is_closed
         OR h.room_id IS DISTINCT FROM w.room_id OR h.teacher_id IS DISTINCT FROM w.teacher_id)
  ), moved AS (
    UPDATE meeting m
       SET on_date = p.day, start_min = p.start_min, end_min = p.end_min,
           room_id = CASE WHEN p.room_lost THEN NULL ELSE p.room_id END,
           teacher_id = CASE WHEN p.teacher_lost THEN NULL ELSE p.teacher_id END,
           planned_room_id = CASE WHEN p.room_lost THEN p.room_id END,
           planned_teacher_id = CASE WHEN p.teacher_lost THEN p.teacher_id END,
           by_hand = p.room_lost OR p.teacher_lost,
           cancelled = p.is_closed, cancel_reason = CASE WHEN p.is_closed THEN 'holiday' END,
           version = m.version + 1
      FROM planned p WHERE m.id = p.id
    RETURNING p.is_closed, p.was_cancelled
  ), swept AS (
    -- Substitutes, make-ups and other rooms of a day: the holiday closes them too, and gives them back.
    UPDATE meeting m
       SET cancelled = NOT m.cancelled, cancel_reason = CASE WHEN m.cancelled THEN NULL ELSE 'holiday' END,
           version = m.version + 1
      FROM target
     WHERE m.delivery_id = target.id AND m.on_date >= from_day AND m.on_date <= coalesce(to_day, m.on_date)
       AND (m.on_date > from_day OR m.start_min >= from_min)
       AND (m.by_hand OR m.kind <> 'REGULAR' OR m.slot_id IS NULL)
       AND CASE WHEN m.cancelled
                THEN m.cancel_reason = 'holiday' AND NOT EXISTS (SELECT FROM closed WHERE closed.day = m.on_date)
                     AND NOT EXISTS (SELECT FROM meeting u WHERE u.makes_up_for_id = m.id)
                ELSE EXISTS (SELECT FROM closed WHERE closed.day = m.on_date) END
    RETURNING m.cancelled
  ), fresh AS (
    INSERT INTO meeting (delivery_id, slot_id, on_date, start_min, end_min, room_id, teacher_id)
    SELECT w.delivery_id, w.slot_id, w.day, w.start_min, w.end_min, w.room_id, w.teacher_id
      FROM wanted w
     WHERE NOT w.is_closed AND NOT EXISTS (SELECT FROM had h WHERE h.slot_id = w.slot_id AND h.week = w.week)
     ORDER BY w.day, w.start_min, w.delivery_id
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM fresh)::integer,
         (SELECT count(*) FROM moved WHERE moved.is_closed = moved.was_cancelled)::integer,
         (SELECT count(*) FROM moved WHERE moved.is_closed AND NOT moved.was_cancelled)::integer
           + (SELECT count(*) FROM swept WHERE swept.cancelled)::integer,
         (SELECT count(*) FROM moved WHERE moved.was_cancelled AND NOT moved.is_closed)::integer
           + (SELECT count(*) FROM swept WHERE NOT swept.cancelled)::integer,
         (SELECT count(*) FROM gone)::integer,
         (SELECT count(*) FROM had h LEFT JOIN wanted w ON w.slot_id = h.slot_id AND w.week = h.week
           WHERE h.fixed AND (w.slot_id IS NULL OR (h.on_date, h.start_min, h.end_min) <> (w.day, w.start_min, w.end_min)
              OR coalesce(h.planned_room_id, h.room_id) IS DISTINCT FROM w.room_id
              OR coalesce(h.planned_teacher_id, h.teacher_id) IS DISTINCT FROM w.teacher_id))::integer;
END $$;
