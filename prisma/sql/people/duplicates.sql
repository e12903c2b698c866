-- A pair stands once, whoever found it (domain.md 2.2 Duplicates).
SELECT hold_constraint('duplicate_candidate', 'duplicate_candidate_two_people', 'CHECK (left_id < right_id)');
SELECT hold_constraint('duplicate_candidate', 'duplicate_candidate_score', 'CHECK (score >= 0 AND score <= 1)');
-- Decided is decided by somebody on a day; an open pair is nobody's decision.
SELECT hold_constraint('duplicate_candidate', 'duplicate_candidate_decided',
  'CHECK ((status = ''OPEN'') = (decided_at IS NULL) AND (decided_by IS NULL OR decided_at IS NOT NULL))');

-- The keys by which two records of one person meet. Equal Latin names: person(family_name, personal_name, id).
CREATE INDEX IF NOT EXISTS phone_last_digits ON phone (right(digits, 8));
CREATE INDEX IF NOT EXISTS person_khmer_name ON person (khmer_family_name, khmer_personal_name)
  WHERE khmer_family_name IS NOT NULL;
-- Names stand in it too: of two months of birthdays at a million people only those with a fitting initial are looked at.
CREATE INDEX IF NOT EXISTS person_born ON person (date_of_birth) INCLUDE (family_name, personal_name);
-- Whom the nightly comparison has to look at again.
CREATE INDEX IF NOT EXISTS person_created_at ON person (created_at);

-- The queue by day and by score, whatever the state.
CREATE INDEX IF NOT EXISTS duplicate_candidate_newest ON duplicate_candidate (found_at DESC, id DESC);
CREATE INDEX IF NOT EXISTS duplicate_candidate_surest ON duplicate_candidate (score DESC, id);
