-- One thing is asked once at a time (domain.md 2.3 student); who wants something else takes the first request back.
CREATE UNIQUE INDEX IF NOT EXISTS data_change_request_one_pending ON data_change_request (person_id, topic)
  WHERE status = 'PENDING';
SELECT hold_constraint('data_change_request', 'data_change_request_decided',
  'CHECK ((status = ''PENDING'') = (decided_at IS NULL) AND (status = ''PENDING'') = (decided_by IS NULL))');
SELECT hold_constraint('data_change_request', 'data_change_request_reason_of_refusal',
  'CHECK (status <> ''REJECTED'' OR length(btrim(coalesce(decision, ''''))) >= 5)');
SELECT hold_constraint('data_change_request', 'data_change_request_asks_something',
  'CHECK (jsonb_typeof(changes) = ''object'' AND changes <> ''{}''::jsonb)');
SELECT hold_constraint('data_change_request', 'data_change_request_two_persons',
  'CHECK (status NOT IN (''APPROVED'', ''REJECTED'') OR decided_by <> requested_by)');

-- What was decided stays as it was decided, and nobody decides about themselves, with whichever of their accounts.
CREATE OR REPLACE FUNCTION people_guard_change_request() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'PENDING' THEN
    RAISE EXCEPTION 'constraint "data_change_request_decided_once" is broken' USING ERRCODE = '23514', CONSTRAINT = 'data_change_request_decided_once';
  END IF;
  IF NEW.status IN ('APPROVED', 'REJECTED')
     AND EXISTS (SELECT FROM account a WHERE a.id = NEW.decided_by AND a.person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'constraint "data_change_request_two_persons" is broken' USING ERRCODE = '23514', CONSTRAINT = 'data_change_request_two_persons';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS guard_change_request ON data_change_request;
CREATE TRIGGER guard_change_request BEFORE UPDATE ON data_change_request
  FOR EACH ROW EXECUTE FUNCTION people_guard_change_request();

-- The whole list, newest first; and whose proof a file is.
CREATE INDEX IF NOT EXISTS data_change_request_newest ON data_change_request (created_at DESC, id DESC);
CREATE INDEX IF NOT EXISTS data_change_request_proofs ON data_change_request USING gin (proof_ids);
