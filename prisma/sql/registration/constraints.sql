-- What an enrolment can never be (blueprints 4, domain.md 5.1).

-- One live row per student and class; ended rows stay as history.
CREATE UNIQUE INDEX IF NOT EXISTS enrolment_one_live
  ON enrolment (student_id, class_id) WHERE status IN ('ENROLLED', 'WAITLISTED', 'OFFERED');

SELECT hold_constraint('enrolment', 'enrolment_ended_has_date',
  'CHECK (status NOT IN (''DROPPED'', ''WITHDRAWN'') OR ended_at IS NOT NULL)');
SELECT hold_constraint('enrolment', 'enrolment_queue_has_place',
  'CHECK (status <> ''WAITLISTED'' OR queued_at IS NOT NULL)');
SELECT hold_constraint('enrolment', 'enrolment_offer_has_end',
  'CHECK (status <> ''OFFERED'' OR offer_expires_at IS NOT NULL)');

-- Seats are sold by apply_cart alone, which runs with its owner's rights: the application itself can neither write
-- an enrolment nor move a counter of a pool.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'naga_app') THEN
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON enrolment, enrolment_event, registration_state FROM naga_app;
    REVOKE UPDATE ON seat_pool FROM naga_app;
    GRANT UPDATE (capacity, over_authorised, version) ON seat_pool TO naga_app;
  END IF;
END
$$;
