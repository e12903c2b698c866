import { getTranslations } from "next-intl/server";
import { BADGE_LIMIT, countWaiting } from "@/lib/approvals/queries";
import { route } from "@/lib/platform/api/route";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** How many requests wait for the person, for the badge of the navigation: asked after the page is idle. */
export const GET = route(
  { name: "approvals.waiting", method: "GET", permission: "signed_in", rateLimit: "api" },
  async ({ actor }) => {
    const [count, t, format] = await Promise.all([
      countWaiting(actor),
      getTranslations("approvals"),
      getFormat(),
    ]);
    const text = count > BADGE_LIMIT ? `${format.number(BADGE_LIMIT)}+` : format.number(count);
    return { count, text, label: t("badge", { count }) };
  },
);
