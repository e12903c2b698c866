import { getTranslations } from "next-intl/server";
import { env } from "@/lib/platform/env/env";

const colours = {
  local: "bg-lotus text-background",
  test: "bg-foreground text-background",
  migration: "bg-saffron text-black",
  staging: "bg-river text-primary-foreground",
  evaluation: "bg-laterite text-background",
} as const;

/** Names the environment on every page outside production, so that nobody mistakes one for the other (operations.md 2). */
export async function EnvironmentBanner() {
  const name = env().NAGA_ENV;
  if (name === "production") return null;
  const t = await getTranslations("layout");
  return (
    <p data-environment={name} className={`px-4 py-0.5 text-center font-medium text-xs ${colours[name]}`}>
      {t(`environment.${name}`)}
    </p>
  );
}
