import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { DuplicatePair } from "@/lib/people/duplicates/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { type Agreement, type FactLine, factLines } from "./side-by-side";

const TONES: Record<Exclude<Agreement, "none">, { badge: "success" | "warning" | "default"; row: string }> = {
  agrees: { badge: "success", row: "bg-success-subtle" },
  differs: { badge: "warning", row: "bg-warning-subtle" },
  oneSided: { badge: "default", row: "" },
};

function Values({ values, lang, nothing }: { values: string[]; lang?: string; nothing: string }) {
  if (values.length === 0) return <span className="text-muted-foreground">{nothing}</span>;
  return (
    <span lang={lang} className="tabular">
      {values.join(", ")}
    </span>
  );
}

/** Both records fact by fact; what agrees and what differs stands out by colour and by word. */
export async function Comparison({ pair, linked }: { pair: DuplicatePair; linked: boolean }) {
  const [t, people, format] = await Promise.all([
    getTranslations("duplicates"),
    getTranslations("people"),
    getFormat(),
  ]);
  const lines = factLines([pair.left, pair.right], { t, people, format });
  const words = (line: FactLine) => (line.agreement === "none" ? null : t(`pair.${line.agreement}`));
  const head = (side: "left" | "right") => {
    const person = pair[side];
    return (
      <>
        <span className="block">{t(side === "left" ? "pair.older" : "pair.newer")}</span>
        {linked && person.number ? (
          <Link href={`/students/${person.number}`} prefetch={false} className="link font-normal">
            {t("pair.open")} <span className="tabular">{person.number}</span>
          </Link>
        ) : null}
      </>
    );
  };
  return (
    <div className="overflow-x-auto rounded-lg border bg-card">
      <table className="w-full text-sm max-sm:block max-sm:[&_tbody]:block max-sm:[&_thead]:block max-sm:[&_tr]:grid max-sm:[&_tr]:grid-cols-2">
        <caption className="sr-only">{t("pair.side")}</caption>
        <thead className="border-b text-left align-top">
          <tr>
            <td className="px-4 py-2 max-sm:hidden" />
            <th scope="col" className="px-4 py-2 font-semibold">
              {head("left")}
            </th>
            <th scope="col" className="px-4 py-2 font-semibold">
              {head("right")}
            </th>
            <td className="px-4 py-2 max-sm:hidden" />
          </tr>
        </thead>
        <tbody className="divide-y align-top">
          {lines.map((line) => (
            <tr key={line.key} className={cn(line.agreement === "none" ? "" : TONES[line.agreement].row)}>
              <th scope="row" className="px-4 py-2 text-left font-normal text-muted-foreground max-sm:pb-0">
                {line.label}
              </th>
              <td className="wrap-anywhere px-4 py-2 max-sm:order-3 max-sm:pt-0.5">
                <Values values={line.left} lang={line.lang} nothing={t("pair.nothing")} />
              </td>
              <td className="wrap-anywhere px-4 py-2 max-sm:order-3 max-sm:pt-0.5">
                <Values values={line.right} lang={line.lang} nothing={t("pair.nothing")} />
              </td>
              <td className="px-4 py-2 text-right max-sm:order-2 max-sm:pb-0">
                {line.agreement === "none" ? null : (
                  <Badge variant={TONES[line.agreement].badge}>
                    {line.agreement === "agrees" ? <Icon name="check" className="size-3" /> : null}
                    {words(line)}
                  </Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
