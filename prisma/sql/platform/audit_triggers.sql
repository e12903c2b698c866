-- Made by `naga db marks` from the marks on the models; do not edit.
-- account_session: a log of its own
-- environment_marker: a log of its own
-- idempotency_key: a log of its own
-- import_mapping: a log of its own
-- job_run: a log of its own
-- mail_delivery: a log of its own
-- stored_file: a log of its own
REVOKE UPDATE, DELETE ON enrolment_event FROM naga_app;
REVOKE UPDATE, DELETE ON record_access FROM naga_app;
REVOKE UPDATE, DELETE ON retention_run FROM naga_app;
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
SELECT audit.attach('public.cycle_change', 'student_id', 'id', '', '');
SELECT audit.attach('public.data_change_request', 'person_id', 'id', '', '');
SELECT audit.attach('public.delivery', '', 'id', '', '');
SELECT audit.attach('public.department', '', 'id', '', '');
SELECT audit.attach('public.division', '', 'id', '', '');
SELECT audit.attach('public.duplicate_candidate', 'left_id', 'id', '', '');
SELECT audit.attach('public.emergency_contact', 'person_id', 'id', '', '');
SELECT audit.attach('public.employment', 'person_id', 'id', '', '');
SELECT audit.attach('public.enrolment', 'student_id', 'id', '', '');
SELECT audit.attach('public.grading_scale', '', 'id', '', '');
SELECT audit.attach('public.holiday', '', 'id', '', '');
SELECT audit.attach('public.identity_paper', 'person_id', 'id', '', '');
SELECT audit.attach('public.leave_of_absence', 'student_id', 'id', '', '');
SELECT audit.attach('public.mail_merge', '', 'id', '', '');
SELECT audit.attach('public.major_declaration', 'student_id', 'id', '', '');
SELECT audit.attach('public.meeting', '', 'id', '', '');
SELECT audit.attach('public.message_template', '', 'id', '', '');
SELECT audit.attach('public.monk_period', 'person_id', 'id', '', '');
SELECT audit.attach('public.own_data_file', 'person_id', 'id', '', '');
SELECT audit.attach('public.person', 'id', 'id', 'search_key,updated_at', '');
SELECT audit.attach('public.person_address', 'person_id', 'id', '', '');
SELECT audit.attach('public.person_photo', 'person_id', 'id', '', '');
SELECT audit.attach('public.person_relation', 'person_id', 'id', '', '');
SELECT audit.attach('public.phone', 'person_id', 'id', '', '');
SELECT audit.attach('public.position', '', 'id', '', '');
SELECT audit.attach('public.position_assignment', 'person_id', 'id', '', '');
SELECT audit.attach('public.prior_schooling', 'person_id', 'id', '', '');
SELECT audit.attach('public.programme', '', 'id', '', '');
SELECT audit.attach('public.programme_enrolment', 'student_id', 'id', '', '');
SELECT audit.attach('public.programme_requirement', '', 'id', '', '');
SELECT audit.attach('public.role_assignment', 'person_id', 'id', '', '');
SELECT audit.attach('public.room', '', 'id', '', '');
SELECT audit.attach('public.saved_view', '', 'id', '', '');
SELECT audit.attach('public.scale_grade', '', 'id', '', '');
SELECT audit.attach('public.seat_pool', '', 'id', 'taken,offered,waiting', '');
SELECT audit.attach('public.setting', '', 'id', '', '');
SELECT audit.attach('public.slot', '', 'id', '', '');
SELECT audit.attach('public.staff', 'person_id', 'person_id', '', '');
SELECT audit.attach('public.student', 'person_id', 'person_id', 'current_programme_id', '');
SELECT audit.attach('public.student_alias', 'student_id', 'id', '', '');
SELECT audit.attach('public.student_status_change', 'student_id', 'id', '', '');
SELECT audit.attach('public.teacher', 'person_id', 'person_id', '', '');
SELECT audit.attach('public.teaching_qualification', 'teacher_id', 'id', '', '');
SELECT audit.attach('public.term', '', 'id', '', '');
SELECT audit.attach_actor('public.khmer_name_pattern');
SELECT audit.attach_actor('public.person_search_token');
SELECT audit.attach_actor('public.person_search_word');
SELECT audit.attach_actor('public.registration_state');
