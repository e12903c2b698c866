-- One preferred number a person (domain.md 2.1 §).
CREATE UNIQUE INDEX IF NOT EXISTS phone_one_preferred ON phone (person_id) WHERE is_preferred;
-- Nobody has a number twice, however it is written: two people may add the same one at the same moment.
CREATE UNIQUE INDEX IF NOT EXISTS phone_once_a_person ON phone (person_id, digits);

-- What no front door may get wrong, whoever writes: the app, an import, the loader.
SELECT hold_constraint('person', 'person_latin_name_letters',
  $$CHECK (family_name ~ '^[A-Z][A-Z ''-]*$' AND personal_name ~ '^[A-Z][A-Z ''-]*$')$$);
SELECT hold_constraint('person', 'person_citizenship_code', $$CHECK (citizenship ~ '^[A-Z]{2}$')$$);
SELECT hold_constraint('person', 'person_province_of_foreigner',
  'CHECK (citizenship = ''KH'' OR birth_province IS NULL OR birth_province IN (''INTERNATIONAL'', ''UNKNOWN''))');
SELECT hold_constraint('student', 'student_number_positive', 'CHECK (number > 0)');
SELECT hold_constraint('emergency_contact', 'emergency_contact_used', 'CHECK (is_emergency OR is_general)');
