import type { RoleName } from "@/lib/platform/access/roles";
import { dayText } from "../days";
import type { Loader } from "../load/loader";
import type { StaffRow } from "../people/staff";
import { Random } from "../random";
import type { World } from "../world";

type Work = { title: string; department: string };

/** What somebody with a role does, and where; several of a role take turns. */
const WORK: Partial<Record<RoleName, readonly Work[]>> = {
  registrar: [
    { title: "Registrar", department: "REGISTRAR" },
    { title: "Records officer", department: "REGISTRAR" },
    { title: "Registration officer", department: "REGISTRATION" },
  ],
  cashier: [{ title: "Cashier", department: "FINANCE" }],
  finance_manager: [
    { title: "Finance manager", department: "FINANCE" },
    { title: "Accountant", department: "FINANCE" },
  ],
  admissions_officer: [
    { title: "Admissions officer", department: "REGISTRATION" },
    { title: "Testing officer", department: "TESTING" },
    { title: "Scholarship officer", department: "SCHOLARSHIP" },
  ],
  auditor: [{ title: "Internal auditor", department: "AUDIT" }],
  admin: [
    { title: "System administrator", department: "IT" },
    { title: "Personnel officer", department: "HR" },
  ],
  operator: [
    { title: "Operator", department: "IT" },
    { title: "Librarian", department: "LIBRARY" },
  ],
  academic_director: [{ title: "Academic director", department: "ACAD" }],
};

/** Numbers of staff begin above those of the teachers. */
const FIRST_NUMBER = 301;

/** The staff profiles of the people in the offices. */
export async function loadStaff(loader: Loader, world: World, staff: readonly StaffRow[]): Promise<void> {
  const turns = new Map<RoleName, number>();
  await loader.load(
    "staff",
    "person_id, number, job_title, status, start_date, end_date, department_code",
    staff.map(({ person, role, persona }, index) => {
      const random = new Random(`staff profile ${index}`);
      const turn = turns.get(role) ?? 0;
      turns.set(role, turn + 1);
      const works = WORK[role] ?? [{ title: "Assistant", department: "HR" }];
      const work = works[turn % works.length] as Work;
      const status = persona || index % 9 !== 8 ? "ACTIVE" : "ON_LEAVE";
      const start = world.anchor - random.int(150, 4000);
      return [person.id, FIRST_NUMBER + index, work.title, status, dayText(start), null, work.department];
    }),
  );
}
