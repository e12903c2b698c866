import { redirect } from "next/navigation";
import { HOME_OF } from "@/lib/platform/access/roles";
import { findActor } from "@/lib/platform/auth/page";

/** The door: to the desk of the role in which the person acts, or to the sign-in page. */
export default async function StartPage() {
  const actor = await findActor();
  redirect(actor ? HOME_OF[actor.role] : "/sign-in");
}
