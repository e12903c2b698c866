-- Takes back what a change set did to one record (blueprints.md 8): the inverse of its audit rows, newest first, all of
-- them or none. A record is everything about one subject (a student with phones, programme, status), or one row of a
-- table without subject. Returns a reason and nothing undone when somebody changed it since or something newer uses it.
-- Runs with the rights of the caller, so that every write is audited like any other.

-- `t.id = '12'::integer`: finds the row of an audit entry by the primary key of its table.
CREATE OR REPLACE FUNCTION change_set_key_condition(target regclass, row_key text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT string_agg(format('t.%I = %L::%s', a.attname, split_part(row_key, '/', place::int), format_type(a.atttypid, a.atttypmod)), ' AND ' ORDER BY place)
    FROM pg_index i
   CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
   WHERE i.indrelid = target AND i.indisprimary;
$$;

-- Undoes one audit row; false when its row is no longer there.
CREATE OR REPLACE FUNCTION change_set_undo_entry(table_name text, row_key text, operation text, before jsonb) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  target  regclass := format('public.%I', table_name)::regclass;
  matches text := change_set_key_condition(target, row_key);
  columns text;
  touched integer;
BEGIN
  IF operation = 'INSERT' THEN
    EXECUTE format('DELETE FROM %s t WHERE %s', target, matches);
  ELSIF operation = 'UPDATE' THEN
    SELECT string_agg(
             format(CASE WHEN key = 'version' THEN 'version = t.version + 1' ELSE '%1$I = old.%1$I' END, key), ', ')
      INTO columns FROM jsonb_object_keys(before) AS key;
    EXECUTE format('UPDATE %1$s t SET %2$s FROM jsonb_populate_record(NULL::%1$s, $1) AS old WHERE %3$s',
      target, columns, matches) USING before;
  ELSE
    SELECT string_agg(format('%I', key), ', ') INTO columns FROM jsonb_object_keys(before) AS key;
    EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM jsonb_populate_record(NULL::%s, $1)',
      target, columns, columns, target) USING before;
  END IF;
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched = 1;
END $$;

-- The audit rows of one record in a set, newest first. The inner query is fenced by OFFSET 0: without statistics on
-- fresh rows the planner would walk the whole set for each of its records (10,000 records: 98 s instead of 23 s).
CREATE OR REPLACE FUNCTION change_set_entries(set_id integer, up_to bigint, subject integer, of_table text, of_key text)
RETURNS SETOF audit.entry
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF subject IS NOT NULL THEN
    RETURN QUERY SELECT * FROM (SELECT * FROM audit.entry WHERE subject_id = subject OFFSET 0) e
      WHERE e.change_set_id = set_id AND e.id <= up_to
        AND e.table_name <> 'change_set' AND e.operation IN ('INSERT', 'UPDATE', 'DELETE')
      ORDER BY e.id DESC;
  ELSE
    RETURN QUERY
      SELECT * FROM (SELECT * FROM audit.entry WHERE table_name = of_table AND row_key = of_key OFFSET 0) e
       WHERE e.subject_id IS NULL AND e.change_set_id = set_id AND e.id <= up_to
         AND e.operation IN ('INSERT', 'UPDATE', 'DELETE')
       ORDER BY e.id DESC;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION change_set_undo_group(
  set_id integer, up_to bigint, subject integer, of_table text, of_key text,
  OUT reason text, OUT detail text)
LANGUAGE plpgsql AS $$
DECLARE
  entry record;
BEGIN
  SELECT later.actor INTO detail
    FROM change_set_entries(set_id, up_to, subject, of_table, of_key) mine
   CROSS JOIN LATERAL (
      SELECT e.id, e.actor FROM audit.entry e
       WHERE e.table_name = mine.table_name AND e.row_key = mine.row_key AND e.id > up_to
       ORDER BY e.at DESC LIMIT 1) later
   ORDER BY later.id DESC LIMIT 1;
  IF FOUND THEN
    reason := 'changed';
    RETURN;
  END IF;

  FOR entry IN SELECT * FROM change_set_entries(set_id, up_to, subject, of_table, of_key) ORDER BY id DESC LOOP
    IF NOT change_set_undo_entry(entry.table_name, entry.row_key, entry.operation, entry.old) THEN
      RAISE EXCEPTION 'the row is gone' USING ERRCODE = 'NG010';
    END IF;
  END LOOP;
EXCEPTION
  WHEN SQLSTATE 'NG010' THEN
    reason := 'gone';
  WHEN foreign_key_violation THEN
    reason := 'in_use';
    GET STACKED DIAGNOSTICS detail = TABLE_NAME;
  WHEN unique_violation OR check_violation OR exclusion_violation THEN
    reason := 'conflict';
    GET STACKED DIAGNOSTICS detail = CONSTRAINT_NAME;
END $$;
