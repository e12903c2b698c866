-- What a timetable can never be, whoever writes it (blueprints 5): two deliveries in one room, or with one teacher,
-- at one time. There is no override; parts taught together share a delivery. They are checked at the end of a statement,
-- so that one statement may exchange rooms.

CREATE EXTENSION IF NOT EXISTS btree_gist;

SELECT hold_constraint('meeting', 'meeting_minutes_in_day',
  'CHECK (start_min >= 0 AND start_min < end_min AND end_min <= 1440)');
SELECT hold_constraint('slot', 'slot_minutes_in_day',
  'CHECK (start_min >= 0 AND start_min < end_min AND end_min <= 1440)');
SELECT hold_constraint('slot', 'slot_weekday_in_week', 'CHECK (weekday BETWEEN 1 AND 7)');
SELECT hold_constraint('slot', 'slot_dates_in_order', 'CHECK (valid_from <= valid_to)');
SELECT hold_constraint('seat_pool', 'seat_pool_counters_not_negative',
  'CHECK (capacity >= 0 AND over_authorised >= 0 AND taken >= 0 AND offered >= 0 AND waiting >= 0)');
SELECT hold_constraint('seat_pool', 'seat_pool_not_oversold',
  'CHECK (taken + offered <= capacity + over_authorised)');
SELECT hold_constraint('class', 'class_section_is_letter', 'CHECK (section ~ ''^[A-Z]$'')');
SELECT hold_constraint('class_session', 'class_session_number_in_range', 'CHECK (number BETWEEN 1 AND 5)');
SELECT hold_constraint('class_session', 'class_session_weight_in_range', 'CHECK (weight BETWEEN 0 AND 1)');
SELECT hold_constraint('class_part', 'class_part_weight_in_range', 'CHECK (weight BETWEEN 0 AND 1)');
SELECT hold_constraint('meeting', 'meeting_room_free',
  'EXCLUDE USING gist (room_id WITH =, on_date WITH =, int4range(start_min, end_min) WITH &&, delivery_id WITH <>)
        WHERE (NOT cancelled AND room_id IS NOT NULL) DEFERRABLE');
SELECT hold_constraint('meeting', 'meeting_teacher_free',
  'EXCLUDE USING gist (teacher_id WITH =, on_date WITH =, int4range(start_min, end_min) WITH &&, delivery_id WITH <>)
        WHERE (NOT cancelled AND teacher_id IS NOT NULL) DEFERRABLE');
SELECT hold_constraint('slot', 'slot_room_free',
  'EXCLUDE USING gist (room_id WITH =, weekday WITH =, int4range(start_min, end_min) WITH &&,
        daterange(valid_from, valid_to, ''[]'') WITH &&, delivery_id WITH <>)
        WHERE (live AND room_id IS NOT NULL) DEFERRABLE');
SELECT hold_constraint('slot', 'slot_teacher_free',
  'EXCLUDE USING gist (teacher_id WITH =, weekday WITH =, int4range(start_min, end_min) WITH &&,
        daterange(valid_from, valid_to, ''[]'') WITH &&, delivery_id WITH <>)
        WHERE (live AND teacher_id IS NOT NULL) DEFERRABLE');

-- A delivery meets once at one time: the exclusion constraints above let rows of one delivery pass each other.
DROP INDEX IF EXISTS meeting_delivery_start_key;
SELECT hold_constraint('meeting', 'meeting_delivery_once',
  'EXCLUDE USING btree (delivery_id WITH =, on_date WITH =, start_min WITH =) WHERE (NOT cancelled) DEFERRABLE');
SELECT hold_constraint('meeting', 'meeting_reason_of_cancelled', 'CHECK (cancelled OR cancel_reason IS NULL)');
SELECT hold_constraint('meeting', 'meeting_make_up_of_another',
  'CHECK ((kind = ''MAKE_UP'') = (makes_up_for_id IS NOT NULL) AND makes_up_for_id <> id)');
SELECT hold_constraint('delivery', 'delivery_weekdays_in_week', 'CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7])');
SELECT hold_constraint('delivery', 'delivery_minutes_of_meeting', 'CHECK (minutes BETWEEN 15 AND 720)');
