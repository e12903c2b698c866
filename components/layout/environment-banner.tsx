import type { Environment } from "./frame-data";

/** The same by day and by night: a colour that is learnt once. */
const colours: Record<string, string> = {
  local: "bg-[oklch(0.42_0.09_155)] text-white",
  test: "bg-[oklch(0.35_0.01_80)] text-white",
  migration: "bg-[oklch(0.8_0.15_78)] text-black",
  staging: "bg-[oklch(0.42_0.085_225)] text-white",
  evaluation: "bg-[oklch(0.45_0.13_38)] text-white",
};

/** Names the environment on every page outside production, so that nobody mistakes one for the other (operations.md 2). */
export function EnvironmentBanner({ environment }: { environment: Environment | null }) {
  if (!environment) return null;
  return (
    <aside
      aria-label={environment.label}
      data-environment={environment.name}
      className={`px-4 py-0.5 text-center font-medium text-xs ${colours[environment.name]}`}
    >
      {environment.text}
    </aside>
  );
}
