import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "@/components/layout/fact";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ArchiveLine } from "@/lib/people/photos/schemas";
import type { ArchiveResult } from "@/lib/people/photos/take-archive";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Lines that are shown; those that were left stand first. */
const SHOWN = 100;

type Props = { result: ArchiveResult; lines: readonly ArchiveLine[] };

/** What became of each picture of an archive, those that were left first. */
export async function ArchiveReport({ result, lines }: Props) {
  const [t, errors, format] = await Promise.all([
    getTranslations("photos.bulk"),
    getTranslations("errors"),
    getFormat(),
  ]);
  const tell = ({ result: code }: ArchiveLine) =>
    code === "taken" ? t("ok") : loose(errors)(code, { width: 160, height: 180 });
  return (
    <div className="grid gap-4">
      <Facts>
        <Fact label={t("taken")} value={format.number(result.taken)} />
        <Fact label={t("same")} value={format.number(result.same)} />
        <Fact label={t("left")} value={format.number(result.left)} />
      </Facts>
      {lines.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t("noReport")}</p>
      ) : (
        <Table label={t("last")}>
          <TableHeader>
            <TableRow>
              <TableHead>{t("file")}</TableHead>
              <TableHead>{t("number")}</TableHead>
              <TableHead>{t("result")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {lines.slice(0, SHOWN).map((line) => (
              <TableRow key={`${line.file} ${line.number}`}>
                <TableCell className="break-all">{line.file}</TableCell>
                <TableCell className="tabular">
                  {line.number ? (
                    <Link href={`/students/${line.number}/photo`} prefetch={false} className="link">
                      {line.number}
                    </Link>
                  ) : null}
                </TableCell>
                <TableCell>{tell(line)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {lines.length > SHOWN ? (
        <p className="text-muted-foreground text-sm">{t("more", { count: lines.length - SHOWN })}</p>
      ) : null}
    </div>
  );
}
