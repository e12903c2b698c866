import pg from "pg";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { asLoader } from "@/lib/platform/db/copy";
import { loadChangeRequests } from "./change-requests/load";
import { makeOffer } from "./classes/campus-offer";
import type { Pupil } from "./classes/draft";
import { loadWishes } from "./classes/load-wishes";
import { loadCrowd, requireCrowdDatabase } from "./crowd/load";
import { dayNumber } from "./days";
import { loadDuplicates } from "./duplicates/load";
import { makeTwin, type Twin } from "./duplicates/twins";
import { emptyDatabase, requireDemoDatabase, requireEmpty } from "./guard";
import { loadAccounts, loadStudentAccounts } from "./load/accounts";
import { loadClasses } from "./load/classes";
import { loadEnrolments } from "./load/enrolments";
import { refreshDatabase, setSequences } from "./load/finish";
import { Loader, type TableSummary } from "./load/loader";
import { loadTeachers, PeopleLoader } from "./load/people";
import { loadProjects } from "./load/projects";
import { loadReference } from "./load/reference";
import { StudentLoader } from "./load/students";
import { loadStudyRequests, maySeek } from "./load/study-requests";
import { loadTestResets } from "./load/test-resets";
import { loadMessageTemplates } from "./messages/templates";
import { loadPositions } from "./organization/load-positions";
import { loadQualifications } from "./people/qualifications";
import { makeStaff, makeTeachers, STAFF, TEACHERS } from "./people/staff";
import {
  makeRegister,
  PERSONA_STUDENT_NUMBER,
  type Size,
  type StudentRow,
  tellStudent,
} from "./people/students";
import { learnKhmerNames } from "./person-details/load";
import { loadStaff } from "./staff/load-staff";
import { makeWorld, type World } from "./world";

export type SeedScale = "small" | "campus" | "million";
export type SeedProgress = { step: string; done: number; total: number };
export type SeedOptions = {
  databaseUrl: string;
  scale: SeedScale;
  /** The day that counts as today, YYYY-MM-DD; terms, classes and ages are placed around it. */
  anchorDate?: Day;
  /** Empties the database first (local and test only). */
  replace?: boolean;
  onProgress?: (progress: SeedProgress) => void;
};
export type SeedSummary = { anchorDate: Day; tables: Record<string, TableSummary>; seconds: number };

const sizes: Record<SeedScale, Size & { smallestClass: number }> = {
  small: { students: 600, active: 400, smallestClass: 3 },
  campus: { students: 18_000, active: 2_200, smallestClass: 8 },
  // The campus with everything, and a crowd without courses around it: for benchmarks.
  million: { students: 18_000, active: 2_200, smallestClass: 8 },
};
const CROWDED = 1_000_000;

/** Students that are told and loaded at a time: what memory the history takes. */
const BATCH = 500;
/** Among the first of those who study now, enough have an account. */
const ASKERS = 100;

/**
 * Fills a migrated, empty database with the demo campus of domain.md 0.1, everything in one transaction by COPY.
 * The same scale and anchor give the same rows on every machine.
 *
 * @returns rows and a hash per table
 * @throws SeedRefused when the database is not one for invented data, or has people already
 */
export async function seedDemo(options: SeedOptions): Promise<SeedSummary> {
  const began = performance.now();
  const anchorDate = options.anchorDate ?? campusToday();
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: "naga-seed" });
  await client.connect();
  try {
    const environment = await requireDemoDatabase(client);
    if (options.scale === "million") requireCrowdDatabase(environment);
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtext('naga seed'))");
    await client.query("SET LOCAL timezone = 'UTC'");
    if (options.replace) await emptyDatabase(client, environment);
    else await requireEmpty(client);
    const loader = new Loader(client);
    await asLoader(client, "system:seed", "demo campus", () => fill(loader, anchorDate, options));
    await learnKhmerNames(client);
    if (options.scale === "million") {
      const tell = (step: string, done: number, total: number) => options.onProgress?.({ step, done, total });
      await loadCrowd(client, loader, makeWorld(dayNumber(anchorDate)), CROWDED, tell);
    }
    await setSequences(client);
    await client.query("COMMIT");
    options.onProgress?.({ step: "statistics", done: 0, total: 1 });
    await refreshDatabase(client);
    options.onProgress?.({ step: "statistics", done: 1, total: 1 });
    return { anchorDate, tables: loader.summary(), seconds: (performance.now() - began) / 1000 };
  } finally {
    // Closing the connection rolls back whatever is unfinished.
    await client.end();
  }
}

async function fill(loader: Loader, anchorDate: Day, { scale, onProgress }: SeedOptions): Promise<void> {
  const size = sizes[scale];
  const tell = (step: string, done: number, total: number) => onProgress?.({ step, done, total });
  const world = makeWorld(dayNumber(anchorDate));
  tell("calendar and curriculum", 0, 1);
  await loadReference(loader, world);
  await loadMessageTemplates(loader, world);
  tell("calendar and curriculum", 1, 1);

  const teachers = makeTeachers(world);
  const staff = makeStaff(world);
  const people = new PeopleLoader(loader);
  await people.load([...teachers, ...staff].map((row) => row.person));
  await loadTeachers(loader, teachers);
  await loadStaff(loader, world, staff);
  await loadPositions(loader, world, teachers, staff);
  await loadQualifications(loader, world, teachers);
  await loadWishes(loader, teachers);
  const { clerks, next } = await loadAccounts(loader, world, teachers, staff);
  tell("teachers and staff", TEACHERS + STAFF, TEACHERS + STAFF);

  const { pupils, emails, seekers, askers, twins } = await loadStudents(loader, people, world, size, tell);
  await loadStudentAccounts(loader, world, pupils, next, emails);
  await loadStudyRequests(loader, world, seekers, clerks[0]);
  await loadDuplicates(loader, world, twins, clerks[0]);
  await loadChangeRequests(loader, world, askers, clerks[0]);

  const drafts = makeOffer(world, pupils, teachers, size.smallestClass);
  tell("classes and meetings", 0, drafts.length);
  await loadClasses(loader, world, drafts, teachers);
  await loadProjects(loader, world, drafts, teachers);
  await loadTestResets(loader, world);
  tell("classes and meetings", drafts.length, drafts.length);
  tell("enrolments", 0, 1);
  await loadEnrolments(loader, world, drafts, clerks);
  tell("enrolments", 1, 1);
}

async function loadStudents(
  loader: Loader,
  people: PeopleLoader,
  world: World,
  size: Size,
  tell: (step: string, done: number, total: number) => void,
): Promise<{
  pupils: Pupil[];
  emails: Map<number, string>;
  seekers: StudentRow[];
  /** Students who study now: some of them ask for corrections. */
  askers: StudentRow[];
  twins: Twin[];
}> {
  const students = new StudentLoader(loader, people, world);
  const register = makeRegister(world, size);
  const pupils: Pupil[] = [];
  const emails = new Map<number, string>();
  const seekers: StudentRow[] = [];
  const askers: StudentRow[] = [];
  const twins: Twin[] = [];
  const firstId = TEACHERS + STAFF + 1;
  for (let from = 0; from < register.length; from += BATCH) {
    tell("students and their history", from, register.length);
    const batch: StudentRow[] = register
      .slice(from, from + BATCH)
      .map((place, index) => tellStudent(world, size, place, firstId + from + index));
    const twin = makeTwin(batch, twins.length, PERSONA_STUDENT_NUMBER);
    if (twin) twins.push(twin);
    await students.load(batch);
    if (seekers.length < 2) seekers.push(...batch.filter((row) => maySeek(row, PERSONA_STUDENT_NUMBER)));
    for (const row of batch) {
      const { person, studyTime, life, number } = row;
      if (!life.wish) continue;
      const persona = number === PERSONA_STUDENT_NUMBER;
      pupils.push({ personId: person.id, studyTime, persona, wish: life.wish, busy: [], classes: [] });
      if (person.schoolEmail) emails.set(person.id, person.schoolEmail);
      if (askers.length < ASKERS && !persona) askers.push(row);
    }
  }
  tell("students and their history", register.length, register.length);
  return { pupils, emails, seekers, askers, twins };
}
