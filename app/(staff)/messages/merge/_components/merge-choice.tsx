import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { LANGUAGES, type Language } from "@/lib/messages/schemas";

type Props = {
  /** The selection as it stands in the address. */
  to: string;
  templates: { value: string; label: string }[];
  template: number | null;
  language: Language;
};

/** Which template, in which language: a form that asks for the page again, so that a preview has an address. */
export async function MergeChoice({ to, templates, template, language }: Props) {
  const t = await getTranslations("mailings.merge");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="to" value={to} />
      <div className="flex min-w-0 grow basis-64 flex-col gap-1.5">
        <Label htmlFor="merge-template">{t("template")}</Label>
        <Select id="merge-template" name="template" required defaultValue={template ?? ""}>
          <option value="">{t("choose")}</option>
          {templates.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex min-w-0 grow basis-48 flex-col gap-1.5">
        <Label htmlFor="merge-language">{t("language")}</Label>
        <Select id="merge-language" name="language" defaultValue={language}>
          {LANGUAGES.map((value) => (
            <option key={value} value={value}>
              {t(`languages.${value}`)}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit" variant="outline">
        {t("show")}
      </Button>
    </form>
  );
}
