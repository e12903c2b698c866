/**
 * Fills the empty table of patterns from confirmed names: whole parts, and the words of a part where both scripts have
 * equally many. A text of its own, because the seed runs it too.
 */
export const LEARN_PATTERNS = `
  INSERT INTO khmer_name_pattern (latin, is_family, khmer, frequency, share)
    WITH part AS (
      SELECT family_name AS latin, khmer_family_name AS khmer, true AS is_family
        FROM person WHERE khmer_name_source = 'VERIFIED' AND khmer_family_name IS NOT NULL
      UNION ALL
      SELECT personal_name, khmer_personal_name, false
        FROM person WHERE khmer_name_source = 'VERIFIED' AND khmer_personal_name IS NOT NULL),
    word AS (
      SELECT pair.latin, pair.khmer, part.is_family
        FROM part, LATERAL ROWS FROM (regexp_split_to_table(part.latin, '[ -]+'),
                                      regexp_split_to_table(part.khmer, '[ -]+')) AS pair(latin, khmer)
       WHERE part.latin ~ '[ -]'
         AND cardinality(regexp_split_to_array(part.latin, '[ -]+')) = cardinality(regexp_split_to_array(part.khmer, '[ -]+'))),
    seen AS (
      SELECT latin, is_family, khmer, count(*)::integer AS frequency
        FROM (SELECT latin, khmer, is_family FROM part UNION ALL SELECT latin, khmer, is_family FROM word) all_seen
       GROUP BY latin, is_family, khmer)
    SELECT latin, is_family, khmer, frequency, round(frequency::numeric / sum(frequency) OVER (PARTITION BY latin, is_family), 3)
      FROM seen`;
