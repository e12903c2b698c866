-- One view of a person opens a list; a view has a name.
CREATE UNIQUE INDEX IF NOT EXISTS saved_view_one_default ON saved_view (account_id, list) WHERE is_default;
ALTER TABLE saved_view DROP CONSTRAINT IF EXISTS saved_view_named;
ALTER TABLE saved_view ADD CONSTRAINT saved_view_named CHECK (length(btrim(name)) BETWEEN 1 AND 80);
