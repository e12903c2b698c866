import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { PERMISSIONS, type Permission } from "@/lib/platform/access/permissions";

type Props = {
  path: string;
  permission: string;
  texts: { permission: string; show: string };
  nameOf: (permission: Permission) => string;
};

/** Which right is asked for; a plain form, so that the address holds it. */
export function RightForm({ path, permission, texts, nameOf }: Props) {
  return (
    <form action={path} className="mb-stack flex max-w-xl flex-wrap items-end gap-2 text-sm">
      <label htmlFor="right" className="flex min-w-64 flex-1 flex-col gap-1 text-muted-foreground text-xs">
        {texts.permission}
        <Select id="right" name="permission" defaultValue={permission}>
          {PERMISSIONS.map((name) => (
            <option key={name} value={name}>
              {nameOf(name)}
            </option>
          ))}
        </Select>
      </label>
      <Button type="submit" variant="outline">
        {texts.show}
      </Button>
    </form>
  );
}
