import type { PeopleSelection } from "@/lib/people/selection";

/** A selection as it stands in an address: `i.students.12.15.90`, or `l.students.status=ACTIVE&sort=name`. */
export function selectionParam(selection: PeopleSelection): string {
  return selection.kind === "ids"
    ? `i.${selection.list}.${selection.ids.join(".")}`
    : `l.${selection.list}.${new URLSearchParams(selection.params)}`;
}

/** What an address says, still to be checked by `peopleSelection`. */
export function readSelectionParam(text: string): unknown {
  const [kind, list, ...rest] = text.split(".");
  if (kind === "i") return { kind: "ids", list, ids: rest.map(Number) };
  if (kind === "l")
    return { kind: "list", list, params: Object.fromEntries(new URLSearchParams(rest.join("."))) };
  return null;
}
