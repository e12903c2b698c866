import "server-only";
import { getTranslations } from "next-intl/server";
import { initialsOf } from "@/components/ui/avatar";
import type { IconName } from "@/components/ui/icon";
import { sees } from "@/lib/people/visible-fields";
import { type AccountActor, can, type Preferences } from "@/lib/platform/access/actor";
import { HOME_OF, type RoleName } from "@/lib/platform/access/roles";
import { env } from "@/lib/platform/env/env";
import type { Locale } from "@/lib/platform/i18n/locales";
import { NAVIGATION_GROUPS, navigationFor } from "./navigation";
import { type PaletteData, paletteData } from "./palette-data";
import { screenPreferences } from "./screen-preferences";

/** Texts of the frame, by their key in the namespace `layout`. */
const TEXTS = [
  "name",
  "toHome",
  "skip",
  "sidebar",
  "openMenu",
  "collapse",
  "expand",
  "userMenu",
  "look",
  "account",
  "signOut",
  "role",
  "actAs",
  "language",
  "theme.title",
  "theme.light",
  "theme.dark",
  "theme.system",
  "density.title",
  "density.comfortable",
  "density.compact",
  "search.region",
  "search.label",
  "search.placeholder",
  "palette.title",
  "palette.placeholder",
  "palette.placeholderPages",
  "palette.none",
  "palette.allResults",
] as const;

export type FrameTexts = Record<(typeof TEXTS)[number], string>;

export type FrameEntry = {
  href: string;
  label: string;
  icon: IconName;
  exact?: boolean;
  counts?: true;
  /** Pages below this one with an entry of their own: "/students" must not light up with "/students/import". */
  except?: string[];
};

export type FrameGroup = { key: string; label: string | null; entries: FrameEntry[] };

/** What the frame of a signed-in person is drawn from. */
export type FrameData = {
  home: string;
  locale: Locale;
  person: { name: string; initials: string; email: string };
  role: RoleName;
  roles: { value: RoleName; label: string }[];
  preferences: Preferences;
  collapsed: boolean;
  environment: Environment | null;
  /** The label of the landmark, and the entries by group. */
  main: string;
  groups: FrameGroup[];
  findsPeople: boolean;
  palette: PaletteData;
  watchesJobs: boolean;
  texts: FrameTexts;
};

export type Environment = { name: string; label: string; text: string };

/** The environment as the banner names it; null in production (operations.md 2). */
export async function environmentOfServer(): Promise<Environment | null> {
  const name = env().NAGA_ENV;
  if (name === "production") return null;
  const t = await getTranslations("layout.environment");
  return { name, label: t("label"), text: t(name) };
}

/**
 * Everything that the frame shows, as plain data. The frame is drawn by client components from this one object: as
 * elements of the server, with their classes, it weighed as much as a list of fifty rows and was serialised anew for
 * every page.
 */
export async function frameData(actor: AccountActor): Promise<FrameData> {
  const [t, labels, names, screen, environment, palette] = await Promise.all([
    getTranslations("layout"),
    getTranslations("navigation"),
    getTranslations("roles"),
    screenPreferences(),
    environmentOfServer(),
    paletteData(actor),
  ]);
  const items = navigationFor(actor);
  const entry = ({ href, labelKey, icon, exact, counts }: (typeof items)[number]): FrameEntry => {
    const below = items.map((item) => item.href).filter((other) => other.startsWith(`${href}/`));
    return {
      href,
      label: labels(labelKey),
      icon,
      exact,
      counts,
      except: below.length > 0 ? below : undefined,
    };
  };
  const { locale, digits, theme, density } = actor;
  const [family = actor.displayName, personal] = actor.displayName.split(" ");
  return {
    home: HOME_OF[actor.role],
    locale,
    person: { name: actor.displayName, initials: initialsOf(family, personal), email: actor.email },
    role: actor.role,
    roles: actor.roles.map((value) => ({ value, label: names(value) })),
    preferences: { locale, digits, theme, density },
    collapsed: screen.sidebar === "collapsed",
    environment,
    main: labels("main"),
    groups: NAVIGATION_GROUPS.map((key) => ({
      key,
      label: key === "start" ? null : labels(`groups.${key}`),
      entries: items.filter((item) => item.group === key).map(entry),
    })).filter((group) => group.entries.length > 0),
    findsPeople: can(actor, "people:search"),
    palette,
    watchesJobs: can(actor, "jobs:read_own"),
    texts: {
      ...(Object.fromEntries(TEXTS.map((key) => [key, t(key)])) as FrameTexts),
      // Who sees no telephone numbers finds nobody by one.
      ...(sees(actor, "phones") ? {} : { "search.placeholder": t("search.placeholderNames") }),
    },
  };
}
