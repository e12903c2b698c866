import { Button, buttonVariants } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { listHref, type UrlParams } from "@/lib/platform/url/href";

type Field = { name: string; label: string; type?: "text" | "date"; inputMode?: "numeric" };

type Props = {
  /** Address of the list, and its state. */
  path: string;
  params: UrlParams;
  fields: readonly Field[];
  texts: { show: string; clear: string };
};

/** Days and words by which a list is narrowed: a plain form, so that the address holds it. */
export function ListForm({ path, params, fields, texts }: Props) {
  const names = fields.map(({ name }) => name);
  const kept = Object.entries(params).filter(([key]) => key !== "page" && !names.includes(key));
  const narrowed = names.some((name) => params[name]);
  return (
    <form
      action={path}
      className="mb-stack flex flex-wrap items-end gap-x-3 gap-y-2 text-sm"
      data-print="hide"
    >
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {fields.map(({ name, label, type = "text", inputMode }) => (
        <label
          key={name}
          htmlFor={`narrow-${name}`}
          className="flex flex-col gap-1 text-muted-foreground text-xs"
        >
          {label}
          <Input
            id={`narrow-${name}`}
            type={type}
            name={name}
            inputMode={inputMode}
            defaultValue={params[name]}
            autoComplete="off"
            className={type === "date" ? "w-auto" : "w-44"}
          />
        </label>
      ))}
      <Button type="submit" variant="outline">
        {texts.show}
      </Button>
      {narrowed ? (
        <a
          href={listHref(path, params, Object.fromEntries(names.map((name) => [name, null])))}
          className={buttonVariants({ variant: "ghost" })}
        >
          {texts.clear}
        </a>
      ) : null}
    </form>
  );
}
