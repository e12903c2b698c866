import Link from "next/link";
import { Mark } from "@/components/ui/mark";

/** Mark and name, leading home. `compactName` hides the name where the sidebar is collapsed. */
export function Brand({ href, name, label }: { href: string; name: string; label: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className="flex min-h-9 items-center gap-2 rounded-md px-1 font-semibold text-[0.9375rem] tracking-tight"
    >
      <Mark className="size-6 shrink-0 text-laterite" />
      <span className="whitespace-nowrap group-data-[sidebar=collapsed]/shell:lg:sr-only">{name}</span>
    </Link>
  );
}
