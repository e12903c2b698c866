"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { openProgramme } from "@/lib/curriculum/programmes/actions";
import type { ProgrammeRecord } from "@/lib/curriculum/programmes/schemas";

type Props = { programme: Pick<ProgrammeRecord, "id" | "version" | "code" | "isActive">; students: number };

/** Opens a programme to new students, or closes it, saying first who is concerned. */
export function OpenButton({ programme: { id, version, code, isActive }, students }: Props) {
  const t = useTranslations(isActive ? "catalogue.close" : "catalogue.reopen");
  const router = useRouter();
  return (
    <ConfirmButton
      variant="outline"
      action={openProgramme}
      input={{ id, version, isActive: !isActive }}
      title={t("title", { code })}
      what={t("what", { count: students })}
      confirmLabel={t("confirm")}
      doneText={t("done")}
      onDone={() => router.refresh()}
    >
      {t("button")}
    </ConfirmButton>
  );
}
