import { isDay } from "@/lib/platform/dates/day";
import { type SeedProgress, type SeedScale, type SeedSummary, seedDemo } from "./demo";
import { requireSeedEnvironment, SeedRefused } from "./guard";

export type SeedCommand = {
  /** NAGA_ENV of the person at the terminal; the database's own marker is asked as well. */
  environment: string;
  databaseUrl: string;
  scale: SeedScale;
  anchorDate?: string;
  replace?: boolean;
  /** Prints one line. */
  say: (line: string) => void;
};

const number = new Intl.NumberFormat("en");

/**
 * The body of `naga seed demo`: checks, loads, prints progress and what is there afterwards.
 *
 * @throws SeedRefused with a sentence for the terminal, before anything is written
 */
export async function seedDemoCommand(command: SeedCommand): Promise<SeedSummary> {
  requireSeedEnvironment(command.environment);
  if (command.anchorDate !== undefined && !isDay(command.anchorDate)) {
    throw new SeedRefused(`--anchor-date must be a day such as 2026-11-24, not "${command.anchorDate}".`);
  }
  const { scale, databaseUrl, anchorDate, replace } = command;
  const summary = await seedDemo({
    scale,
    databaseUrl,
    anchorDate,
    replace,
    onProgress: report(command.say),
  });
  const rows = (table: string) => number.format(summary.tables[table]?.rows ?? 0);
  command.say(
    `${rows("student")} students, ${rows("course_result")} results, ${rows("class")} classes, ` +
      `${rows("enrolment")} enrolments in ${summary.seconds.toFixed(1)} s`,
  );
  return summary;
}

/** One line per step and, in a long step, per tenth of it. */
function report(say: (line: string) => void): (progress: SeedProgress) => void {
  let last = "";
  return ({ step, done, total }) => {
    const tenth = Math.floor((done / total) * 10);
    const line = total > 1 ? `${step}: ${number.format(done)} of ${number.format(total)}` : step;
    const mark = `${step} ${total > 1 ? tenth : 0}`;
    if (mark !== last) say(line);
    last = mark;
  };
}
