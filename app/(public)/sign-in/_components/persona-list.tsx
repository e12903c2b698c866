import { getLocale, getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import type { Persona } from "@/lib/platform/auth/personas";
import { PersonaForm } from "./persona-form";

/** The invented people of the demo campus, one per role; each is a button that signs in. */
export async function PersonaList({ personas, next }: { personas: Persona[]; next: string }) {
  const [t, roles, locale] = await Promise.all([
    getTranslations("auth.personas"),
    getTranslations("roles"),
    getLocale(),
  ]);
  return (
    <section aria-labelledby="personas-title" className="min-w-0 lg:border-l lg:pl-16">
      <h2 id="personas-title" className="font-semibold">
        {t("title")}
      </h2>
      <p className="mt-1 mb-4 text-muted-foreground text-sm">{t("lead")}</p>
      <PersonaForm next={next}>
        <ul className="-mx-3 flex flex-col">
          {personas.map((persona) => {
            const name = locale === "km" ? (persona.khmerName ?? persona.displayName) : persona.displayName;
            const [family = name, personal] = name.split(" ");
            return (
              <li key={persona.role}>
                <button
                  type="submit"
                  name="email"
                  value={persona.email}
                  className="group flex min-h-14 w-full items-center gap-3 rounded-md px-3 py-2 text-left hover:bg-accent"
                >
                  <Avatar family={family} personal={personal} />
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">
                      {roles(persona.role)}
                      <span className="ml-2 font-normal text-muted-foreground">{name}</span>
                    </span>
                    <span className="block text-muted-foreground text-sm">{t(persona.role)}</span>
                  </span>
                  <Icon
                    name="arrow-right"
                    className="size-4 shrink-0 text-muted-foreground group-hover:text-foreground"
                  />
                </button>
              </li>
            );
          })}
        </ul>
      </PersonaForm>
    </section>
  );
}
