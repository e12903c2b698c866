import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/tabs";
import { type Actor, can } from "@/lib/platform/access/actor";

/** The tabs of a class: the class itself and, for who may see it, its history. */
export async function ClassTabs({ actor, classId }: { actor: Actor; classId: number }) {
  if (!can(actor, "audit:read_history") && !can(actor, "audit:read")) return null;
  const t = await getTranslations("classes.tabs");
  return (
    <div className="mb-stack">
      <LinkTabs
        label={t("label")}
        tabs={[
          { href: `/classes/${classId}`, label: t("class"), exact: true },
          { href: `/classes/${classId}/history`, label: t("history") },
        ]}
      />
    </div>
  );
}
