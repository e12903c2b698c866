import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { courseTitle } from "@/components/classes/times-text";
import { type RecordField, RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { listTextbookClasses } from "@/lib/classes/queries/course-classes";
import { editTextbook } from "@/lib/curriculum/textbooks/actions";
import { listTextbookUses } from "@/lib/curriculum/textbooks/queries";
import { can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { loadTextbook } from "./_components/load";
import { TextbookFrame } from "./_components/textbook-frame";

type Props = PageProps<"/textbooks/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadTextbook(params)).book.title };
}

/** A textbook and where it is used: courses, templates of parts, classes of terms that are not over. */
export default async function TextbookPage({ params }: Props) {
  const { actor, book } = await loadTextbook(params);
  const [uses, classes, t, c, format] = await Promise.all([
    listTextbookUses(actor, book.id),
    can(actor, "classes:read") ? listTextbookClasses(actor, book.id) : null,
    getTranslations("textbooks"),
    getTranslations("textbooks.columns"),
    getFormat(),
  ]);
  const fields: RecordField[] = [
    { field: "title", label: c("title"), value: book.title, maxLength: 200, emptyAs: "" },
    { field: "author", label: c("author"), value: book.author, maxLength: 200 },
    { field: "isbn", label: c("isbn"), value: book.isbn, maxLength: 30 },
    { field: "publisher", label: c("publisher"), value: book.publisher, maxLength: 120 },
    { field: "edition", label: c("edition"), value: book.edition, maxLength: 40 },
    { field: "year", label: c("year"), value: book.year === null ? null : String(book.year), maxLength: 4 },
    { field: "notes", label: c("notes"), value: book.notes, kind: "textarea", maxLength: 1000 },
    {
      field: "isActive",
      label: c("state"),
      value: String(book.isActive),
      kind: "select",
      emptyAs: "",
      options: (["true", "false"] as const).map((value) => ({ value, label: t(`inUse.${value}`) })),
    },
  ];
  return (
    <TextbookFrame actor={actor} book={book}>
      <div className="grid gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ClientMessages namespaces={["forms"]}>
          <Section title={t("facts")}>
            <RecordFields
              action={editTextbook}
              record={{ id: book.id }}
              version={book.version}
              editable={can(actor, "curriculum:edit")}
              fields={fields}
            />
          </Section>
        </ClientMessages>
        <div className="flex min-w-0 flex-col gap-stack">
          <Uses
            title={t("uses.courses")}
            count={format.number(uses.courses.length)}
            none={t("uses.noCourses")}
          >
            {uses.courses.map((each) => (
              <li key={each.code} className="flex items-center gap-2 px-4 py-cell text-sm">
                <Link href={`/courses/${each.code}`} prefetch={false} className="link font-medium">
                  <span className="tabular">{each.code}</span> {courseTitle(each, format)}
                </Link>
                {each.ended ? <Badge variant="outline">{t("uses.ended")}</Badge> : null}
              </li>
            ))}
          </Uses>
          <Uses
            title={t("uses.templates")}
            count={format.number(uses.templates.length)}
            none={t("uses.noTemplates")}
          >
            {uses.templates.map((each) => (
              <li key={`${each.id} ${each.part}`} className="px-4 py-cell text-sm">
                <Link href={`/part-templates/${each.id}`} prefetch={false} className="link font-medium">
                  {format.words({ en: each.name, km: each.nameKm })}
                </Link>
                <span className="block text-muted-foreground">
                  {each.programme} · {format.words({ en: each.part, km: each.partKm })}
                </span>
              </li>
            ))}
          </Uses>
          {classes && (
            <Uses title={t("uses.classes")} count={format.number(classes.length)} none={t("uses.noClasses")}>
              {classes.map((each) => (
                <li key={each.id} className="px-4 py-cell text-sm">
                  <Link href={`/classes/${each.id}`} prefetch={false} className="link tabular font-medium">
                    {`${each.code} ${each.section}`}
                  </Link>{" "}
                  <span className="text-muted-foreground">{format.words(each.termName)}</span>
                </li>
              ))}
            </Uses>
          )}
        </div>
      </div>
    </TextbookFrame>
  );
}

/** One kind of use, as a list. */
function Uses(props: { title: string; count: string; none: string; children: ReactNode[] }) {
  return (
    <Section title={props.title} detail={props.count} framed>
      {props.children.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground text-sm">{props.none}</p>
      ) : (
        <ul className="divide-y">{props.children}</ul>
      )}
    </Section>
  );
}
