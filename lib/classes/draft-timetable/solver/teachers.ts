import type { Highs } from "highs";
import { costOf, UNPLACED } from "./amounts";
import { Cells } from "./cells";
import { Model, type Search } from "./model";
import { dislike, type Prepared, teacherCan } from "./state";
import { countRooms, keepApart, Rows } from "./times";

/** The choice and the teacher (by index; null: none is asked for) of each task that found both. */
export type Taught = Map<number, { choice: number; teacher: number | null }>;

type Variable = { task: number; choice: number; teacher: number | null; variable: number };

/** Half days, as what a compact day is made of: before and after 16:30. */
const AFTERNOON = 16 * 60 + 30;

/**
 * Who teaches what, and when where `open` leaves several choices: nobody in two places, nobody beyond the most minutes
 * of a week, as few days and torn days as the wishes ask for.
 */
export function findTeachers(
  highs: Highs,
  prepared: Prepared,
  open: readonly (readonly number[])[],
  search: Search,
): Taught {
  const { problem } = prepared;
  const model = new Model();
  const all: Variable[] = [];
  for (const [task, choices] of open.entries()) {
    const mine = choices.flatMap((choice, place) => candidates(prepared, model, task, choice, place));
    if (mine.length === 0) continue;
    all.push(...mine);
    model.exactlyOne([...mine.map(({ variable }) => variable), model.yesNo(UNPLACED)]);
  }
  if (open.some((choices) => choices.length > 1)) {
    const rows = new Rows(model);
    keepApart(prepared, rows, all);
    countRooms(prepared, rows, all);
  }
  for (let teacher = 0; teacher < problem.teachers.length; teacher += 1) {
    const mine = all.filter((each) => each.teacher === teacher);
    if (mine.length > 0) limitTeacher(prepared, model, teacher, mine);
  }
  const found: Taught = new Map();
  const { values } = model.solve(highs, search);
  if (values)
    for (const { task, choice, teacher, variable } of all)
      if ((values[variable] ?? 0) > 0.5) found.set(task, { choice, teacher });
  return found;
}

/** Small costs that make the first of equal choices the first taken. */
const LATER = 0.2;

function candidates(
  prepared: Prepared,
  model: Model,
  task: number,
  choice: number,
  place: number,
): Variable[] {
  const { problem, covered, teachers } = prepared;
  if (problem.tasks[task]?.teacherless)
    return [{ task, choice, teacher: null, variable: model.yesNo(LATER * place) }];
  const pieces = covered[task]?.[choice] ?? [];
  return (teachers[task] ?? [])
    .filter((teacher) => teacherCan(prepared, teacher, pieces))
    .map((teacher) => {
      const cost = costOf(problem.weights, "teacherTimes", dislike(prepared, teacher, task, choice));
      return { task, choice, teacher, variable: model.yesNo(cost + LATER * place) };
    });
}

function limitTeacher(prepared: Prepared, model: Model, teacher: number, mine: readonly Variable[]): void {
  const { problem, covered } = prepared;
  const pieces = new Map<number, Variable[]>();
  for (const each of mine)
    for (const cell of covered[each.task]?.[each.choice] ?? []) {
      const list = pieces.get(cell);
      if (list) list.push(each);
      else pieces.set(cell, [each]);
    }
  const here = new Presence(prepared, model, teacher);
  const seen = new Set<string>();
  for (const [cell, list] of pieces) {
    const variables = list.map(({ variable }) => variable);
    const half = here.half(Cells.weekday(cell), prepared.cells.startOf(cell) >= AFTERNOON);
    const key = `${half}:${variables.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    // One thing at a time, and only while there.
    if (half === null) model.atMost(1, variables);
    else model.row(-Infinity, 0, [...variables, half], [...variables.map(() => 1), -1]);
  }
  here.count();
  const left = (problem.teachers[teacher]?.mostMinutes ?? 0) - (prepared.taught[teacher] ?? 0);
  const stretches = new Map<number, Set<Variable>>();
  for (const [cell, list] of pieces) {
    const stretch = stretches.get(Cells.stretch(cell)) ?? new Set();
    for (const each of list) stretch.add(each);
    stretches.set(Cells.stretch(cell), stretch);
  }
  for (const stretch of stretches.values()) {
    const list = [...stretch];
    const minutes = list.map(({ task }) => prepared.minutes[task] ?? 0);
    if (minutes.reduce((sum, each) => sum + each, 0) > left)
      model.row(
        -Infinity,
        Math.max(0, left),
        list.map(({ variable }) => variable),
        minutes,
      );
  }
}

/** On which half days a teacher is there: a day costs, and one torn between morning and evening costs more. */
class Presence {
  readonly #prepared: Prepared;
  readonly #model: Model;
  readonly #teacher: number;
  readonly #halves = new Map<number, number>();

  constructor(prepared: Prepared, model: Model, teacher: number) {
    this.#prepared = prepared;
    this.#model = model;
    this.#teacher = teacher;
  }

  /** The variable of a half day; null where the teacher is there anyway, for what is fixed. */
  half(weekday: number, late: boolean): number | null {
    if (this.#sure(weekday, late)) return null;
    const key = weekday * 2 + Number(late);
    const known = this.#halves.get(key);
    if (known !== undefined) return known;
    const made = this.#model.amount(0, 1);
    this.#halves.set(key, made);
    return made;
  }

  #sure(weekday: number, late: boolean): boolean {
    const busy = this.#prepared.problem.teachers[this.#teacher]?.busy ?? [];
    return busy.some((time) => time.weekday === weekday && time.startMin >= AFTERNOON === late);
  }

  /** Adds what days and torn days cost. */
  count(): void {
    const { weights } = this.#prepared.problem;
    const dayCost = costOf(weights, "teacherDays", 1);
    const tornCost = costOf(weights, "teacherGaps", 180);
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      const halves = [false, true].map((late) => ({
        variable: this.#halves.get(weekday * 2 + Number(late)),
        sure: this.#sure(weekday, late),
      }));
      const open = halves.flatMap(({ variable }) => variable ?? []);
      const sure = halves.filter((half) => half.sure).length;
      if (open.length === 0) continue;
      if (sure === 0 && dayCost > 0) {
        const day = this.#model.amount(dayCost, 1);
        for (const half of open) this.#model.row(-Infinity, 0, [half, day], [1, -1]);
      }
      if (open.length + sure < 2 || tornCost === 0) continue;
      const torn = this.#model.amount(tornCost, 1);
      this.#model.row(-Infinity, 1 - sure, [...open, torn], [...open.map(() => 1), -1]);
    }
  }
}
