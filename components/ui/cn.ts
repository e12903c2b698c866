import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// The names that app/globals.css adds to the scales of Tailwind.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      spacing: ["control", "row", "cell", "stack"],
      shadow: ["raised", "floating"],
    },
  },
});

/** Joins class names; of two Tailwind classes for the same property the later one wins. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
