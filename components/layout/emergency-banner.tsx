import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { AccountActor } from "@/lib/platform/access/actor";
import { openEmergencies } from "@/lib/platform/auth/emergency";

/** Says in red, to the emergency administrator and to every other one, that an emergency is open. */
export async function EmergencyBanner({ actor }: { actor: AccountActor }) {
  const own = actor.provider === "EMERGENCY";
  if (!own && actor.role !== "admin") return null;
  const count = own ? 1 : await openEmergencies();
  if (count === 0) return null;
  const t = await getTranslations("layout.emergency");
  return (
    <div
      role="alert"
      className="flex items-start gap-2 bg-destructive px-4 py-2 text-destructive-foreground text-sm"
      data-print="hide"
    >
      <Icon name="triangle-alert" className="mt-0.5 size-4 shrink-0" />
      <p className="font-semibold">{own ? t("own") : t("other", { count })}</p>
    </div>
  );
}
