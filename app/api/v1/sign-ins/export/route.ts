import { getTranslations } from "next-intl/server";
import { resultText } from "@/components/account/result-text";
import { deviceName } from "@/components/account/session-text";
import { loadSignInParams } from "@/lib/platform/accounts/sign-in-params";
import { streamSignInEvents } from "@/lib/platform/accounts/sign-ins";
import { route } from "@/lib/platform/api/route";
import { recordEvent } from "@/lib/platform/audit/event";
import { placeText } from "@/lib/platform/auth/place";
import { campusToday } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { flatParams } from "@/lib/platform/url/href";

const COLUMNS = ["at", "result", "by", "email", "device", "place", "ip"] as const;

/** The history of sign-ins as a CSV file, filtered as the page is. Taking it away is an entry of the audit. */
export const GET = route(
  { name: "sign_ins.export", method: "GET", permission: "access:read", rateLimit: "export" },
  async ({ actor, request }) => {
    const search = request.nextUrl.searchParams;
    const { page: _, size: __, ...filter } = loadSignInParams(search);
    const asked = flatParams(Object.fromEntries(search));
    await writeTx(actor, {}, (tx) => recordEvent(tx, "access.sign_ins_exported", null, { filter: asked }));
    const [t, account] = await Promise.all([getTranslations("signIns"), getTranslations("account")]);
    async function* cells() {
      for await (const row of streamSignInEvents(actor, filter)) {
        yield [
          row.at,
          resultText(row.result, t, account),
          row.by,
          row.email,
          deviceName(row.device, account),
          placeText(row.place, (kind) => account(`places.${kind}`), actor.locale),
          row.ip,
        ];
      }
    }
    return csvResponse(
      `sign-ins-${campusToday()}`,
      COLUMNS.map((column) => t(`columns.${column}`)),
      cells(),
    );
  },
);
