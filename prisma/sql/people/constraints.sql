-- One preferred number a person (domain.md 2.1 §).
CREATE UNIQUE INDEX IF NOT EXISTS phone_one_preferred ON phone (person_id) WHERE is_preferred;

-- What no front door may get wrong, whoever writes: the app, an import, the loader.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'person_latin_name_letters') THEN
    ALTER TABLE person ADD CONSTRAINT person_latin_name_letters
      CHECK (family_name ~ '^[A-Z][A-Z ''-]*$' AND personal_name ~ '^[A-Z][A-Z ''-]*$');
  END IF;
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'person_province_of_foreigner') THEN
    ALTER TABLE person ADD CONSTRAINT person_province_of_foreigner
      CHECK (citizenship = 'KH' OR birth_province IS NULL OR birth_province IN ('INTERNATIONAL', 'UNKNOWN'));
  END IF;
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'student_number_positive') THEN
    ALTER TABLE student ADD CONSTRAINT student_number_positive CHECK (number > 0);
  END IF;
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'emergency_contact_used') THEN
    ALTER TABLE emergency_contact ADD CONSTRAINT emergency_contact_used CHECK (is_emergency OR is_general);
  END IF;
END $$;
