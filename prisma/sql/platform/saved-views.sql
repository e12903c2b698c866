-- One view of a person opens a list; a view has a name.
CREATE UNIQUE INDEX IF NOT EXISTS saved_view_one_default ON saved_view (account_id, list) WHERE is_default;
SELECT hold_constraint('saved_view', 'saved_view_named', 'CHECK (length(btrim(name)) BETWEEN 1 AND 80)');
