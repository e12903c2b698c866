"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { InlineState } from "./inline-state";
import { type FieldAction, useInlineSave } from "./use-inline-save";

/** Every country of the world by name: fetched when somebody edits one. */
const CountryOptions = lazy(async () => ({ default: (await import("./country-options")).CountryOptions }));

type Props = {
  label: string;
  /** Field of the action's input that this edits. */
  field: string;
  action: FieldAction;
  /** The saved value as it is sent; null shows as "not set". */
  value: string | null;
  /** How the value is read, when that differs from what is typed (a date, a label). */
  display?: ReactNode;
  kind?: "text" | "email" | "tel" | "date" | "textarea" | "select" | "country";
  /** Choices of a select. */
  options?: readonly { value: string; label: string }[];
  /** What an emptied field is sent as. */
  emptyAs?: "" | null;
  /** Language of the value, so that Khmer is set as Khmer on an English page. */
  lang?: string;
  maxLength?: number;
  /** Shows the value only. */
  readOnly?: boolean;
};

/**
 * A value that is edited where it stands: click or Enter opens it, Enter or leaving saves, Escape takes back. Beside
 * it stands whether it is being saved, was saved, failed, or was changed by somebody else, with both values.
 */
export function InlineField(props: Props) {
  const { label, field, action, value, kind = "text", options = [], emptyAs = null } = props;
  const t = useTranslations("forms");
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { state, save, reset } = useInlineSave(action, field, emptyAs);
  const opener = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  const editing = typed !== null;
  const optionLabel = options.find((option) => option.value === value)?.label;
  const shown = props.display ?? optionLabel ?? value;

  function close(focus: boolean) {
    setTyped(null);
    // The button comes back with the next rendering.
    if (focus) requestAnimationFrame(() => opener.current?.focus());
  }

  async function commit(text: string, focus: boolean) {
    if (left.current) return;
    left.current = true;
    const clean = text.trim();
    close(focus);
    if (clean !== (value ?? "")) await save(clean);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter that ends the composing of a Khmer syllable does not end the field.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      left.current = true;
      close(true);
    }
    if (event.key === "Enter" && (kind !== "textarea" || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void commit(typed ?? "", true);
    }
  }

  function open(text: string) {
    left.current = false;
    reset();
    setTyped(text);
  }

  const control = {
    id,
    lang: props.lang,
    autoFocus: true,
    value: typed ?? "",
    maxLength: props.maxLength,
    onKeyDown,
    onBlur: () => void commit(typed ?? "", false),
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
  };

  return (
    <div className="min-w-0" data-inline-field={field}>
      {editing ? (
        <>
          <label htmlFor={id} className="text-muted-foreground text-sm">
            {label}
          </label>
          {kind === "country" ? (
            <Select {...control}>
              {value === null && <option value="">{t("empty")}</option>}
              <Suspense fallback={<option value={value ?? ""}>{shown}</option>}>
                <CountryOptions />
              </Suspense>
            </Select>
          ) : kind === "select" ? (
            <Select {...control}>
              {(value === null || emptyAs === null) && <option value="">{t("empty")}</option>}
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          ) : kind === "textarea" ? (
            <Textarea {...control} rows={3} />
          ) : (
            <Input {...control} type={kind} />
          )}
        </>
      ) : (
        <>
          <span className="block text-muted-foreground text-sm">{label}</span>
          {props.readOnly ? (
            <span lang={props.lang}>{shown ?? "—"}</span>
          ) : (
            <Button
              ref={opener}
              variant="ghost"
              lang={props.lang}
              className="-ml-2 h-auto min-h-8 max-w-full justify-start wrap-anywhere whitespace-normal px-2 text-left font-normal"
              title={t("edit", { field: label })}
              onClick={() => open(state.kind === "failed" ? state.mine : (value ?? ""))}
            >
              {shown || <span className="text-muted-foreground">{t("empty")}</span>}
              <span className="sr-only">{t("edit", { field: label })}</span>
            </Button>
          )}
        </>
      )}
      <InlineState
        state={state}
        current={shown}
        mineLabel={(mine) => options.find((option) => option.value === mine)?.label ?? mine}
        onRetry={(mine) => void save(mine)}
        onKeep={reset}
      />
    </div>
  );
}
