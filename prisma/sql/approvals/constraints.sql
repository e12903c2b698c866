-- What a request that needs a second person can never be, whoever writes it (blueprints.md 3).

SELECT hold_constraint('approval', 'approval_maker_known', 'FOREIGN KEY (maker_id) REFERENCES account (id)');
SELECT hold_constraint('approval', 'approval_checker_known', 'FOREIGN KEY (checker_id) REFERENCES account (id)');
-- The sense of it all: two persons.
SELECT hold_constraint('approval', 'approval_two_persons', 'CHECK (checker_id <> maker_id)');
SELECT hold_constraint('approval', 'approval_expires_later', 'CHECK (expires_at > created_at)');
SELECT hold_constraint('approval', 'approval_amount_positive', 'CHECK (amount >= 0)');
SELECT hold_constraint('approval', 'approval_level_known', 'CHECK (authority_level BETWEEN 1 AND 4)');
SELECT hold_constraint('approval', 'approval_reason_given', 'CHECK (length(btrim(reason)) >= 5)');
-- Who decided and when stands exactly where somebody decided; a refusal says why.
SELECT hold_constraint('approval', 'approval_decision_complete',
  'CHECK ((status = ''PENDING'') = (decided_at IS NULL)
           AND (status IN (''APPROVED'', ''REJECTED'')) = (checker_id IS NOT NULL)
           AND (status <> ''PENDING'' OR decision_reason IS NULL)
           AND (status <> ''REJECTED'' OR length(btrim(coalesce(decision_reason, ''''))) >= 5))');
-- Dead by its hour, whoever sweeps.
SELECT hold_constraint('approval', 'approval_in_time',
  'CHECK (CASE status WHEN ''PENDING'' THEN true WHEN ''EXPIRED'' THEN decided_at >= expires_at
                           ELSE decided_at < expires_at END)');

-- The same request waits once.
CREATE UNIQUE INDEX IF NOT EXISTS approval_waits_once ON approval (kind, subject_key) WHERE status = 'PENDING';
-- What somebody decided, newest first.
CREATE INDEX IF NOT EXISTS approval_by_checker ON approval (checker_id, decided_at) WHERE checker_id IS NOT NULL;

-- A request begins waiting and in the name of who makes it, says the same until it is decided, is decided by whoever
-- acts in this transaction, and never again. The CHECKs above see one row; this sees the step.
CREATE OR REPLACE FUNCTION approval_guard() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  acting text := coalesce(current_setting('naga.actor', true), '');
  broken text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    broken := CASE
      WHEN NEW.status <> 'PENDING' THEN 'approval_begins_pending'
      WHEN acting LIKE 'account:%' AND acting <> 'account:' || NEW.maker_id THEN 'approval_own_name'
    END;
  ELSE
    broken := CASE
      WHEN OLD.status <> 'PENDING' THEN 'approval_decided_once'
      WHEN (to_jsonb(OLD) - '{status,checker_id,decision_reason,decided_at,version}'::text[])
        <> (to_jsonb(NEW) - '{status,checker_id,decision_reason,decided_at,version}'::text[]) THEN 'approval_unchanged'
      WHEN NEW.status IN ('APPROVED', 'REJECTED')
       AND acting IS DISTINCT FROM 'account:' || NEW.checker_id THEN 'approval_own_name'
      WHEN NEW.status = 'WITHDRAWN' AND acting IS DISTINCT FROM 'account:' || NEW.maker_id THEN 'approval_own_name'
    END;
  END IF;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'constraint "%" of approval % is broken', broken, NEW.id
      USING ERRCODE = '23514', CONSTRAINT = broken, TABLE = 'approval';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER approval_guard BEFORE INSERT OR UPDATE ON approval
  FOR EACH ROW EXECUTE FUNCTION approval_guard();

REVOKE DELETE ON approval FROM naga_app;
