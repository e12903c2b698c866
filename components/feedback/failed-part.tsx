import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";

/** A part of a page that could not be loaded while the rest of it can be used. */
export async function FailedPart() {
  const t = await getTranslations("states.failed");
  return <Alert variant="danger">{t("part")}</Alert>;
}
