import type { ReactNode } from "react";
import { findActor } from "@/lib/platform/auth/page";
import { isReadOnly } from "@/lib/platform/settings/read-only";
import { EmergencyBanner } from "./emergency-banner";
import { frameData } from "./frame-data";
import { isPhoneFirst } from "./navigation";
import { PhoneShell } from "./phone-shell";
import { PublicShell } from "./public-shell";
import { ReadOnlyBanner } from "./read-only-banner";
import { StaffShell } from "./staff-shell";

/**
 * The frame around a page, by the role in which the person acts. Drawing only: it authorises nothing, and a page that
 * redirects or refuses does so itself. Without a session the page stands in the plain public frame.
 */
export async function AppShell({ children }: { children: ReactNode }) {
  const actor = await findActor();
  if (!actor) return <PublicShell>{children}</PublicShell>;
  const [data, readOnly] = await Promise.all([frameData(actor), isReadOnly()]);
  const Shell = isPhoneFirst(actor.role) ? PhoneShell : StaffShell;
  return (
    <>
      <EmergencyBanner actor={actor} />
      {readOnly ? <ReadOnlyBanner /> : null}
      <Shell frame={JSON.stringify(data)}>{children}</Shell>
    </>
  );
}
