-- The roles that two persons grant (domain.md 2.3, admin), held by the database: lib/approvals/access-grants.ts asks
-- and confirms, here nothing else gets in. The system alone (the first administrator by the command line, an emergency
-- administrator) needs no second person; what Keycloak says is not the system's word and needs one.

CREATE OR REPLACE FUNCTION role_grant_guard() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  acting text := coalesce(current_setting('naga.actor', true), '');
  -- A job works in the name of whoever started it.
  by_system boolean := acting LIKE 'system:%' AND acting NOT LIKE '%@account:%' AND NEW.source = 'LOCAL';
  given approval;
  broken text;
BEGIN
  IF NEW.approval_id IS NULL AND by_system THEN RETURN NEW; END IF;
  IF NEW.role NOT IN ('admin', 'operator') AND NEW.approval_id IS NULL THEN RETURN NEW; END IF;

  -- A grant that only ends, earlier than it would have, adds nothing.
  IF TG_OP = 'UPDATE'
     AND (OLD.account_id, OLD.role, OLD.scope_kind, OLD.valid_from)
       = (NEW.account_id, NEW.role, NEW.scope_kind, NEW.valid_from)
     AND (OLD.scope_ref, OLD.authority_level, OLD.approval_id)
       IS NOT DISTINCT FROM (NEW.scope_ref, NEW.authority_level, NEW.approval_id)
     AND coalesce(NEW.valid_to, 'infinity'::date) <= coalesce(OLD.valid_to, 'infinity'::date) THEN
    RETURN NEW;
  END IF;

  SELECT * INTO given FROM approval WHERE id = NEW.approval_id;
  broken := CASE
    WHEN given.id IS NULL THEN 'role_assignment_second_person'
    -- One decision is one grant: what ended does not come back by it.
    WHEN TG_OP = 'UPDATE' AND OLD.approval_id = NEW.approval_id THEN 'role_assignment_as_approved'
    WHEN given.kind <> 'access.grant-role' OR given.status <> 'APPROVED' OR NEW.scope_kind <> 'ALL'
      OR given.payload ->> 'accountId' IS DISTINCT FROM NEW.account_id::text
      OR given.payload ->> 'role' IS DISTINCT FROM NEW.role
      OR given.payload ->> 'authorityLevel' IS DISTINCT FROM NEW.authority_level::text
      OR (given.payload ->> 'lastDay')::date IS DISTINCT FROM (NEW.valid_to - 1)
      OR (given.payload ->> 'validFrom')::date > NEW.valid_from THEN 'role_assignment_as_approved'
    WHEN NEW.account_id IN (given.maker_id, given.checker_id) THEN 'role_assignment_not_to_oneself'
  END;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'constraint "%" of the role % for account % is broken', broken, NEW.role, NEW.account_id
      USING ERRCODE = '23514', CONSTRAINT = broken, TABLE = 'role_assignment';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER role_grant_guard BEFORE INSERT OR UPDATE ON role_assignment
  FOR EACH ROW EXECUTE FUNCTION role_grant_guard();

-- One decision, one grant.
CREATE UNIQUE INDEX IF NOT EXISTS role_assignment_approval_once ON role_assignment (approval_id);
SELECT hold_constraint('role_assignment', 'role_assignment_approval_known',
  'FOREIGN KEY (approval_id) REFERENCES approval (id)');
