import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/tabs";
import { type Actor, can } from "@/lib/platform/access/actor";

/** The tabs of a class; each with its own address. The history is for who may see it. */
export async function ClassTabs({ actor, classId }: { actor: Actor; classId: number }) {
  const t = await getTranslations("classes.tabs");
  const history = can(actor, "audit:read_history") || can(actor, "audit:read");
  return (
    <div className="mb-stack">
      <LinkTabs
        label={t("label")}
        tabs={[
          { href: `/classes/${classId}`, label: t("class"), exact: true },
          { href: `/classes/${classId}/parts`, label: t("parts") },
          { href: `/classes/${classId}/meetings`, label: t("meetings") },
          { href: `/classes/${classId}/combined`, label: t("combined") },
          ...(history ? [{ href: `/classes/${classId}/history` as const, label: t("history") }] : []),
        ]}
      />
    </div>
  );
}
