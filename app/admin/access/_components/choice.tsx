import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";

export type Option = { value: string; label: string };

/** A select over plain options. */
export function Choice({ options, ...control }: { options: Option[] } & ComponentProps<typeof Select>) {
  return (
    <Select {...control}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
