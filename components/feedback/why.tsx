import type { Explained } from "@/lib/platform/explained";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import { WhyPopover } from "./why-popover";

/** "Why?" of an explained value, for server components (blueprints.md 9). `label` names what is explained. */
export async function Why({ explained, label }: { explained: Explained<unknown>; label?: string }) {
  return <WhyPopover why={await getWhyText(explained)} label={label} />;
}
