import type { RoleName } from "@/lib/platform/access/roles";
import type { DrawnName } from "../names/draw";

export type Persona = { role: RoleName; gender: "M" | "F"; name: DrawnName; alsoRoles: RoleName[] };

function persona(
  role: RoleName,
  gender: "M" | "F",
  latin: string,
  khmer: string,
  ...alsoRoles: RoleName[]
): Persona {
  const [familyName = "", personalName = ""] = latin.split(" ");
  const [khmerFamilyName = "", khmerPersonalName = ""] = khmer.split(" ");
  return { role, gender, name: { familyName, personalName, khmerFamilyName, khmerPersonalName }, alsoRoles };
}

/** One invented person per role, who may sign in without a password where NAGA_ENV is local (domain.md 2.3). */
export const personas: readonly Persona[] = [
  persona("student", "F", "SOK SREYNEANG", "សុខ ស្រីនាង"),
  persona("teacher", "M", "CHEA VANNAK", "ជា វណ្ណៈ"),
  persona("substitute", "F", "LIM BOPHA", "លឹម បុប្ផា"),
  persona("academic_director", "M", "PROM RATANAK", "ព្រំ រតនៈ", "teacher"),
  persona("registrar", "F", "KEO SOPHEAP", "កែវ សុភាព"),
  persona("cashier", "F", "MEAS CHENDA", "មាស ចិន្តា"),
  persona("finance_manager", "M", "HENG PISETH", "ហេង ពិសិដ្ឋ"),
  persona("admissions_officer", "F", "PEN SREYPOV", "ប៉ែន ស្រីពៅ"),
  persona("auditor", "M", "TEP NARITH", "ទេព ណារិទ្ធ"),
  persona("admin", "M", "UNG DARA", "អ៊ុង ដារា"),
  // The second administrator whom some grants need (domain.md 2.3).
  persona("operator", "M", "YIM BORA", "យឹម បូរ៉ា", "admin"),
];

export function personaEmail(role: RoleName): string {
  return `${role}@demo.naga.example`;
}
