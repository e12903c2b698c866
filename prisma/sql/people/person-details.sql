-- What the details of a person can never be, whoever writes them (domain.md 2.1, 2.2).

-- A legal name is whole, and written in the letters of a passport.
SELECT hold_constraint('person', 'person_legal_name_complete',
  'CHECK (NOT use_legal_name OR (legal_family_name IS NOT NULL AND legal_personal_name IS NOT NULL))');
SELECT hold_constraint('person', 'person_legal_name_letters',
  $$CHECK ((legal_family_name IS NULL OR legal_family_name ~ '^[A-Z][A-Z ''-]*$')
       AND (legal_personal_name IS NULL OR legal_personal_name ~ '^[A-Z][A-Z ''-]*$'))$$);

-- Only a confirmed Khmer name is sure, and only a confirmed one was seen by staff.
SELECT hold_constraint('person', 'person_khmer_name_confidence', 'CHECK (khmer_name_confidence BETWEEN 0 AND 1)');
SELECT hold_constraint('person', 'person_khmer_name_verified',
  $$CHECK (khmer_name_source IS DISTINCT FROM 'VERIFIED'
        OR (coalesce(khmer_name_confidence, 0) = 1 AND khmer_name_verified_at IS NOT NULL))$$);
SELECT hold_constraint('person', 'person_khmer_name_checked',
  $$CHECK (khmer_name_checked_at IS NULL OR khmer_name_source IS NOT DISTINCT FROM 'VERIFIED')$$);
SELECT hold_constraint('person', 'person_khmer_name_source',
  'CHECK (khmer_name_source IS NULL OR khmer_family_name IS NOT NULL OR khmer_personal_name IS NOT NULL)');

-- The work list of Khmer names: guesses, those that nobody has checked, those of old records.
-- Those without stand in person_without_khmer_name (list-indexes.sql).
DROP INDEX IF EXISTS person_khmer_name_missing;
CREATE INDEX IF NOT EXISTS person_khmer_name_old ON person (id) WHERE khmer_name_source IN ('LEGACY', 'USER');
CREATE INDEX IF NOT EXISTS person_khmer_name_guessed ON person (id) WHERE khmer_name_source = 'APPROXIMATED';
CREATE INDEX IF NOT EXISTS person_khmer_name_unchecked ON person (id)
  WHERE khmer_name_source = 'VERIFIED' AND khmer_name_checked_at IS NULL;

-- Two numbers to call are two numbers, however they are written: the last eight digits tell (domain.md 2.2 Duplicates).
SELECT hold_constraint('emergency_contact', 'emergency_contact_phones_differ',
  $$CHECK (secondary_phone IS NULL
        OR right(regexp_replace(translate(secondary_phone, '០១២៣៤៥៦៧៨៩', '0123456789'), '[^0-9]', '', 'g'), 8)
        <> right(regexp_replace(translate(primary_phone, '០១២៣៤៥៦៧៨៩', '0123456789'), '[^0-9]', '', 'g'), 8))$$);

SELECT hold_constraint('person_address', 'person_address_says_something',
  'CHECK (coalesce(province, district, commune, village, line, postal_code) IS NOT NULL)');
SELECT hold_constraint('person_address', 'person_address_country', $$CHECK (country ~ '^[A-Z]{2}$')$$);

SELECT hold_constraint('identity_paper', 'identity_paper_days', 'CHECK (issued_on <= expires_on)');
SELECT hold_constraint('identity_paper', 'identity_paper_number', $$CHECK (number = upper(btrim(number)) AND number <> '')$$);
SELECT hold_constraint('identity_paper', 'identity_paper_country', $$CHECK (country ~ '^[A-Z]{2}$')$$);
SELECT hold_constraint('identity_paper', 'identity_paper_verifier',
  'CHECK (verified_by IS NULL OR verified_at IS NOT NULL)');
-- A family or a house has one book for all of it; the other papers belong to one person each.
CREATE UNIQUE INDEX IF NOT EXISTS identity_paper_of_one_person ON identity_paper (kind, country, number)
  WHERE kind NOT IN ('FAMILY_BOOK', 'RESIDENCE_BOOK', 'OTHER');
CREATE UNIQUE INDEX IF NOT EXISTS identity_paper_once_a_person ON identity_paper (person_id, kind, country, number);
CREATE UNIQUE INDEX IF NOT EXISTS identity_paper_scan_once ON identity_paper (file_id) WHERE file_id IS NOT NULL;

SELECT hold_constraint('prior_schooling', 'prior_schooling_country', $$CHECK (country ~ '^[A-Z]{2}$')$$);
SELECT hold_constraint('prior_schooling', 'prior_schooling_years',
  'CHECK (started_year <= ended_year AND started_year BETWEEN 1930 AND 2200 AND ended_year BETWEEN 1930 AND 2200)');
SELECT hold_constraint('employment', 'employment_days', 'CHECK (started_on <= ended_on)');

-- Nobody is related to himself; siblings and spouses stand once, the smaller id first, and who is the parent of
-- somebody is not also the child.
SELECT hold_constraint('person_relation', 'person_relation_of_two', 'CHECK (person_id <> related_id)');
SELECT hold_constraint('person_relation', 'person_relation_smaller_first',
  $$CHECK (kind NOT IN ('SIBLING', 'SPOUSE') OR person_id < related_id)$$);
CREATE UNIQUE INDEX IF NOT EXISTS person_relation_once
  ON person_relation (least(person_id, related_id), greatest(person_id, related_id), kind);

-- Periods as a monk follow each other; at most one is open.
SELECT hold_constraint('monk_period', 'monk_period_days', 'CHECK (ordained_on <= left_on)');
SELECT hold_constraint('monk_period', 'monk_period_apart',
  'EXCLUDE USING gist (person_id WITH =, daterange(ordained_on, left_on) WITH &&)');

-- student.is_monk says whether a period is open today. It follows the periods in the same transaction; nobody sets it
-- beside them (domain.md 2.2 Monks: price and scholarship depend on it).
CREATE OR REPLACE FUNCTION people_monk_follows_periods() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who integer := coalesce(NEW.person_id, OLD.person_id);
BEGIN
  UPDATE student s SET is_monk = NOT s.is_monk, version = s.version + 1
   WHERE s.person_id = who
     AND s.is_monk <> EXISTS (SELECT FROM monk_period WHERE person_id = who AND left_on IS NULL);
  RETURN NULL;
END $$;

-- The loader writes both itself and may change no student; the constraint below looks at what it wrote.
CREATE OR REPLACE TRIGGER monk_follows_periods AFTER INSERT OR UPDATE OR DELETE ON monk_period
  FOR EACH ROW WHEN (current_user <> 'naga_loader') EXECUTE FUNCTION people_monk_follows_periods();

CREATE OR REPLACE FUNCTION people_monk_only_by_period() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM student s WHERE s.person_id = NEW.person_id
                AND s.is_monk <> EXISTS (SELECT FROM monk_period WHERE person_id = s.person_id AND left_on IS NULL)) THEN
    RAISE EXCEPTION 'student % violates constraint "student_monk_by_period": a monk is who has an open period', NEW.person_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'student_monk_by_period', TABLE = 'student';
  END IF;
  RETURN NULL;
END $$;

-- At the end of the transaction, because a load or an undo writes the two one after the other. Only monks and changes
-- are looked at: loading a million students costs nothing.
DROP TRIGGER IF EXISTS student_monk_inserted ON student;
CREATE CONSTRAINT TRIGGER student_monk_inserted AFTER INSERT ON student DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.is_monk) EXECUTE FUNCTION people_monk_only_by_period();
DROP TRIGGER IF EXISTS student_monk_updated ON student;
CREATE CONSTRAINT TRIGGER student_monk_updated AFTER UPDATE ON student DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.is_monk <> NEW.is_monk) EXECUTE FUNCTION people_monk_only_by_period();

-- Triggers run them whatever is granted here; nobody else has to. They are the definer's, since the loader may only add.
REVOKE EXECUTE ON FUNCTION people_monk_follows_periods(), people_monk_only_by_period() FROM PUBLIC;
