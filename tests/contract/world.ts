import type { Pool, PoolClient } from "pg";

/** Records of the demo campus that the access matrix speaks of. */
export type World = {
  /** Some student who is no persona, inside the scoped director's programme. */
  studentId: number;
  studentNumber: number;
  /** The number as it stands in addresses, with its zeros. */
  studentLabel: string;
  phoneId: number;
  contactId: number;
  /** A student of another programme. */
  outsideId: number;
  outsideNumber: number;
  outsideLabel: string;
  /** A class that the teacher persona teaches, and somebody who is enrolled in it. */
  teacherClassId: number;
  enrolledId: number;
  /** A class that neither the teacher nor the substitute persona has to do with. */
  foreignClassId: number;
  studentEmail: string;
  /** An assignment of somebody who is not the admin persona. */
  assignmentId: number;
  settingKey: string;
  programmeCode: string;
  /** Imports of students, contacts and teachers, none of which has a file. */
  changeSetId: number;
  contactSetId: number;
  teacherSetId: number;
  requirementSetId: number;
  courseSetId: number;
  holidaySetId: number;
  /** An account that is no persona, with one role. */
  foreignAccountId: number;
  /** A living session of an account that is no persona. */
  foreignSessionId: string;
  /** A job and a file of that account. */
  foreignJobId: string;
  foreignFileId: string;
  /** A request of that account, that it may have a role which two persons grant. */
  approvalId: number;
  /** Two people who may be one, and a request for a correction by somebody who is no persona. */
  duplicateId: number;
  changeRequestId: number;
  /** A message of that account to many, its template, and a print of the account that was stopped. */
  templateId: number;
  mergeId: number;
  printJobId: string;
  /** A teacher and a staff member who are no personas. */
  teacherId: number;
  teacherNumber: number;
  staffNumber: number;
  qualificationId: number;
  departmentId: number;
  /** A position of authority 1, held by somebody who is no persona. */
  highPositionId: number;
  highAssignmentId: number;
  /** A draft of a timetable to be decided, a part in it with its item, and a wish of that teacher. */
  proposalId: number;
  proposedDeliveryId: number;
  proposalItemId: number;
  wishId: number;
};

/** E-mail of the persona of a role, and of the director whose role is limited to one programme. */
export function personaEmail(role: string): string {
  return `${role}@demo.naga.example`;
}

const NO_FILE = "00000000-0000-7000-8000-000000000000";
const SCOPED = personaEmail("scoped_director");

/** Finds the records on a demo campus and adds the few that it lacks. `database` may do anything. */
export async function makeWorld(database: Pool): Promise<World> {
  const client = await database.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:access-matrix', true)");
    const world = await find(client);
    await client.query("COMMIT");
    return world;
  } finally {
    client.release();
  }
}

async function find(client: PoolClient): Promise<World> {
  const one = async <Row>(sql: string, values: unknown[] = []): Promise<Row> => {
    const { rows } = await client.query(sql, values);
    if (rows.length === 0) throw new Error(`the demo campus lacks: ${sql}`);
    return rows[0] as Row;
  };
  const students = `SELECT s.person_id AS id, s.number, s.number_label AS label FROM student s LEFT JOIN account a ON a.person_id = s.person_id
                     WHERE s.status = 'ACTIVE' AND NOT coalesce(a.persona, false)`;
  const programme = await one<{ id: number; code: string }>(
    `SELECT p.id, p.code FROM programme p JOIN student s ON s.current_programme_id = p.id
      WHERE s.status = 'ACTIVE' GROUP BY p.id ORDER BY count(*) DESC LIMIT 1`,
  );
  const inside = await one<{ id: number; number: number; label: string }>(
    `${students} AND s.current_programme_id = $1 ORDER BY 1 LIMIT 1`,
    [programme.id],
  );
  const outside = await one<{ id: number; number: number; label: string }>(
    `${students} AND s.current_programme_id <> $1 ORDER BY 1 LIMIT 1`,
    [programme.id],
  );
  const taught = `SELECT cs.class_id FROM class_session cs JOIN class_part cp ON cp.session_id = cs.id
                    JOIN slot sl ON sl.delivery_id = cp.delivery_id JOIN account a ON a.person_id = sl.teacher_id`;
  const { class_id: teacherClassId, student_id: enrolledId } = await one<{
    class_id: number;
    student_id: number;
  }>(
    `${taught} JOIN enrolment e ON e.class_id = cs.class_id AND e.status = 'ENROLLED'
      WHERE a.email = $1 ORDER BY 1 LIMIT 1`.replace("cs.class_id FROM", "cs.class_id, e.student_id FROM"),
    [personaEmail("teacher")],
  );
  const foreign = await one<{ id: number }>(
    `SELECT c.id FROM class c WHERE c.status IN ('SCHEDULED', 'ACTIVE')
        AND c.id NOT IN (${taught} WHERE a.persona)
        AND NOT EXISTS (SELECT FROM class_session cs JOIN class_part cp ON cp.session_id = cs.id
                          JOIN meeting m ON m.delivery_id = cp.delivery_id JOIN account a ON a.person_id = m.teacher_id
                         WHERE cs.class_id = c.id AND a.persona)
      ORDER BY 1 LIMIT 1`,
  );
  const phone = await one<{ id: number }>(
    `INSERT INTO phone (person_id, number, digits) VALUES ($1, '012 000 000', '12000000')
     ON CONFLICT (person_id, digits) DO UPDATE SET number = EXCLUDED.number RETURNING id`,
    [inside.id],
  );
  const contact = await one<{ id: number }>(
    `INSERT INTO emergency_contact (person_id, name, relationship, primary_phone)
     VALUES ($1, 'Contact', 'OTHER', '012 000 000') RETURNING id`,
    [inside.id],
  );
  const scoped = await one<{ id: number }>(
    `INSERT INTO account (email, display_name, persona) VALUES ($1, 'SCOPED Director', true)
     ON CONFLICT (email) DO UPDATE SET display_name = EXCLUDED.display_name RETURNING id`,
    [SCOPED],
  );
  await client.query("DELETE FROM role_assignment WHERE account_id = $1", [scoped.id]);
  await client.query(
    `INSERT INTO role_assignment (account_id, role, scope_kind, scope_ref, authority_level, valid_from, granted_by)
     VALUES ($1, 'academic_director', 'PROGRAMME', $2, 2, '2020-01-01', 'system:access-matrix')`,
    [scoped.id, programme.code],
  );
  const somebody = await one<{ id: number }>(
    `INSERT INTO account (email, display_name) VALUES ('somebody@demo.naga.example', 'SOMEBODY Else')
     ON CONFLICT (email) DO UPDATE SET display_name = EXCLUDED.display_name RETURNING id`,
  );
  // Kept when it is there: several workers make the world, and each looks at the page of this assignment.
  const assignment = await one<{ id: number }>(
    `WITH had AS (SELECT id FROM role_assignment WHERE account_id = $1 AND role = 'auditor' ORDER BY id LIMIT 1),
          made AS (INSERT INTO role_assignment (account_id, role, valid_from, granted_by)
                   SELECT $1, 'auditor', '2020-01-01', 'system:access-matrix' WHERE NOT EXISTS (SELECT FROM had)
                   RETURNING id)
     SELECT id FROM had UNION ALL SELECT id FROM made`,
    [somebody.id],
  );
  const session = await one<{ id: string }>(
    `INSERT INTO account_session (id, account_id, role, expires_at)
     VALUES (gen_random_uuid(), $1, 'auditor', now() + interval '1 hour') RETURNING id`,
    [somebody.id],
  );
  const importOf = (kind: string) =>
    one<{ id: number }>(
      `INSERT INTO change_set (kind, title, input, created_by_id) VALUES ($3, 'Access matrix', $2, $1) RETURNING id`,
      [somebody.id, JSON.stringify({ fileId: NO_FILE, fileName: "list.csv", locale: "en" }), kind],
    );
  const changeSet = await importOf("studies.import-students");
  const contactSet = await importOf("people.import-contacts");
  const teacherSet = await importOf("people.import-teachers");
  const requirementSet = await importOf("studies.import-requirements");
  const courseSet = await importOf("curriculum.import-courses");
  const holidaySet = await importOf("classes.import-holidays");
  const job = await one<{ id: string }>(
    `INSERT INTO job_run (id, name, status, input, account_id, actor, request_id)
     VALUES (gen_random_uuid(), 'studies.import-students', 'FAILED', '{}', $1, 'account:' || $1::int, 'access-matrix')
     RETURNING id`,
    [somebody.id],
  );
  const file = await one<{ id: string }>(
    `INSERT INTO stored_file (id, storage_key, name, content_type, size, sha256, purpose, account_id)
     VALUES (gen_random_uuid(), gen_random_uuid()::text, 'list.csv', 'text/csv', 1, repeat('0', 64), 'studies.import', $1)
     RETURNING id`,
    [somebody.id],
  );
  const approval = await one<{ id: number }>(
    `INSERT INTO approval (kind, subject_label, subject_key, payload, permission, maker_id, reason, expires_at)
     VALUES ('access.grant-role', 'SOMEBODY Else', gen_random_uuid()::text, $2, 'access:grant', $1,
             'a reason of the access matrix', now() + interval '7 days') RETURNING id`,
    [
      somebody.id,
      JSON.stringify({
        accountId: scoped.id,
        role: "operator",
        authorityLevel: null,
        validFrom: "2020-01-01",
        lastDay: null,
      }),
    ],
  );
  return {
    studentId: inside.id,
    studentNumber: inside.number,
    studentLabel: inside.label,
    phoneId: phone.id,
    contactId: contact.id,
    outsideId: outside.id,
    outsideNumber: outside.number,
    outsideLabel: outside.label,
    teacherClassId,
    enrolledId,
    foreignClassId: foreign.id,
    studentEmail: personaEmail("student"),
    assignmentId: assignment.id,
    settingKey: "registration.max_attempts",
    programmeCode: programme.code,
    changeSetId: changeSet.id,
    contactSetId: contactSet.id,
    teacherSetId: teacherSet.id,
    requirementSetId: requirementSet.id,
    courseSetId: courseSet.id,
    holidaySetId: holidaySet.id,
    foreignAccountId: somebody.id,
    foreignSessionId: session.id,
    foreignJobId: job.id,
    foreignFileId: file.id,
    approvalId: approval.id,
    ...(await makePeopleWork(one, inside.id, outside.id, somebody.id)),
    ...(await makeSendings(one, somebody.id)),
    ...(await findColleagues(one)),
    ...(await makeDraft(one)),
  };
}

type One = <Row>(sql: string, values?: unknown[]) => Promise<Row>;

/** A pair of the queue and a request for a correction, both waiting. */
async function makePeopleWork(
  one: One,
  insideId: number,
  outsideId: number,
  accountId: number,
): Promise<Pick<World, "duplicateId" | "changeRequestId">> {
  const pair = await one<{ id: number }>(
    `INSERT INTO duplicate_candidate (left_id, right_id, score, risk, reasons, source)
     VALUES (least($1::int, $2::int), greatest($1::int, $2::int), 0.5, 'LOW', '[]', 'NIGHTLY')
     ON CONFLICT (left_id, right_id) DO UPDATE SET score = EXCLUDED.score RETURNING id`,
    [insideId, outsideId],
  );
  const had = `SELECT id FROM data_change_request WHERE person_id = $1 AND topic = 'BIRTH' AND status = 'PENDING'`;
  const request = await one<{ id: number }>(
    `WITH had AS (${had}), made AS (
       INSERT INTO data_change_request (person_id, topic, changes, reason, requested_by)
       SELECT $1, 'BIRTH', '{"dateOfBirth": {"from": null, "to": "2004-05-01"}}', 'a reason of the access matrix', $2
        WHERE NOT EXISTS (SELECT FROM had) RETURNING id)
     SELECT id FROM had UNION ALL SELECT id FROM made`,
    [insideId, accountId],
  );
  return { duplicateId: pair.id, changeRequestId: request.id };
}

async function makeSendings(
  one: One,
  accountId: number,
): Promise<Pick<World, "templateId" | "mergeId" | "printJobId">> {
  const template = await one<{ id: number }>("SELECT id FROM message_template ORDER BY id LIMIT 1");
  const merge = await one<{ id: number }>(
    `INSERT INTO mail_merge (template_id, account_id, selection, content, people, finished_at)
     SELECT id, $2, '{"kind": "ids", "list": "students", "ids": [1]}',
            jsonb_build_object('medium', medium, 'subjectEn', subject_en, 'subjectKm', subject_km,
                               'bodyEn', body_en, 'bodyKm', body_km), 0, now()
       FROM message_template WHERE id = $1 RETURNING id`,
    [template.id, accountId],
  );
  const print = await one<{ id: string }>(
    `INSERT INTO job_run (id, name, status, input, account_id, actor, request_id)
     VALUES (gen_random_uuid(), 'people.print-cards', 'CANCELLED', '{}', $1, 'account:' || $1::int, 'access-matrix')
     RETURNING id`,
    [accountId],
  );
  return { templateId: template.id, mergeId: merge.id, printJobId: print.id };
}

async function findColleagues(
  one: One,
): Promise<
  Pick<
    World,
    | "teacherId"
    | "teacherNumber"
    | "staffNumber"
    | "qualificationId"
    | "departmentId"
    | "highPositionId"
    | "highAssignmentId"
  >
> {
  const noPersona = "NOT EXISTS (SELECT FROM account a WHERE a.person_id = c.person_id AND a.persona)";
  const teacher = await one<{ id: number; number: number; qualification: number }>(
    `SELECT c.person_id AS id, c.number, q.id AS qualification FROM teacher c
       JOIN teaching_qualification q ON q.teacher_id = c.person_id
      WHERE c.status = 'ACTIVE' AND ${noPersona} ORDER BY c.number LIMIT 1`,
  );
  const staff = await one<{ number: number }>(
    `SELECT c.number FROM staff c WHERE c.status = 'ACTIVE' AND ${noPersona} ORDER BY c.number LIMIT 1`,
  );
  const department = await one<{ id: number }>("SELECT id FROM department WHERE code = 'FINANCE'");
  const held = await one<{ id: number; position: number }>(
    `SELECT c.id, c.position_id AS position FROM position_assignment c JOIN position p ON p.id = c.position_id
      WHERE p.authority_level = 1 AND c.valid_to IS NULL AND c.delegate_id IS NULL AND ${noPersona} ORDER BY c.id LIMIT 1`,
  );
  return {
    teacherId: teacher.id,
    teacherNumber: teacher.number,
    staffNumber: staff.number,
    qualificationId: teacher.qualification,
    departmentId: department.id,
    highPositionId: held.position,
    highAssignmentId: held.id,
  };
}

/** A draft with one part, and a wish of the teacher that findColleagues finds. */
async function makeDraft(
  one: One,
): Promise<Pick<World, "proposalId" | "proposedDeliveryId" | "proposalItemId" | "wishId">> {
  const delivery = await one<{ id: number; term: number }>(
    "SELECT id, term_id AS term FROM delivery ORDER BY id DESC LIMIT 1",
  );
  const options = {
    which: "missing",
    keep: "enrolled",
    teachers: "keep",
    size: "seats",
    standIn: true,
    mostHours: 24,
    minutes: 1,
    seed: 1,
    weights: {
      teacherTimes: 3,
      teacherDays: 2,
      teacherGaps: 3,
      cohortGaps: 3,
      roomFit: 1,
      roomKind: 3,
      sameRoom: 2,
    },
  };
  const proposal = await one<{ id: number }>(
    `INSERT INTO timetable_proposal (term_id, status, options, created_by)
     VALUES ($1, 'READY', $2, 'system:access-matrix') RETURNING id`,
    [delivery.term, JSON.stringify(options)],
  );
  const item = await one<{ id: number }>(
    `INSERT INTO proposal_item (proposal_id, delivery_id, weekday, start_min, end_min)
     VALUES ($1, $2, 1, 1050, 1140) RETURNING id`,
    [proposal.id, delivery.id],
  );
  const teacher = `SELECT c.person_id FROM teacher c JOIN teaching_qualification q ON q.teacher_id = c.person_id
    WHERE c.status = 'ACTIVE' AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = c.person_id AND a.persona)
    ORDER BY c.number LIMIT 1`;
  // Kept when it is there: several workers make the world.
  const wish = await one<{ id: number }>(
    `WITH had AS (SELECT id FROM teacher_wish WHERE teacher_id = (${teacher}) AND weekday = 7 AND start_min = 240),
          made AS (INSERT INTO teacher_wish (teacher_id, weekday, start_min, end_min, kind)
                   SELECT (${teacher}), 7, 240, 270, 'AVOID' WHERE NOT EXISTS (SELECT FROM had) RETURNING id)
     SELECT id FROM had UNION ALL SELECT id FROM made`,
  );
  return {
    proposalId: proposal.id,
    proposedDeliveryId: delivery.id,
    proposalItemId: item.id,
    wishId: wish.id,
  };
}
