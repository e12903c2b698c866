-- The filters of the lists of people stay cheap at a million rows: whatever narrows a list to few has an index.
CREATE INDEX IF NOT EXISTS student_admitted_on ON student (admitted_on);
CREATE INDEX IF NOT EXISTS person_date_of_birth ON person (date_of_birth);
CREATE INDEX IF NOT EXISTS person_birth_province ON person (birth_province);
CREATE INDEX IF NOT EXISTS person_without_khmer_name ON person (id)
  WHERE khmer_family_name IS NULL AND khmer_personal_name IS NULL;
CREATE INDEX IF NOT EXISTS person_without_birth_date ON person (id) WHERE date_of_birth IS NULL;
CREATE INDEX IF NOT EXISTS programme_enrolment_level ON programme_enrolment (current_level, student_id)
  WHERE status = 'ACTIVE' AND current_level IS NOT NULL;
