/** A course of a degree as the map draws it. */
export type MapCourse = {
  code: string;
  title: string;
  titleKm: string | null;
  credits: number;
  /** Place in the list. */
  sequence: number;
  /** Term of the studies in which the course is best taken, from 1; null where nobody said. */
  recommendedTerm: number | null;
};

/** `needs` must be passed before `course` (or taken with it); rows of one group are alternatives. */
export type MapNeed = {
  course: string;
  needs: string;
  group: number;
  kind: "PREREQUISITE" | "COREQUISITE";
  minimumLetter: string;
};

export type MapColumns = "term" | "need";

/** A course with its place in the map: column and row from 0. */
export type MapNode = MapCourse & { column: number; row: number };

export type CourseMap = {
  nodes: MapNode[];
  edges: MapNeed[];
  /** What each column is: the number of the term, or how many courses come before. */
  columns: number[];
  rows: number;
  /** Codes that a course of the list needs and that the list does not have. */
  outside: MapNeed[];
};

/**
 * How many courses must be passed before each one, along the longest way. Alternatives count as if all were asked for, so
 * that every arrow points to the right; what is taken together stands in one column. A circle, which the database
 * refuses, would end the walk and not hang it.
 */
export function depths(codes: readonly string[], needs: readonly MapNeed[]): Map<string, number> {
  const before = Map.groupBy(needs, ({ course }) => course);
  const known = new Map<string, number>();
  const onTheWay = new Set<string>();
  const depth = (code: string): number => {
    const found = known.get(code);
    if (found !== undefined) return found;
    if (onTheWay.has(code)) return 0;
    onTheWay.add(code);
    const deepest = Math.max(
      0,
      ...(before.get(code) ?? []).map((need) => depth(need.needs) + (need.kind === "PREREQUISITE" ? 1 : 0)),
    );
    onTheWay.delete(code);
    known.set(code, deepest);
    return deepest;
  };
  for (const code of codes) depth(code);
  return known;
}

/**
 * The term of each course: the recommended one, else the one that follows from its place in the list when the courses
 * are spread over the usual number of terms, never before a course that it needs.
 */
function termsOf(
  courses: readonly MapCourse[],
  needs: readonly MapNeed[],
  typicalTerms: number | null,
): Map<string, number> {
  const aTerm = Math.max(1, Math.ceil(courses.length / (typicalTerms ?? 16)));
  const before = Map.groupBy(needs, ({ course }) => course);
  const terms = new Map<string, number>();
  const depth = depths(
    courses.map(({ code }) => code),
    needs,
  );
  // What is needed first, whatever its place in the list.
  const inOrder = courses.toSorted((one, other) => (depth.get(one.code) ?? 0) - (depth.get(other.code) ?? 0));
  for (const course of inOrder) {
    const own = course.recommendedTerm ?? Math.ceil(course.sequence / aTerm);
    const after = (before.get(course.code) ?? []).map(({ needs: code, kind }) => {
      const term = terms.get(code);
      return term === undefined ? 0 : term + (kind === "PREREQUISITE" ? 1 : 0);
    });
    terms.set(course.code, course.recommendedTerm === null ? Math.max(own, ...after, 1) : own);
  }
  return terms;
}

/**
 * The map of a degree: its courses in columns by term or by what they need, in a column in the order of the list but near
 * what they need, and who unlocks whom.
 */
export function courseMap(
  courses: readonly MapCourse[],
  needs: readonly MapNeed[],
  by: MapColumns,
  typicalTerms: number | null,
): CourseMap {
  const codes = new Set(courses.map(({ code }) => code));
  const edges = needs.filter((need) => codes.has(need.course) && codes.has(need.needs));
  const outside = needs.filter((need) => codes.has(need.course) && !codes.has(need.needs));
  const ordered = courses.toSorted((one, other) => one.sequence - other.sequence);
  const numbers = by === "term" ? termsOf(ordered, edges, typicalTerms) : depths([...codes], edges);
  const columns = [...new Set(numbers.values())].sort((one, other) => one - other);
  const rowOf = new Map<string, number>();
  const nodes: MapNode[] = [];
  for (const [column, number] of columns.entries()) {
    const here = ordered.filter(({ code }) => numbers.get(code) === number);
    const wish = (code: string) => {
      const rows = edges.flatMap((edge) => (edge.course === code ? (rowOf.get(edge.needs) ?? []) : []));
      return rows.length === 0
        ? Number.POSITIVE_INFINITY
        : rows.reduce((sum, row) => sum + row, 0) / rows.length;
    };
    const placed =
      column === 0 ? here : here.toSorted((one, other) => compare(wish(one.code), wish(other.code)));
    for (const [row, course] of placed.entries()) {
      rowOf.set(course.code, row);
      nodes.push({ ...course, column, row });
    }
  }
  return { nodes, edges, columns, rows: Math.max(0, ...nodes.map(({ row }) => row + 1)), outside };
}

/** Sorts what has no wish last, in its order. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

/** Everything on the way to a course, or from it on: its prerequisites of prerequisites, or all that it unlocks. */
export function reaches(
  edges: readonly Pick<MapNeed, "course" | "needs">[],
  code: string,
  way: "before" | "after",
): Set<string> {
  const found = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const edge of edges) {
      const [from, to] = way === "before" ? [edge.course, edge.needs] : [edge.needs, edge.course];
      if (from !== next || found.has(to) || to === code) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}
