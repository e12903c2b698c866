import type { RoleName } from "@/lib/platform/access/roles";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import type { Pupil } from "../classes/draft";
import { dayText, instantText } from "../days";
import type { PersonRow } from "../people/person";
import { type Persona, personaEmail, personas } from "../people/personas";
import type { StaffRow, TeacherRow } from "../people/staff";
import type { World } from "../world";
import { loadRequest } from "./approvals";
import type { Loader } from "./loader";

type Grant = { role: RoleName; authorityLevel: number | null };
type Account = {
  id: number;
  email: string;
  person: Pick<PersonRow, "id" | "familyName" | "personalName">;
  persona: boolean;
  grants: Grant[];
};

const OWN: ReadonlySet<RoleName> = new Set(["student", "teacher", "substitute"]);
/** Level with which the director's persona may set rules aside (domain.md 2.2 Authority). */
const DIRECTOR_LEVEL = 2;

function emailOf(person: PersonRow, persona: RoleName | undefined): string {
  return persona ? personaEmail(persona) : (person.schoolEmail ?? `person.${person.id}@staff.naga.example`);
}

/** Logins of teachers and offices, and of some students; only the personas can sign in, and only where that is allowed. */
export async function loadAccounts(
  loader: Loader,
  world: World,
  teachers: readonly TeacherRow[],
  staff: readonly StaffRow[],
): Promise<{ clerks: string[]; next: number }> {
  const accounts: Account[] = [];
  const add = (person: PersonRow, persona: Persona | null, grants: Grant[]) => {
    const also = (persona?.alsoRoles ?? []).map((role) => ({ role, authorityLevel: null }));
    accounts.push({
      id: accounts.length + 1,
      email: emailOf(person, persona?.role),
      person,
      persona: persona !== null,
      grants: [...grants, ...also],
    });
  };
  for (const { person, persona } of teachers) {
    const director = persona?.role === "academic_director";
    const first: Grant = {
      role: persona?.role ?? "teacher",
      authorityLevel: director ? DIRECTOR_LEVEL : null,
    };
    add(person, persona, [first]);
  }
  for (const { person, role, authorityLevel, persona } of staff)
    add(person, persona, [{ role, authorityLevel }]);
  await store(loader, world, accounts, 0);
  await loadRequest(loader, world, accounts);
  const clerks = accounts
    .filter((account) => account.grants[0]?.role === "registrar")
    .map((account) => `account:${account.id}`);
  return { clerks, next: accounts.length + 1 };
}

/** Logins of the student behind the persona and of every seventh active student. */
export async function loadStudentAccounts(
  loader: Loader,
  world: World,
  pupils: readonly Pupil[],
  next: number,
  emails: ReadonlyMap<number, string>,
): Promise<void> {
  const name = personas.find((persona) => persona.role === "student")?.name;
  const accounts: Account[] = [];
  for (const [index, pupil] of pupils.entries()) {
    if (!pupil.persona && index % 7 !== 0) continue;
    const email = pupil.persona ? personaEmail("student") : emails.get(pupil.personId);
    if (!email) continue;
    const [personalName = "", familyName = ""] = pupil.persona
      ? [name?.personalName, name?.familyName]
      : email.toUpperCase().split("@", 1).join("").split(".");
    accounts.push({
      id: next + accounts.length,
      email,
      persona: pupil.persona,
      person: { id: pupil.personId, familyName, personalName },
      grants: [{ role: "student", authorityLevel: null }],
    });
  }
  await store(loader, world, accounts, 1000);
}

async function store(
  loader: Loader,
  world: World,
  accounts: readonly Account[],
  firstGrant: number,
): Promise<void> {
  const since = instantText(world.anchor - 400, 540);
  await loader.load(
    "account",
    "id, email, person_id, display_name, persona, created_at",
    accounts.map(({ id, email, person, persona }) => [
      id,
      email,
      person.id,
      `${person.familyName} ${person.personalName}`,
      persona,
      since,
    ]),
  );
  let grant = firstGrant;
  await loader.load(
    "role_assignment",
    "id, account_id, person_id, role, scope_kind, authority_level, valid_from, reason, granted_by, created_at",
    accounts.flatMap(({ id, person, grants }) =>
      grants.map(({ role, authorityLevel }) => [
        ++grant,
        id,
        person.id,
        role,
        OWN.has(role) ? "OWN" : "ALL",
        authorityLevel,
        dayText(world.anchor - 400),
        storedReason("demo_campus"),
        "system:seed",
        since,
      ]),
    ),
  );
}
