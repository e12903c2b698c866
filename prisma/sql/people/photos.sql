-- One photo of a person is the one that is shown (domain.md 2.1 StudentPhoto §).
CREATE UNIQUE INDEX IF NOT EXISTS person_photo_one_current ON person_photo (person_id) WHERE is_current;
SELECT hold_constraint('person_photo', 'person_photo_sha256', $$CHECK (sha256 ~ '^[0-9a-f]{64}$')$$);
-- What is current is not over, and what is not current is over since a moment: retention counts from it.
SELECT hold_constraint('person_photo', 'person_photo_superseded', 'CHECK (is_current = (superseded_at IS NULL))');
-- A picture that staff did not take is not shown, and says why.
SELECT hold_constraint('person_photo', 'person_photo_rejected',
  $$CHECK (rejected_at IS NULL OR (NOT is_current AND verified_at IS NULL AND btrim(coalesce(rejected_why, '')) <> ''))$$);
SELECT hold_constraint('person_photo', 'person_photo_reminders', 'CHECK (reminder_count BETWEEN 0 AND 3)');

-- The work lists: due by age, not yet looked at; and what retention removes.
CREATE INDEX IF NOT EXISTS person_photo_due ON person_photo (taken_at, id) WHERE is_current AND NOT skip_reminder;
CREATE INDEX IF NOT EXISTS person_photo_unverified ON person_photo (taken_at, id) WHERE is_current AND verified_at IS NULL;
CREATE INDEX IF NOT EXISTS person_photo_superseded_at ON person_photo (superseded_at, id) WHERE superseded_at IS NOT NULL;

-- A file of somebody's own data stands as long as its days; both come together.
SELECT hold_constraint('own_data_file', 'own_data_file_ready',
  'CHECK ((ready_at IS NULL) = (file_id IS NULL) AND (ready_at IS NULL) = (expires_at IS NULL))');
