-- Classes that share a pool of seats were taught as one before there was a row that says so; reading classes had none
-- either. Both become rows here; a class that was called combined and shares its seats with nobody is a standard one.
SELECT set_config('naga.actor', 'system:migration', true);

WITH pools AS (
  SELECT c."seat_pool_id", min(c."id") AS "first", min(c."term_id") AS "term_id", string_agg(co."code", ' + ' ORDER BY co."code") AS "name"
    FROM "class" c JOIN "course" co ON co."id" = c."course_id"
   WHERE c."combined_class_id" IS NULL
   GROUP BY c."seat_pool_id" HAVING count(*) > 1
), made AS (
  INSERT INTO "combined_class" ("term_id", "section", "time_of_day", "name")
  SELECT p."term_id", f."section", f."time_of_day", p."name" || ' #' || p."seat_pool_id"
    FROM pools p JOIN "class" f ON f."id" = p."first"
  RETURNING "id", "name"
)
UPDATE "class" c SET "combined_class_id" = m."id", "class_type" = 'COMBINED'
  FROM made m, pools p
 WHERE m."name" = p."name" || ' #' || p."seat_pool_id" AND c."seat_pool_id" = p."seat_pool_id";
UPDATE "combined_class" SET "name" = regexp_replace("name", ' #[0-9]+$', '') WHERE "template_id" IS NULL;

UPDATE "class" SET "class_type" = 'STANDARD' WHERE "class_type" = 'COMBINED' AND "combined_class_id" IS NULL;

INSERT INTO "reading_class" ("class_id", "status")
SELECT c."id", (CASE c."status" WHEN 'DRAFT' THEN 'PLANNING' WHEN 'SCHEDULED' THEN 'OPEN' WHEN 'ACTIVE' THEN 'OPEN' ELSE 'CLOSED' END)::"reading_status"
  FROM "class" c
 WHERE c."class_type" = 'READING' AND NOT EXISTS (SELECT FROM "reading_class" r WHERE r."class_id" = c."id");
