/**
 * Codes of the academic courses that a student took or takes within 180 days, as a SELECT of `code`; what a new major is
 * compared with (domain.md 5.1). Levels of languages belong to no major. `student` and `day` are SQL expressions.
 */
export function recentCoursesSql(student: string, day: string): string {
  return `SELECT c.code FROM course_result r JOIN course c ON c.id = r.course_id JOIN term t ON t.id = r.term_id
     WHERE r.student_id = ${student} AND t.end_date >= ${day} - 180 AND c.programme_code IS NULL
    UNION
    SELECT c.code FROM enrolment e JOIN class k ON k.id = e.class_id JOIN course c ON c.id = k.course_id
     WHERE e.student_id = ${student} AND e.status = 'ENROLLED' AND c.programme_code IS NULL`;
}
