"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { PersonPhoto } from "@/components/people/person-photo";
import { RejectPhoto } from "@/components/people/photo-actions";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { toast } from "@/components/ui/toast-store";
import { verifyPhotos } from "@/lib/people/photos/actions";

export type PhotoCard = {
  key: number;
  href: string;
  number: string;
  family: string;
  personal: string;
  name: string;
  other: string | null;
  alt: string;
  programme: string | null;
  photo: number | null;
  version: number | null;
  note: string | null;
};

type Props = { cards: PhotoCard[]; editable: boolean; verify: boolean };

/** A wall of people with their pictures; where photos wait for a look, many are verified at once. */
export function PhotoGrid({ cards, editable, verify }: Props) {
  const t = useTranslations("photos.list");
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const ids = cards.flatMap(({ photo }) => photo ?? []);
  // What a colleague has verified in the meantime is no longer on the page.
  const still = ids.filter((id) => chosen.has(id));
  const { run, pending } = useAction(verifyPhotos, {
    onSuccess({ verified, left }) {
      setChosen(new Set());
      toast.success(
        t("verified", { count: verified }),
        left > 0 ? { description: t("left", { count: left }) } : {},
      );
      router.refresh();
    },
  });
  const canVerify = verify && editable;

  function toggle(id: number): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <>
      {canVerify ? (
        <div className="sticky top-0 z-10 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-background py-2">
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the checkbox inside. */}
          <label className="flex items-center gap-2 text-sm">
            <Checkbox
              checked={still.length > 0 && still.length === ids.length}
              onChange={() => setChosen(still.length === ids.length ? new Set() : new Set(ids))}
            />
            {t("selectAll")}
          </label>
          <span className="tabular text-muted-foreground text-sm" aria-live="polite">
            {still.length > 0 ? t("selected", { count: still.length }) : null}
          </span>
          <Button
            size="sm"
            className="ml-auto"
            disabled={still.length === 0}
            pending={pending}
            onClick={() => void run({ ids: still })}
          >
            {t("verify", { count: still.length })}
          </Button>
        </div>
      ) : null}
      <ul
        aria-label={t("label")}
        className="mb-stack grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-6"
      >
        {cards.map((card) => (
          <li
            key={card.key}
            className={cn(
              "flex min-w-0 flex-col gap-2 rounded-lg border bg-card p-3 text-sm",
              card.photo !== null && chosen.has(card.photo) && "border-primary bg-accent",
            )}
          >
            <div className="flex items-start justify-between gap-2">
              <PersonPhoto
                name={{ family: card.family, personal: card.personal }}
                photo={card.photo}
                alt={card.alt}
                size={verify ? "large" : "header"}
                lazy
              />
              {canVerify && card.photo !== null ? (
                <Checkbox
                  aria-label={t("select", { name: card.name })}
                  checked={chosen.has(card.photo)}
                  onChange={() => card.photo !== null && toggle(card.photo)}
                />
              ) : null}
            </div>
            <div className="min-w-0">
              <Link href={card.href} prefetch={false} className="link block truncate font-medium">
                {card.name}
              </Link>
              {card.other ? <p className="truncate text-muted-foreground">{card.other}</p> : null}
              <p className="tabular truncate text-muted-foreground">
                {[card.number, card.programme].filter(Boolean).join(" · ")}
              </p>
              {card.note ? <p className="truncate text-muted-foreground text-xs">{card.note}</p> : null}
            </div>
            {canVerify && card.photo !== null && card.version !== null ? (
              <div className="mt-auto">
                <RejectPhoto id={card.photo} version={card.version} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
