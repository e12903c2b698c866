import { getTranslations } from "next-intl/server";
import type { ClassPage } from "@/lib/classes/queries/get-class";
import { CLASS_MOVES, movesOf } from "@/lib/classes/states";
import { type Actor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import { MoveButton } from "./move-button";

/** Changes the status of a class: the moves that it has now, and why the others must wait. Cancelling has a page. */
export async function MoveClass({ actor, found }: { actor: Actor; found: ClassPage }) {
  if (!can(actor, "classes:edit") || CLASS_MOVES[found.status].length === 0) return null;
  const classes = await getTranslations("classes.status");
  const moves = movesOf({
    from: found.status,
    people: found.taken + found.offered + found.waiting,
    parts: found.parts.length,
    termStart: found.termStart,
    termEnd: found.termEnd,
    today: campusToday(),
  }).filter(({ to }) => to !== "CANCELLED");
  return (
    <ClientMessages namespaces={["forms", "classEdit.moves"]}>
      <MoveButton
        id={found.id}
        version={found.version}
        name={`${found.code} ${found.section}`}
        now={classes(found.status)}
        moves={moves
          .filter(({ verdict }) => verdict.value)
          .map(({ to }) => ({ value: to, label: classes(to) }))}
        waiting={
          await Promise.all(
            moves
              .filter(({ verdict }) => !verdict.value)
              .map(async ({ to, verdict }) => ({ label: classes(to), why: await getWhyText(verdict) })),
          )
        }
      />
    </ClientMessages>
  );
}
