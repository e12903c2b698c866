import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";

/** Says on every page, while writes are stopped, that nothing can be changed now, and what that means. */
export async function ReadOnlyBanner() {
  const t = await getTranslations("states.readOnly");
  return (
    <div
      role="status"
      className="flex items-start gap-2 bg-warning-subtle px-4 py-2 text-sm text-warning"
      data-print="hide"
    >
      <Icon name="lock" className="mt-0.5 size-4 shrink-0" />
      <p>
        <strong className="font-semibold">{t("title")}</strong> {t("text")}
      </p>
    </div>
  );
}
