import type { z } from "zod";
import type { Actor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import type { Tx } from "@/lib/platform/db/transaction";

/** What a running bulk command gets besides its input. */
export type ChangeSetContext = {
  changeSetId: number;
  /** `preview`: everything is rolled back afterwards, so numbers from sequences must not be used up. */
  mode: "preview" | "apply";
  /** Who asked for it; files made on the way belong to them. */
  accountId: number | null;
  /** Shows progress; throws when somebody asked to stop, which rolls everything back. */
  progress: (done: number, total?: number, note?: string) => Promise<void>;
};

/** A record that a set changed: everything about a subject, or one row of a table without subject. */
export type UndoGroup = { subjectId: number | null; table: string | null; key: string | null };

/** The heavy half of a kind, loaded by the worker only. */
export type ChangeSetWork<Input> = {
  /** The real command, for preview and apply alike. What it returns (JSON) is kept as summary. */
  run: (tx: Tx, actor: Actor, input: Input, context: ChangeSetContext) => Promise<object>;
  /** Mends what the audit does not hold (search keys, events) for the records that were undone. */
  afterUndo?: (tx: Tx, subjects: number[], undone: { actor: Actor; groups: UndoGroup[] }) => Promise<void>;
  /**
   * Names what belongs together: records of one unit are taken back together or stay together, such as a class with its
   * parts and meetings. A record without a unit stands for itself.
   */
  units?: (tx: Tx, groups: readonly UndoGroup[]) => Promise<ReadonlyMap<UndoGroup, string>>;
};

/** A kind of bulk command (blueprints.md 8): the light half, known to web and worker. */
export type ChangeSetKind<Schema extends z.ZodType = z.ZodType> = {
  /** `<domain>.<verb-object>`; its title is the message `changeSets.kinds.<domain>.<verb-object>`. */
  kind: string;
  /** Needed to make, preview, apply and undo one. */
  permission: Permission;
  /** What the input must be once it is complete enough to run. */
  input: Schema;
  load: () => Promise<ChangeSetWork<z.output<Schema>>>;
  /** Longest run in seconds. */
  timeoutSeconds: number;
  /** The kind's own page, when it has one that says more than the general one. */
  href?: (id: number) => string;
};

const key = Symbol.for("naga.change-set.kinds");
type Holder = { [key: symbol]: Map<string, ChangeSetKind> | undefined };

function kinds(): Map<string, ChangeSetKind> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/** Declares a kind; lib/operations/change-set-kinds.ts loads every module that does. */
export function defineChangeSet<Schema extends z.ZodType>(
  kind: ChangeSetKind<Schema>,
): ChangeSetKind<Schema> {
  kinds().set(kind.kind, kind as unknown as ChangeSetKind);
  return kind;
}

/** The kind of a name. @throws Error when no loaded module declares it: a mistake in the registry */
export function changeSetKind(name: string): ChangeSetKind {
  const found = kinds().get(name);
  if (!found) throw new Error(`no change set kind ${name}; is it in lib/operations/change-set-kinds.ts?`);
  return found;
}
