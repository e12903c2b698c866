-- Made by `naga db marks` from the marks on the models; do not edit.
-- account_session: a log of its own
-- environment_marker: a log of its own
-- idempotency_key: a log of its own
-- import_mapping: a log of its own
-- job_run: a log of its own
-- stored_file: a log of its own
REVOKE UPDATE, DELETE ON enrolment_event FROM naga_app;
REVOKE UPDATE, DELETE ON record_access FROM naga_app;
REVOKE UPDATE, DELETE ON rule_override FROM naga_app;
REVOKE UPDATE, DELETE ON sign_in_event FROM naga_app;
SELECT audit.attach('public.account', 'person_id', 'id', '', 'password_hash');
SELECT audit.attach('public.approval', 'subject_id', 'id', '', '');
SELECT audit.attach('public.change_set', '', 'id', '', '');
SELECT audit.attach('public.class', '', 'id', '', '');
SELECT audit.attach('public.class_part', '', 'id', '', '');
SELECT audit.attach('public.class_session', '', 'id', '', '');
SELECT audit.attach('public.course', '', 'id', '', '');
SELECT audit.attach('public.course_prerequisite', '', 'id', '', '');
SELECT audit.attach('public.course_result', 'student_id', 'id', '', '');
SELECT audit.attach('public.cycle', '', 'id', '', '');
SELECT audit.attach('public.delivery', '', 'id', '', '');
SELECT audit.attach('public.department', '', 'id', '', '');
SELECT audit.attach('public.division', '', 'id', '', '');
SELECT audit.attach('public.emergency_contact', 'person_id', 'id', '', '');
SELECT audit.attach('public.enrolment', 'student_id', 'id', '', '');
SELECT audit.attach('public.grading_scale', '', 'id', '', '');
SELECT audit.attach('public.holiday', '', 'id', '', '');
SELECT audit.attach('public.meeting', '', 'id', '', '');
SELECT audit.attach('public.person', 'id', 'id', 'search_key,updated_at', '');
SELECT audit.attach('public.phone', 'person_id', 'id', '', '');
SELECT audit.attach('public.programme', '', 'id', '', '');
SELECT audit.attach('public.programme_enrolment', 'student_id', 'id', '', '');
SELECT audit.attach('public.programme_requirement', '', 'id', '', '');
SELECT audit.attach('public.role_assignment', 'person_id', 'id', '', '');
SELECT audit.attach('public.room', '', 'id', '', '');
SELECT audit.attach('public.scale_grade', '', 'id', '', '');
SELECT audit.attach('public.seat_pool', '', 'id', 'taken,offered,waiting', '');
SELECT audit.attach('public.setting', '', 'id', '', '');
SELECT audit.attach('public.slot', '', 'id', '', '');
SELECT audit.attach('public.student', 'person_id', 'person_id', 'current_programme_id', '');
SELECT audit.attach('public.student_alias', 'student_id', 'id', '', '');
SELECT audit.attach('public.student_status_change', 'student_id', 'id', '', '');
SELECT audit.attach('public.teacher', 'person_id', 'person_id', '', '');
SELECT audit.attach('public.term', '', 'id', '', '');
SELECT audit.attach_actor('public.person_search_token');
SELECT audit.attach_actor('public.registration_state');
