type Say = (
  key: "level.one" | "level.span" | "level.none",
  values?: Record<string, string | number>,
) => string;

/** A level as people call it: -2 and -1 have names (domain.md 0.2 row 22). */
export function levelName(level: number): string {
  if (level === -2) return "PRE";
  return level === -1 ? "BEG" : String(level);
}

/** The levels of a set: "Level 7", "Levels 1–6", "Without levels". */
export function levelText(from: number | null, to: number | null, say: Say): string {
  if (from === null || to === null) return say("level.none");
  if (from === to) return say("level.one", { level: levelName(from) });
  return say("level.span", { from: levelName(from), to: levelName(to) });
}
