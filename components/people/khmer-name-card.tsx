"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Section } from "@/components/layout/section";
import { EditButton } from "@/components/people/details/edit-button";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { confirmKhmerName } from "@/lib/people/khmer-names/actions";
import { isGuess } from "@/lib/people/khmer-names/rules";
import type { KhmerNameFacts } from "@/lib/people/khmer-names/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";

type Props = {
  name: KhmerNameFacts;
  /** Whether the reader may confirm or correct it. */
  editable: boolean;
  /** Whether it is the reader's own name: then staff still have to see it before it prints. */
  own?: boolean;
};

type State = "missing" | "guess" | "unchecked" | "checked" | "unproved";

function stateOf(name: KhmerNameFacts): State {
  if (!name.khmerFamilyName && !name.khmerPersonalName) return "missing";
  if (isGuess(name.source)) return "guess";
  if (name.source === "VERIFIED") return name.checkedAt ? "checked" : "unchecked";
  return "unproved";
}

const TONES: Record<State, BadgeVariant> = {
  missing: "warning",
  guess: "warning",
  unchecked: "info",
  checked: "success",
  unproved: "default",
};

/**
 * The Khmer name of a person: how sure it is and where it comes from, confirmed with one press or corrected, with a
 * suggestion learned from confirmed names (domain.md 2.2 Names). Needs the messages "khmerName" and "forms".
 */
export function KhmerNameCard({ name, editable, own = false }: Props) {
  const t = useTranslations("khmerName");
  const format = useFormat();
  const router = useRouter();
  const { run, pending } = useAction(confirmKhmerName, {
    onSuccess() {
      toast.success(own ? t("doneOwn") : t("done"));
      router.refresh();
    },
    onError(error) {
      if (error.kind === "stale") router.refresh();
      return false;
    },
  });
  const { personId, version, khmerFamilyName: family, khmerPersonalName: personal, suggestion } = name;
  const state = stateOf(name);
  const shown = [family, personal].filter(Boolean).join(" ");
  const suggested = [suggestion?.family?.khmer, suggestion?.personal?.khmer].filter(Boolean).join(" ");
  const offers = suggested !== "" && suggested !== shown;
  const settled = state === "checked" || (own && state === "unchecked");
  const confirms = editable && !settled && family && personal;
  const dialog = {
    description: t("help", { name: `${name.familyName} ${name.personalName}` }),
    saveLabel: own ? t("confirmOwn") : t("confirm"),
    savedText: own ? t("doneOwn") : t("done"),
    action: confirmKhmerName,
    fixed: { personId, version },
    fields: [
      { name: "khmerFamilyName", label: t("family"), lang: "km", maxLength: 60 },
      { name: "khmerPersonalName", label: t("personal"), lang: "km", maxLength: 60 },
    ],
  };
  return (
    <Section title={t("title")}>
      <div className="flex flex-col gap-3 rounded-lg border bg-card p-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {shown ? (
            <span lang="km" className="font-medium text-lg">
              {isGuess(name.source) && "*"}
              {shown}
            </span>
          ) : (
            <span className="text-muted-foreground">{t("none")}</span>
          )}
          <Badge variant={TONES[state]}>{t(`state.${state}`)}</Badge>
        </p>
        <p className="text-muted-foreground text-sm">
          {own && state !== "unproved" ? t(`meaningOwn.${state}`) : t(`meaning.${state}`)}{" "}
          {name.source && state !== "checked" && t(`source.${name.source}`)}{" "}
          {isGuess(name.source) && name.confidence !== null && (
            <span className="tabular">{t("sure", { percent: Math.round(name.confidence * 100) })}</span>
          )}
          {name.verifiedAt && t("since", { date: format.date(name.verifiedAt) })}
        </p>
        {editable && offers && (
          <p className="text-sm">
            {t("suggested")}{" "}
            <span lang="km" className="font-medium">
              *{suggested}
            </span>{" "}
            {suggestion && suggestion.confidence > 0 && (
              <span className="tabular text-muted-foreground">
                {t("sure", { percent: Math.round(suggestion.confidence * 100) })}
              </span>
            )}
          </p>
        )}
        {editable && (
          <div className="flex flex-wrap gap-2" data-print="hide">
            {confirms && (
              <Button
                size="sm"
                pending={pending}
                onClick={() =>
                  run({ personId, version, khmerFamilyName: family, khmerPersonalName: personal })
                }
              >
                {own ? t("confirmOwn") : t("confirm")}
              </Button>
            )}
            <EditButton
              {...dialog}
              id={`khmer-name-${personId}`}
              label={shown ? t("correct") : t("write")}
              title={shown ? t("correct") : t("write")}
              variant="outline"
              row={{
                values: {
                  khmerFamilyName: family ?? suggestion?.family?.khmer ?? "",
                  khmerPersonalName: personal ?? suggestion?.personal?.khmer ?? "",
                },
              }}
            />
            {offers && shown && suggestion?.family && suggestion.personal && (
              <EditButton
                {...dialog}
                id={`khmer-name-suggested-${personId}`}
                label={t("take")}
                title={t("take")}
                row={{
                  values: {
                    khmerFamilyName: suggestion.family.khmer,
                    khmerPersonalName: suggestion.personal.khmer,
                  },
                }}
              />
            )}
          </div>
        )}
      </div>
    </Section>
  );
}
