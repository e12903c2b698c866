"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { weightText } from "@/lib/classes/structure";
import { type PartChoices, PartFields } from "./part-fields";
import { type PartDraft, type SessionDraft, sumOf } from "./parts-draft";

type Props = {
  session: SessionDraft;
  /** The only session: its weight is the whole and is not asked for. */
  alone: boolean;
  fixed: boolean;
  choices: PartChoices;
  onWeight(weight: string): void;
  onPart(key: string, part: Partial<PartDraft>): void;
  onAdd(): void;
  onRemove(key: string): void;
  onEven(): void;
};

/** A session with its parts and the sum of their weights. */
export function SessionEditor(props: Props) {
  const { session, alone, fixed, choices, onWeight, onPart, onAdd, onRemove, onEven } = props;
  const t = useTranslations("classEdit.parts");
  const id = useId();
  const { sum, fits } = sumOf(session);
  const shown = sum === null ? "—" : weightText(sum);
  return (
    <Section
      title={t("session", { number: session.number })}
      detail={
        <span role="status" className={fits ? "text-success" : "font-medium text-danger"}>
          {t(fits ? "sum" : "sumWrong", { sum: shown })}
        </span>
      }
      actions={
        <>
          <Button variant="ghost" size="sm" onClick={onEven} disabled={session.parts.length === 0}>
            {t("even")}
          </Button>
          {!fixed && (
            <Button variant="outline" size="sm" onClick={onAdd}>
              <Icon name="plus" />
              {t("add")}
            </Button>
          )}
        </>
      }
    >
      {!alone && (
        <div className="mb-3 flex items-center gap-3">
          <label htmlFor={`${id}-weight`} className="text-sm">
            {t("sessionWeight")}
          </label>
          <Input
            id={`${id}-weight`}
            inputMode="decimal"
            maxLength={5}
            className="tabular max-w-24"
            value={session.weight}
            onChange={(event) => onWeight(event.target.value)}
          />
        </div>
      )}
      <ul className="flex flex-col gap-3">
        {session.parts.map((part) => (
          <li key={part.key} className="rounded-lg border bg-card p-4">
            <PartFields
              part={part}
              choices={choices}
              onChange={(changed) => onPart(part.key, changed)}
              {...(fixed ? {} : { onRemove: () => onRemove(part.key) })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
