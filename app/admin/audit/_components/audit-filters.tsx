import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { tableText, type Words } from "@/components/audit/describe";
import { Button, buttonVariants } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { AUDIT_OPERATIONS } from "@/lib/platform/audit/search-params";
import type { UrlParams } from "@/lib/platform/url/href";

type Props = { path: string; params: UrlParams; tables: string[]; words: Words };

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-muted-foreground text-xs">
        {label}
      </label>
      {children}
    </div>
  );
}

/** Who, what, about whom, when, why: an ordinary GET form, so that an address can be kept and sent on. */
export async function AuditFilters({ path, params, tables, words }: Props) {
  const t = await getTranslations("audit");
  const { history } = words;
  const named = tables
    .map((table) => ({ table, text: tableText(table, history) }))
    .sort((a, b) => a.text.localeCompare(b.text));
  return (
    <form
      action={path}
      aria-label={t("filters.title")}
      data-print="hide"
      className="mb-stack grid gap-3 rounded-lg border bg-card p-4 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-5"
    >
      <Labelled id="audit-who" label={t("filters.who")}>
        <Input id="audit-who" name="who" defaultValue={params.who} placeholder={t("filters.whoHelp")} />
      </Labelled>
      <Labelled id="audit-table" label={t("filters.table")}>
        <Select id="audit-table" name="table" defaultValue={params.table ?? ""}>
          <option value="">{t("filters.anyTable")}</option>
          {named.map(({ table, text }) => (
            <option key={table} value={table}>
              {text}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled id="audit-operation" label={t("filters.operation")}>
        <Select id="audit-operation" name="operation" defaultValue={params.operation ?? ""}>
          <option value="">{t("filters.anyOperation")}</option>
          {AUDIT_OPERATIONS.map((operation) => (
            <option key={operation} value={operation}>
              {history(`operation.${operation}`)}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled id="audit-student" label={t("filters.student")}>
        <Input id="audit-student" name="student" inputMode="numeric" defaultValue={params.student} />
      </Labelled>
      <Labelled id="audit-record" label={t("filters.record")}>
        <Input id="audit-record" name="record" defaultValue={params.record} />
      </Labelled>
      <Labelled id="audit-from" label={t("filters.from")}>
        <Input id="audit-from" name="from" type="date" defaultValue={params.from} />
      </Labelled>
      <Labelled id="audit-to" label={t("filters.to")}>
        <Input id="audit-to" name="to" type="date" defaultValue={params.to} />
      </Labelled>
      <Labelled id="audit-reason" label={t("filters.reason")}>
        <Input id="audit-reason" name="reason" defaultValue={params.reason} />
      </Labelled>
      <Labelled id="audit-request" label={t("filters.request")}>
        <Input id="audit-request" name="request" defaultValue={params.request} />
      </Labelled>
      <div className="flex items-end gap-2">
        <Button type="submit">{t("filters.apply")}</Button>
        <a href={path} className={buttonVariants({ variant: "ghost" })}>
          {t("filters.clear")}
        </a>
      </div>
    </form>
  );
}
