-- Wishes of teachers and drafts of timetables (domain.md 4.3).
SELECT hold_constraint('teacher_wish', 'teacher_wish_minutes_in_day',
  'CHECK (start_min >= 0 AND start_min < end_min AND end_min <= 1440)');
SELECT hold_constraint('teacher_wish', 'teacher_wish_weekday_in_week', 'CHECK (weekday BETWEEN 1 AND 7)');
-- Two wishes for one time would say two things.
SELECT hold_constraint('teacher_wish', 'teacher_wish_once',
  'EXCLUDE USING gist (teacher_id WITH =, coalesce(term_id, 0) WITH =, weekday WITH =, int4range(start_min, end_min) WITH &&)');

-- Something is placed wholly, or not at all; what is not placed cannot be accepted.
SELECT hold_constraint('proposal_item', 'proposal_item_whole_time',
  'CHECK ((weekday IS NULL AND start_min IS NULL AND end_min IS NULL AND room_id IS NULL AND teacher_id IS NULL AND decision = ''PENDING'')
       OR (weekday BETWEEN 1 AND 7 AND start_min >= 0 AND start_min < end_min AND end_min <= 1440))');
