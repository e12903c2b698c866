import { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { Section } from "@/components/layout/section";
import { PROBLEM_CODES, type ProblemCode } from "@/lib/people/import/schemas";
import { problemTeller } from "@/lib/people/imports/problem-text";
import { type ImportState, listProblems } from "@/lib/people/imports/queries";
import type { ImportSummary } from "@/lib/people/imports/summary";
import type { AccountActor } from "@/lib/platform/access/actor";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { UrlParams } from "@/lib/platform/url/href";
import { parseAsPage } from "@/lib/platform/url/list-params";

type Line = { id: string; row: number; column: string; value: string; problem: string; level: string };
type Props = { actor: AccountActor; state: ImportState; path: string; params: UrlParams };

const PAGE_SIZE = 50;

/** Every problem by row and column, with a filter by kind. Nothing when there is none. */
export async function ProblemTable({ actor, state, path, params }: Props) {
  const { summary } = state;
  if (!summary || summary.problemsTotal === 0) return null;
  const code = PROBLEM_CODES.find((known) => known === params.problem) ?? null;
  const page = parseAsPage.parseServerSide(params.page);
  const [t, format, found] = await Promise.all([
    getTranslations("import"),
    getFormat(),
    listProblems(actor, state, { code, page, pageSize: PAGE_SIZE }),
  ]);
  const say = problemTeller(actor.locale);
  const fieldName = (field: string | null) =>
    field ? loose(t)(`fields.${field}`) : t("problemList.wholeRow");
  const rows = found.rows.map((problem, place): Line => {
    return {
      id: `${problem.row}-${place}`,
      row: problem.row,
      column: fieldName(problem.field),
      value: problem.value ?? "",
      problem: say({ ...problem, field: null }),
      level: problem.level,
    };
  });
  const columns: Column<keyof Line>[] = [
    { key: "row", label: t("problemList.row"), kind: "code", fixed: true, phone: "title" },
    { key: "column", label: t("problemList.column"), kind: "text", fixed: true, phone: "line" },
    { key: "value", label: t("problemList.value"), kind: "text", fixed: true, phone: "hidden" },
    { key: "problem", label: t("problemList.problem"), kind: "text", fixed: true, phone: "line" },
    {
      key: "level",
      label: t("problemList.level"),
      kind: "badge",
      fixed: true,
      phone: "aside",
      badges: {
        error: { label: t("problemList.error"), tone: "danger" },
        warning: { label: t("problemList.warning"), tone: "warning" },
      },
    },
  ];
  return (
    <Section title={t("problemList.title")} detail={format.number(summary.problemsTotal)}>
      {summary.problemsKept < summary.problemsTotal ? (
        <p className="mb-2 max-w-prose text-muted-foreground text-sm">
          {t("problemList.kept", {
            kept: format.number(summary.problemsKept),
            total: format.number(summary.problemsTotal),
          })}
        </p>
      ) : null}
      <DataTable
        name="import-problems"
        caption={t("problemList.caption")}
        columns={columns}
        rows={rows}
        path={path}
        params={params}
        page={found}
        filters={[{ key: "problem", label: t("problemList.problem"), options: kinds(summary, t, fieldName) }]}
      />
    </Section>
  );
}

type Say = Awaited<ReturnType<typeof getTranslations<"import">>>;

/** One choice per kind of problem, with the columns it is in and how many rows have it. */
function kinds(summary: ImportSummary, t: Say, fieldName: (field: string | null) => string) {
  const byCode = new Map<ProblemCode, { fields: string[]; rows: number }>();
  for (const count of summary.problems) {
    const known = byCode.get(count.code) ?? { fields: [], rows: 0 };
    known.fields.push(fieldName(count.field));
    known.rows += count.rows;
    byCode.set(count.code, known);
  }
  return [...byCode].map(([value, { fields, rows }]) => ({
    value,
    label: `${t(`kinds.${value}`)} · ${fields.slice(0, 2).join(", ")} · ${t("problemList.counted", { rows })}`,
  }));
}
