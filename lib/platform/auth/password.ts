import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/platform/errors";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 25 ms of one core. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How many are computed at once, and how many may wait: a flood of sign-ins must not eat both cores. */
const AT_ONCE = 2;
const WAITING_MAX = 200;

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

let running = 0;
const waiting: (() => void)[] = [];

/** Hash of a password as a PHC string. Computed on libuv's threads, off the event loop. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), PARAMETERS));
}

/**
 * Whether the password belongs to the hash. Without a hash (unknown e-mail, no password set) it takes the same time
 * and says no, so that the clock tells nobody which accounts exist.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await decoy());
  const matches = await inTurn(() => verify(against, password.normalize("NFKC")));
  return stored !== null && matches;
}

/** Error codes of a new password; empty when it is good enough (NIST SP 800-63B: length, not composition). */
export function passwordProblems(password: string, email: string): string[] {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return ["auth.password_too_short"];
  if (length > PASSWORD_MAX) return ["auth.password_too_long"];
  const [name = ""] = email.toLowerCase().split("@");
  const folded = password.toLowerCase();
  if (name.length > 3 && folded.includes(name)) return ["auth.password_has_email"];
  if (new Set(folded).size < 5) return ["auth.password_too_simple"];
  return [];
}

let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  decoyHash ??= hash(crypto.randomUUID(), PARAMETERS);
  return decoyHash;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MAX) throw new AppError("unavailable", "platform.busy_try_again");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
