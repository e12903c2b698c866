"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { EditableList } from "@/components/people/editable-list";
import { Badge } from "@/components/ui/badge";
import { removeQualification } from "@/lib/people/qualifications/actions";
import type { QualificationRow } from "@/lib/people/qualifications/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";

const QualificationDialog = dynamic(
  () => import("./qualification-dialog").then((module) => module.QualificationDialog),
  { ssr: false },
);

type Props = {
  number: number;
  rows: QualificationRow[];
  /** Departments in which the teacher has no entry yet. */
  departments: { value: string; label: string }[];
  /** YYYY-MM-DD */
  today: string;
  editable: boolean;
};

/** What a teacher may teach, by department. */
export function QualificationList({ number, rows, departments, today, editable }: Props) {
  const t = useTranslations("colleagues.qualifications");
  const degrees = useTranslations("colleagues.degrees");
  const format = useFormat();
  const name = ({ department }: QualificationRow) =>
    format.locale === "km" ? department.nameKm : department.name;
  return (
    <EditableList
      words="colleagues.qualifications"
      owner={{ number }}
      rows={rows}
      editable={editable}
      nameOf={name}
      remove={removeQualification}
      dialog={(row, onClose) => (
        <QualificationDialog
          number={number}
          row={row}
          name={row ? name(row) : null}
          departments={departments}
          today={today}
          onClose={onClose}
        />
      )}
    >
      {(row) => (
        <div className="min-w-0 flex-1 text-sm">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            {name(row)}
            {row.isCoordinator && <Badge variant="info">{t("coordinator")}</Badge>}
            {row.isNativeEnglish && <Badge>{t("native")}</Badge>}
            {row.hasSpecial && <Badge variant="success">{t("special")}</Badge>}
          </p>
          <p className="text-muted-foreground">
            {t(`levelNames.${row.levels}`)} ·{" "}
            {t("minimumDegreeShort", { degree: degrees(row.minimumDegree) })} ·{" "}
            {row.validTo
              ? t("span", { from: format.date(row.validFrom), to: format.date(row.validTo) })
              : t("since", { from: format.date(row.validFrom) })}
          </p>
          {row.specialNote && <p className="wrap-anywhere text-muted-foreground">{row.specialNote}</p>}
        </div>
      )}
    </EditableList>
  );
}
