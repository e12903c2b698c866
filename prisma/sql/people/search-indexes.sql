-- Prefix search compares bytes: the columns below have the collation "C", whatever the server's own is, so that
-- their ordinary B-trees answer "begins with" as a range. Prisma's schema cannot say this.
DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT a.attrelid::regclass AS target, a.attname AS name
      FROM pg_attribute a
     WHERE (a.attrelid, a.attname) IN (('person_search_token'::regclass, 'token'),
                                       ('person_search_word'::regclass, 'word'), ('student'::regclass, 'number_label'),
                                       ('student_alias'::regclass, 'alias'), ('phone'::regclass, 'digits'))
       AND a.attcollation <> (SELECT oid FROM pg_collation WHERE collname = 'C' AND collnamespace = 'pg_catalog'::regnamespace)
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I TYPE text COLLATE "C"', wanted.target, wanted.name);
  END LOOP;
END $$;

-- "742" finds 00742: the number without its zeros.
CREATE INDEX IF NOT EXISTS student_number_text_prefix ON student (((number)::text COLLATE "C"));
CREATE INDEX IF NOT EXISTS student_alias_upper_prefix ON student_alias (upper(alias));
-- An e-mail by its beginning, whatever its case.
CREATE INDEX IF NOT EXISTS person_school_email_prefix ON person (lower(school_email::text) COLLATE "C")
  WHERE school_email IS NOT NULL;
CREATE INDEX IF NOT EXISTS person_personal_email_prefix ON person (lower(personal_email::text) COLLATE "C")
  WHERE personal_email IS NOT NULL;
-- Parts and slips are looked for among the distinct words (search-words.sql), not among the people.
DROP INDEX IF EXISTS person_search_key_trigram;
-- The pages of the whole list: the fortieth page skips 2,000 entries of this index, and no row of the table.
CREATE INDEX IF NOT EXISTS student_pages ON student (number) INCLUDE (person_id);
-- Monks and transfer students are few: the filters of the list walk these instead of every student.
CREATE INDEX IF NOT EXISTS student_monks ON student (number) WHERE is_monk;
CREATE INDEX IF NOT EXISTS student_transfers ON student (number) WHERE is_transfer;
