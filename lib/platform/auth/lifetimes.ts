import type { RoleName } from "@/lib/platform/access/roles";

/** How long a session lives, in seconds: without a request, and at most. */
export type Lifetime = { idle: number; absolute: number };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Students and teachers hold a phone; staff sit at shared desks; who holds money or rights is asked most often. */
const PERSONAL: Lifetime = { idle: 14 * DAY, absolute: 60 * DAY };
const TEACHING: Lifetime = { idle: 3 * DAY, absolute: 30 * DAY };
const OFFICE: Lifetime = { idle: 2 * HOUR, absolute: 12 * HOUR };
const SENSITIVE: Lifetime = { idle: 30 * MINUTE, absolute: 10 * HOUR };

const LIFETIMES: Record<RoleName, Lifetime> = {
  student: PERSONAL,
  teacher: TEACHING,
  substitute: TEACHING,
  registrar: OFFICE,
  academic_director: OFFICE,
  admissions_officer: OFFICE,
  auditor: OFFICE,
  cashier: SENSITIVE,
  finance_manager: SENSITIVE,
  admin: SENSITIVE,
  operator: SENSITIVE,
};

/** The longest absolute lifetime of all, in seconds: the cookie never needs to live longer. */
export const LONGEST_LIFETIME = PERSONAL.absolute;

/**
 * The lifetime of a session whose account holds these roles: the strictest of each, because switching the role is
 * one click. Without a role nothing lives.
 */
export function lifetimeOf(roles: readonly RoleName[]): Lifetime {
  if (roles.length === 0) return { idle: 0, absolute: 0 };
  const all = roles.map((role) => LIFETIMES[role]);
  return {
    idle: Math.min(...all.map((lifetime) => lifetime.idle)),
    absolute: Math.min(...all.map((lifetime) => lifetime.absolute)),
  };
}

/** A time as people say it: in the largest unit that it is a whole number of. */
export function inWholeUnits(seconds: number): { unit: "days" | "hours" | "minutes"; count: number } {
  if (seconds >= DAY && seconds % DAY === 0) return { unit: "days", count: seconds / DAY };
  if (seconds >= HOUR && seconds % HOUR === 0) return { unit: "hours", count: seconds / HOUR };
  return { unit: "minutes", count: Math.round(seconds / MINUTE) };
}
