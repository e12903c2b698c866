import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type Props = { path: string; on: string; label: string; submit: string; keep?: Record<string, string> };

/** The day whose list is shown: a form that asks for the page again, so that every list has an address. */
export function DayForm({ path, on, label, submit, keep = {} }: Props) {
  return (
    <form action={path} method="get" className="flex flex-wrap items-end gap-2" data-print="hide">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="catalogue-day" className="grid gap-1 text-sm">
        <span className="font-medium">{label}</span>
        <Input id="catalogue-day" type="date" name="on" defaultValue={on} required className="w-40" />
      </label>
      <Button type="submit" variant="outline">
        {submit}
      </Button>
    </form>
  );
}
