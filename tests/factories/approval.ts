import { z } from "zod";
import { type ApprovalKind, defineApproval } from "@/lib/approvals/define";
import type { Tx } from "@/lib/platform/db/transaction";

const payload = z.strictObject({ department: z.string(), personId: z.number().nullable() });

/** What a test makes of the kind `test.rename`: the command that runs, and who may decide. */
export type TestKind = ApprovalKind<typeof payload>;

/** A kind of request that renames the department "ONLY" when it is approved; each test gives what differs. */
export function testKind(over: Partial<TestKind> = {}): TestKind {
  return defineApproval<typeof payload>({
    kind: "test.rename",
    asks: "registration:enrol",
    permission: "registration:override",
    validForDays: 3,
    payload,
    subjectKey: ({ department }) => department,
    subject: async (_, { department, personId }) => ({ personId, label: department }),
    check: async () => undefined,
    summary: ({ department }) => ({ text: department }),
    describe: async () => ({ facts: [], changes: [] }),
    run: rename,
    ...over,
  });
}

async function rename(tx: Tx, by: { approvalId: number }): Promise<void> {
  await tx.department.update({ where: { code: "ONLY" }, data: { name: `Approved by ${by.approvalId}` } });
}
