import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { listOfferingTerms } from "@/lib/classes/offering/terms";
import type { ClassPage } from "@/lib/classes/queries/get-class";
import { CLASS_MOVES } from "@/lib/classes/states";
import { type Actor, can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { CapacityButton } from "./capacity-button";
import { DuplicateButton } from "./duplicate-button";

/** What can be done with a class as part of the offering: one more, other seats, cancel it. */
export async function OfferingActions({ actor, found }: { actor: Actor; found: ClassPage }) {
  if (!can(actor, "classes:edit")) return null;
  const [terms, t, cancelling, format] = await Promise.all([
    listOfferingTerms(actor),
    getTranslations("offering.one"),
    getTranslations("cancelling"),
    getFormat(),
  ]);
  const name = `${found.code} ${found.section}`;
  const together = found.combinedWith.map((each) => `${each.code} ${each.section}`).join(", ");
  const seats = found.status !== "COMPLETED" && found.status !== "CANCELLED";
  const mayCancel = CLASS_MOVES[found.status].includes("CANCELLED") && can(actor, "registration:drop");
  return (
    <ClientMessages namespaces={["forms", "offering.one", "offering.capacity", "offering.form"]}>
      {found.status === "CANCELLED" ? null : (
        <DuplicateButton
          classId={found.id}
          name={name}
          together={together}
          terms={terms
            .filter(({ open }) => open)
            .map((term) => ({
              value: term.code,
              label: t(term.code === found.termCode ? "own" : "other", {
                name: format.words(term.name),
                code: term.code,
              }),
            }))}
        />
      )}
      {seats ? (
        <CapacityButton
          id={found.id}
          version={found.version}
          name={name}
          together={together}
          capacity={found.capacity}
          taken={found.taken}
          offered={found.offered}
          waiting={found.waiting}
        />
      ) : null}
      {mayCancel ? (
        <Link
          href={`/classes/${found.id}/cancel`}
          prefetch={false}
          className={buttonVariants({ variant: "outline" })}
        >
          {cancelling("open")}
        </Link>
      ) : null}
    </ClientMessages>
  );
}
