/** Percent as thousandths of a session, so that sums are exact: "33.3" is 333. */
export function thousandthsOf(percent: string): number {
  return Math.round(Number(percent) * 10);
}

/** A stored weight as percent: "0.350" is "35". */
export function percentOf(weight: string): string {
  return String(Math.round(Number(weight) * 1000) / 10);
}

/** The programme whose classes have two sessions; all others have one (domain.md 4.1 ClassSession). */
const TWO_SESSIONS = "IEAP";

/** How many sessions the classes of a programme have. */
export function sessionsOf(programmeCode: string): number {
  return programmeCode === TWO_SESSIONS ? 2 : 1;
}

type Part = { session: number; percent: string };

/**
 * The sessions whose parts do not make 100 percent, give or take a tenth, with what they make (domain.md 4.1: 1.000 ±
 * 0.001). A session without parts makes 0; one beyond those that the programme has is told with its sum too.
 */
export function unevenSessions(
  parts: readonly Part[],
  sessions: number,
): { session: number; percent: number }[] {
  const highest = Math.max(sessions, ...parts.map(({ session }) => session));
  return Array.from({ length: highest }, (_, index) => index + 1)
    .map((session) => ({
      session,
      sum: parts
        .filter((part) => part.session === session)
        .reduce((sum, { percent }) => sum + thousandthsOf(percent), 0),
    }))
    .filter(({ session, sum }) => session > sessions || Math.abs(sum - 1000) > 1)
    .map(({ session, sum }) => ({ session, percent: sum / 10 }));
}
