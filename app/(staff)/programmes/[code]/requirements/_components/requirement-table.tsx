"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RequirementLine } from "@/lib/curriculum/requirements/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { ChangeSpec } from "./change-spec";
import { useChangeDialog } from "./use-change-dialog";

type Props = {
  label: string;
  programme: string;
  lines: readonly RequirementLine[];
  /** First day of the list that is shown; lines that began on it are new. */
  begins: string | null;
  /** First day of all lists: on it everything was new. */
  first: string | null;
  from: string;
  editable: boolean;
};

const KINDS = [
  { kind: "move", icon: "chevrons-up-down" },
  { kind: "replace", icon: "refresh-cw" },
  { kind: "end", icon: "x" },
] as const;
type Kind = (typeof KINDS)[number]["kind"];

/** The ordered courses of a degree, each with what can be done to it. */
export function RequirementTable({ label, programme, lines, begins, first, from, editable }: Props) {
  const t = useTranslations("catalogue.line");
  const format = useFormat();
  const { open, dialog } = useChangeDialog(programme, from);
  const spec = (kind: Kind, line: RequirementLine): ChangeSpec => ({
    kind,
    sequence: line.sequence,
    course: line.courseCode,
    title: line.title,
    max: lines.length,
  });
  return (
    <>
      <Table label={label}>
        <TableHeader>
          <TableRow>
            <TableHead className="text-right">{t("place")}</TableHead>
            <TableHead>{t("course")}</TableHead>
            <TableHead>{t("title")}</TableHead>
            <TableHead className="text-right">{t("credits")}</TableHead>
            <TableHead className="max-sm:hidden">{t("since")}</TableHead>
            {editable && (
              <TableHead data-print="hide" className="max-sm:hidden">
                <span className="sr-only">{t("actions")}</span>
              </TableHead>
            )}
          </TableRow>
        </TableHeader>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.sequence}>
              <TableCell className="tabular text-right text-muted-foreground">{line.sequence}</TableCell>
              <TableCell className="whitespace-nowrap">
                <Link href={`/courses/${line.courseCode}`} prefetch={false} className="link font-medium">
                  {line.courseCode}
                </Link>
              </TableCell>
              <TableCell>
                {format.words({ en: line.title, km: line.titleKm ?? line.title })}
                {line.name !== line.title && (
                  <span className="block text-muted-foreground text-sm">{line.name}</span>
                )}
                {line.validFrom === begins && begins !== first && (
                  <Badge variant="outline" className="ml-2">
                    {t("changed")}
                  </Badge>
                )}
                {editable && (
                  <span className="mt-1 block sm:hidden" data-print="hide">
                    <LineButtons line={line} onChoose={(kind) => open(spec(kind, line))} />
                  </span>
                )}
              </TableCell>
              <TableCell className="tabular text-right">{format.number(line.credits)}</TableCell>
              <TableCell className="whitespace-nowrap text-muted-foreground max-sm:hidden">
                {format.date(line.validFrom)}
              </TableCell>
              {editable && (
                <TableCell data-print="hide" className="text-right max-sm:hidden">
                  <LineButtons line={line} onChoose={(kind) => open(spec(kind, line))} />
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {dialog}
    </>
  );
}

/** What can be done to one line: move, replace, end. */
function LineButtons({ line, onChoose }: { line: RequirementLine; onChoose(kind: Kind): void }) {
  const t = useTranslations("catalogue.change");
  return (
    <span className="inline-flex gap-0.5">
      {KINDS.map(({ kind, icon }) => {
        const label = t(`${kind}Title`, { course: line.courseCode });
        return (
          <Button
            key={kind}
            variant="ghost"
            size="icon-sm"
            title={label}
            aria-label={label}
            onClick={() => onChoose(kind)}
          >
            <Icon name={icon} />
          </Button>
        );
      })}
    </span>
  );
}
