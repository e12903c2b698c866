import type { ApprovalLimits } from "@/lib/organization/schemas";
import type { Policy } from "@/lib/platform/access/policies";

export type PositionRow = {
  id: number;
  title: string;
  titleKm: string;
  /** Code of the department; null for the whole university. */
  department: string | null;
  /** Title of the position above. */
  reportsTo: string | null;
  level: number;
  overrides: readonly Policy[];
  limits: ApprovalLimits;
};

const money = (maxAmount: string, needsSecondApproval: boolean) => ({
  financial: { maxAmount, currency: "USD" as const, needsSecondApproval },
});
const academic = (deadlineDays: number) => ({
  academic: { mayChangeGrades: true, deadlineDays, mayGrantExtensions: true },
});
const seats = (maxStudents: number) => ({
  enrolment: { maxStudents, mayOverrideCapacity: true, mayWaivePrerequisites: false },
});

type Drawn = Omit<PositionRow, "id" | "overrides" | "limits"> &
  Partial<Pick<PositionRow, "overrides" | "limits">>;

/** The positions of the demo campus, from the top down; authority as domain.md 2.1 explains it. */
const list: readonly Drawn[] = [
  {
    title: "Rector",
    titleKm: "សាកលវិទ្យាធិការ",
    department: null,
    reportsTo: null,
    level: 1,
    limits: { ...money("50000.00", false), ...academic(365) },
  },
  {
    title: "Vice Rector for Academic Affairs",
    titleKm: "សាកលវិទ្យាធិការរងទទួលបន្ទុកការសិក្សា",
    department: null,
    reportsTo: "Rector",
    level: 1,
    overrides: ["GRADE_CHANGE", "GRADUATION_REQUIREMENT"],
    limits: { ...academic(180), ...seats(500) },
  },
  {
    title: "Head of the Academic Programme",
    titleKm: "ប្រធានកម្មវិធីសិក្សា",
    department: "ACAD",
    reportsTo: "Vice Rector for Academic Affairs",
    level: 2,
    overrides: ["CREDIT_TRANSFER", "PREREQUISITE_WAIVER"],
    limits: { ...academic(60), ...seats(100) },
  },
  {
    title: "Head of the Language Programme",
    titleKm: "ប្រធានកម្មវិធីភាសា",
    department: "LANG",
    reportsTo: "Vice Rector for Academic Affairs",
    level: 2,
    overrides: ["PREREQUISITE_WAIVER"],
    limits: seats(100),
  },
  {
    title: "Chair of Business and Tourism",
    titleKm: "ប្រធានដេប៉ាតឺម៉ង់ពាណិជ្ជកម្ម និងទេសចរណ៍",
    department: "AFAC",
    reportsTo: "Head of the Academic Programme",
    level: 2,
    limits: academic(30),
  },
  {
    title: "Chair of Education and TESOL",
    titleKm: "ប្រធានដេប៉ាតឺម៉ង់អប់រំ",
    department: "AFAC",
    reportsTo: "Head of the Academic Programme",
    level: 2,
    limits: academic(30),
  },
  {
    title: "Chair of International Relations",
    titleKm: "ប្រធានដេប៉ាតឺម៉ង់ទំនាក់ទំនងអន្តរជាតិ",
    department: "AFAC",
    reportsTo: "Head of the Academic Programme",
    level: 2,
    limits: academic(30),
  },
  {
    title: "Coordinator of academic English",
    titleKm: "អ្នកសម្របសម្រួលអង់គ្លេសសិក្សា",
    department: "LFAC",
    reportsTo: "Head of the Language Programme",
    level: 3,
  },
  {
    title: "Coordinator of general English",
    titleKm: "អ្នកសម្របសម្រួលអង់គ្លេសទូទៅ",
    department: "LFAC",
    reportsTo: "Head of the Language Programme",
    level: 3,
  },
  {
    title: "Registrar",
    titleKm: "ប្រធានការិយាល័យសិក្សា",
    department: "REGISTRAR",
    reportsTo: "Vice Rector for Academic Affairs",
    level: 3,
  },
  {
    title: "Records officer",
    titleKm: "មន្ត្រីកំណត់ត្រា",
    department: "REGISTRAR",
    reportsTo: "Registrar",
    level: 4,
  },
  {
    title: "Head of registration",
    titleKm: "ប្រធានការិយាល័យចុះឈ្មោះ",
    department: "REGISTRATION",
    reportsTo: "Registrar",
    level: 3,
    overrides: ["ENROLLMENT_DEADLINE", "LATE_REGISTRATION"],
    limits: seats(50),
  },
  {
    title: "Head of testing",
    titleKm: "ប្រធានការិយាល័យប្រឡង",
    department: "TESTING",
    reportsTo: "Registrar",
    level: 3,
  },
  {
    title: "Finance manager",
    titleKm: "ប្រធានហិរញ្ញវត្ថុ",
    department: "FINANCE",
    reportsTo: "Rector",
    level: 2,
    overrides: ["FEE_WAIVER"],
    limits: money("5000.00", true),
  },
  { title: "Accountant", titleKm: "គណនេយ្យករ", department: "FINANCE", reportsTo: "Finance manager", level: 4 },
  { title: "Head of personnel", titleKm: "ប្រធានធនធានមនុស្ស", department: "HR", reportsTo: "Rector", level: 3 },
  { title: "Head of IT", titleKm: "ប្រធានផ្នែកព័ត៌មានវិទ្យា", department: "IT", reportsTo: "Rector", level: 3 },
  { title: "Internal auditor", titleKm: "សវនករផ្ទៃក្នុង", department: "AUDIT", reportsTo: "Rector", level: 4 },
  {
    title: "Librarian",
    titleKm: "បណ្ណារក្ស",
    department: "LIBRARY",
    reportsTo: "Vice Rector for Academic Affairs",
    level: 4,
  },
];

export function makePositions(): PositionRow[] {
  return list.map((row, index) => ({ id: index + 1, overrides: [], limits: {}, ...row }));
}
