/**
 * A web process at its end, as far as the access log goes: it notes an access, and like Next it exits as soon as it is
 * told to. Started by `fork`; DATABASE_URL says where, NAGA_TEST_SUBJECT whose record.
 */

import { writeAccessLogBeforeExit } from "@/lib/platform/access-log/before-exit";
import { addAccess } from "@/lib/platform/access-log/buffer";

process.on("SIGTERM", () => setImmediate(() => process.exit(143)));
process.once("SIGTERM", writeAccessLogBeforeExit);
addAccess({
  at: new Date(),
  accountId: 1,
  role: "registrar",
  subjectId: Number(process.env.NAGA_TEST_SUBJECT),
  what: "people.record",
  target: null,
  records: 1,
  requestId: "test",
  ip: null,
});
process.send?.("ready");
