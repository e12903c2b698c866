-- The audit log. It stands outside the Prisma schema: only the functions of prisma/sql/platform/audit.sql write it.
CREATE TABLE audit.entry (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at            timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  tx            xid8 NOT NULL DEFAULT pg_current_xact_id(),
  actor         text NOT NULL CHECK (actor <> ''),
  request_id    text,
  reason        text,
  change_set_id integer,
  table_name    text NOT NULL,
  row_key       text,
  subject_id    integer,
  operation     text NOT NULL CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE', 'COPY', 'EVENT', 'FORGET')),
  old           jsonb,
  new           jsonb
);
CREATE INDEX entry_at ON audit.entry (at DESC, id DESC);
CREATE INDEX entry_actor ON audit.entry (actor, at DESC, id DESC);
CREATE INDEX entry_subject ON audit.entry (subject_id, at DESC, id DESC) WHERE subject_id IS NOT NULL;
CREATE INDEX entry_row ON audit.entry (table_name, row_key, at DESC);
CREATE INDEX entry_change_set ON audit.entry (change_set_id, id) WHERE change_set_id IS NOT NULL;
CREATE INDEX entry_request ON audit.entry (request_id) WHERE request_id IS NOT NULL;
ALTER TABLE audit.entry OWNER TO naga_audit;
GRANT USAGE ON SCHEMA audit TO naga_owner, naga_app, naga_loader, naga_readonly, naga_backup;
GRANT SELECT ON audit.entry TO naga_owner, naga_app, naga_readonly, naga_backup;
