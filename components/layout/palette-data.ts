import "server-only";
import { getTranslations } from "next-intl/server";
import type { IconName } from "@/components/ui/icon";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { isPhoneFirst } from "./navigation";

/**
 * Something that the palette does. With `href` it leads to a page; otherwise `id` names what the frame does
 * (palette-actions.ts): a choice of the screen as `theme:dark`, a role as `role:teacher`, or one word.
 */
export type PaletteAction = { id: string; label: string; icon: IconName; href?: string };

const GROUPS = ["recent", "students", "employees", "classes", "courses", "pages", "actions"] as const;

export type PaletteData = {
  /** Whose list of what was opened lately: the account and the role, since another role may open other pages. */
  viewer: string;
  groups: Record<(typeof GROUPS)[number], string>;
  actions: PaletteAction[];
  open: string;
  close: string;
  searching: string;
  failed: string;
};

/** What the palette offers beside pages and hits, by the rights of the person. It decides nothing: pages ask for themselves. */
export async function paletteData(actor: AccountActor): Promise<PaletteData> {
  const [t, layout, roles] = await Promise.all([
    getTranslations("search"),
    getTranslations("layout"),
    getTranslations("roles"),
  ]);
  const actions: PaletteAction[] = [];
  if (can(actor, "people:edit") && can(actor, "studies:edit"))
    actions.push({
      id: "new-student",
      label: t("actions.newStudent"),
      icon: "user-plus",
      href: "/students/new",
    });
  if (can(actor, "access:manage_accounts"))
    actions.push({ id: "new-user", label: t("actions.newUser"), icon: "user-cog", href: "/admin/users/new" });
  if (can(actor, "access:grant"))
    actions.push({ id: "grant", label: t("actions.grant"), icon: "key-round", href: "/admin/access/grant" });
  const language =
    actor.locale === "km" ? { id: "locale:en", name: "English" } : { id: "locale:km", name: "ខ្មែរ" };
  actions.push({ id: language.id, label: `${layout("language")}: ${language.name}`, icon: "languages" });
  for (const role of actor.roles)
    if (role !== actor.role)
      actions.push({ id: `role:${role}`, label: t("actions.actAs", { role: roles(role) }), icon: "users" });
  actions.push(
    { id: "theme:light", label: t("actions.theme_light"), icon: "sun" },
    { id: "theme:dark", label: t("actions.theme_dark"), icon: "moon" },
    { id: "theme:system", label: t("actions.theme_system"), icon: "monitor" },
  );
  if (!isPhoneFirst(actor.role))
    actions.push(
      { id: "density:comfortable", label: t("actions.density_comfortable"), icon: "rows-3" },
      { id: "density:compact", label: t("actions.density_compact"), icon: "rows-4" },
    );
  actions.push(
    { id: "print", label: t("actions.print"), icon: "printer" },
    { id: "account", label: t("actions.account"), icon: "settings", href: "/account" },
    { id: "forget", label: t("actions.forget"), icon: "trash-2" },
    { id: "sign-out", label: t("actions.signOut"), icon: "log-out" },
  );
  return {
    viewer: `${actor.accountId}-${actor.role}`,
    groups: Object.fromEntries(GROUPS.map((key) => [key, t(`groups.${key}`)])) as PaletteData["groups"],
    actions,
    open: t("open"),
    close: t("close"),
    searching: t("searching"),
    failed: t("failed"),
  };
}
