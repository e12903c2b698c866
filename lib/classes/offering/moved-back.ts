import "server-only";
import type { ChangeSetWork } from "@/lib/platform/change-sets/define";
import { writeClassEvent } from "../events";

/** Events are never taken back: that a class stands where it stood before is one more. */
export const noteMovesTakenBack: NonNullable<ChangeSetWork<unknown>["afterUndo"]> = async (
  tx,
  _subjects,
  { actor, groups },
) => {
  const ids = groups.filter(({ table }) => table === "class").map(({ key }) => Number(key));
  const classes = await tx.class.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "asc" },
    select: { id: true, status: true },
  });
  for (const { id, status } of classes)
    await writeClassEvent(tx, actor, id, "moved", { to: status, undone: true });
};
