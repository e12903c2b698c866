import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Proof } from "@/lib/people/change-requests/schemas";

/** What proves the request: pictures are shown, pages of a document are opened. */
export async function Proofs({ proofs }: { proofs: readonly Proof[] }) {
  const t = await getTranslations("changeRequests.request");
  if (proofs.length === 0) {
    return (
      <Section title={t("proofs")}>
        <p className="text-muted-foreground text-sm">{t("noProofs")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("proofs")}>
      <ul className="grid gap-4">
        {proofs.map(({ id, name, contentType }, place) => {
          const href = `/api/v1/people/proofs/${id}`;
          const alt = t("proof", { number: place + 1 });
          return (
            <li key={id} className="grid gap-2">
              {contentType.startsWith("image/") ? (
                <a href={href} target="_blank" rel="noreferrer" className="block">
                  {/* biome-ignore lint/performance/noImgElement: behind an access check that an optimiser's cache would get round */}
                  <img
                    src={href}
                    alt={alt}
                    loading="lazy"
                    className="max-h-[28rem] w-full rounded-lg border bg-muted object-contain"
                  />
                </a>
              ) : (
                <a
                  href={href}
                  download
                  className={buttonVariants({
                    variant: "outline",
                    className: "justify-self-start touch:h-11",
                  })}
                >
                  <Icon name="file-text" />
                  {t("openProof", { name })}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
